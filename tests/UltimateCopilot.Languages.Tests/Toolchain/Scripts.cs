using System.Text;
using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Toolchain;

/// <summary>Workers that behave and misbehave. Each reads requests as the protocol says; the request's text tells it what to do.</summary>
internal static class Scripts
{
    public const string Python = "python3";

    /// <summary>Answers "echo" requests, and does to others what their text says.</summary>
    private const string Worker = """
        import os, sys, time
        while True:
            head = sys.stdin.buffer.readline()
            if not head:
                break
            text = sys.stdin.buffer.read(int(head)).decode()
            if text == "hang":
                time.sleep(600)
            elif text == "flood":
                while True:
                    sys.stdout.write("x" * 100000)
            elif text == "die":
                os._exit(3)
            elif text == "eat":
                hoard = []
                while True:
                    hoard.append(bytearray(b"x" * 10000000))
            elif text == "chatter":
                sys.stderr.write("y" * 1000000)
                sys.stderr.flush()
                print("chatter")
            elif text == "pid":
                print(os.getpid())
            elif text == "last":
                print("last", flush=True)
                os._exit(0)
            elif text == "slow":
                time.sleep(0.3)
                print("slow")
            else:
                print("echo " + text)
            sys.stdout.flush()
        """;

    public static ToolchainOptions Options { get; } = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>The usual limits, with a program for a toolchain.</summary>
    public static ToolchainOptions Using(string toolchain, string program) => Options with { Programs = new Dictionary<string, string> { [toolchain] = program } };

    /// <summary>Short limits, for workers that will run into them.</summary>
    public static ToolchainOptions Strict { get; } = new() { Timeout = TimeSpan.FromSeconds(2), MemoryLimit = 100 << 20 };

    public static Func<ChildCommand?> Command { get; } = () => new ChildCommand(Python, ["-I", "-S", "-c", Worker]);

    public static byte[] Request(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Skips the test where there is no Python.</summary>
    public static void Require() => Assume.That(
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, Python))), "python3 is on the path");
}

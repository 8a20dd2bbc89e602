using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain.Java;

/// <summary>Java by the parser of the JDK's compiler, in a virtual machine that stays: starting one takes longer than hundreds of parses.</summary>
internal sealed partial class JavaParser : IToolchainParser
{
    private const string Name = "java";
    private const string WorkerFile = "java_worker.java";

    /// <summary>One parses more files in a second than others in a minute, and takes more memory than all others together.</summary>
    private const int MostMachines = 2;

    /// <summary>A virtual machine starts, compiles the worker and loads the compiler; on a busy machine that takes seconds.</summary>
    private static readonly TimeSpan StartUp = TimeSpan.FromSeconds(10);

    /// <summary>What would load other code into the virtual machine.</summary>
    private static readonly Dictionary<string, string?> Environment = new()
    {
        ["JAVA_TOOL_OPTIONS"] = null,
        ["JDK_JAVA_OPTIONS"] = null,
        ["_JAVA_OPTIONS"] = null,
        ["CLASSPATH"] = null,
    };

    private static readonly NewerSyntax[] Newer =
    [
        new("21", RecordPattern()),
        new("21", Guard()),
        new("22", Unnamed()),
        new("25", ModuleImport()),
    ];

    private readonly ToolchainProgram _program;
    private readonly Lazy<PrivateFolder> _folder = new(MakeFolder);
    private readonly ResidentWorker _worker;
    private readonly long _heap;

    public JavaParser(ToolchainOptions options, TimeProvider time)
    {
        _program = new ToolchainProgram(Name, [.. OfJavaHome(), "java"], options, time);
        _heap = options.MemoryLimit / 2; // the rest is for what a virtual machine needs besides
        _worker = new ResidentWorker(new WorkerPool(CommandLine, options with { Workers = Math.Min(options.Workers, MostMachines) }, time));
    }

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        var answer = await _worker.CheckAsync(document.Code, cancellation);
        return answer is null
            ? null
            : NewerSyntax.Judge(FindingEchoes.Drop([.. UntilOutside(answer.Errors!).Select(error => Translate(error, document))], document.Text), document.Text, answer.Version, Newer);
    }

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation) =>
        await _worker.DescribeAsync(cancellation) is { } answer
            ? new ToolchainStatus(Name, IsAvailable: true, $"Java {answer.Version} at {answer.Path}")
            : new ToolchainStatus(Name, IsAvailable: false, "no JDK was found or it does not answer; install JDK 11 or newer, or set ultimateCopilot.toolchain.programs");

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        if (_folder.IsValueCreated)
        {
            _folder.Value.Dispose();
        }
    }

    /// <summary>A runtime without a compiler often comes first on the path.</summary>
    private static IEnumerable<string> OfJavaHome() =>
        System.Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home ? [Path.Combine(home, "bin", "java")] : [];

    private static PrivateFolder MakeFolder()
    {
        var folder = new PrivateFolder();
        File.WriteAllText(Path.Combine(folder.Path, WorkerFile), WorkerScript.Read(WorkerFile));
        return folder;
    }

    private static IEnumerable<WorkerError> UntilOutside(IReadOnlyList<WorkerError> errors) =>
        errors.Take(errors.TakeWhile(static error => !JavaWords.IsOutside(error.Kind)).Count() + 1);

    private static Finding Translate(WorkerError error, ToolchainDocument document)
    {
        var text = document.Text;
        var place = TokenSpans.At(text, error.Start + document.CodeStart);
        var before = place.Start;
        while (before > 0 && char.IsWhiteSpace(text[before - 1]))
        {
            before--;
        }

        // What is missing is told of behind the token before; what stands in its place comes next.
        var next = place.Start;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        var token = TokenSpans.At(text, next);
        var (code, message) = JavaWords.Translate(error.Kind ?? string.Empty, error.Message, token.Length > 0 ? Wording.Quote(text, token) : string.Empty, before > 0 ? text[before - 1] : '\0');
        var span = code == FindingCodes.ReservedWord ? token : place;
        return new Finding { Code = code, Span = span, Message = message, Expected = message == JavaWords.UnclosedBlock ? "}" : null, Layer = Layer.Toolchain };
    }

    [GeneratedRegex(@"\b(case|instanceof)\s+(final\s+)?[\w.]+\s*(<.*>)?\s*\(")]
    private static partial Regex RecordPattern();

    [GeneratedRegex(@"\bcase\b.*\bwhen\b")]
    private static partial Regex Guard();

    [GeneratedRegex(@"\b_\b")]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"^\s*import\s+module\b")]
    private static partial Regex ModuleImport();

    /// <summary>Java runs a program that is one source file as it is.</summary>
    private ChildCommand? CommandLine() => _program.Find() is not { } path
        ? null
        : new ChildCommand(
            path,
            [
                string.Create(CultureInfo.InvariantCulture, $"-Xmx{_heap}"), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "-cp", _folder.Value.Path, Path.Combine(_folder.Value.Path, WorkerFile),
            ])
        { Environment = Environment, StartUp = StartUp };
}

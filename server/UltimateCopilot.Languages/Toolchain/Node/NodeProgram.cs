namespace UltimateCopilot.Languages.Toolchain.Node;

/// <summary>Node.js, which runs the workers of languages whose parser is a package for it.</summary>
internal sealed class NodeProgram(ToolchainOptions options, TimeProvider time)
{
    /// <summary>What is said where a worker does not answer.</summary>
    public const string Advice = "Node.js was not found or does not answer; install Node.js 20 or newer, or set ultimateCopilot.toolchain.programs";

    /// <summary>By these it would load other code, or speak about itself.</summary>
    private static readonly Dictionary<string, string?> Unset = new() { ["NODE_OPTIONS"] = null, ["NODE_PATH"] = null, ["NODE_DEBUG"] = null, ["NODE_V8_COVERAGE"] = null };

    /// <summary>Large packages take a while to load, longer on a busy machine.</summary>
    private static readonly TimeSpan StartUp = TimeSpan.FromSeconds(5);

    private readonly ToolchainProgram _program = new("node", ["node"], options, time);

    /// <summary>Workers that run a script behind the one that all of them share.</summary>
    /// <param name="script">Name of the script.</param>
    /// <param name="flags">For Node.js.</param>
    /// <param name="module">Full path of the package that the script asks for, looked for at each start; null where it is not there.</param>
    public ResidentWorker StartWorkers(string script, IReadOnlyList<string> flags, Func<string?> module)
    {
        var code = WorkerScript.Read("node_worker.cjs") + WorkerScript.Read(script);
        var memory = Math.Max(options.MemoryLimit * 3 / 4 >> 20, 32);
        return new ResidentWorker(new WorkerPool(
            () => _program.Find() is { } path && module() is { } found
                ? new ChildCommand(path, ["--no-warnings", $"--max-old-space-size={memory}", .. flags, "-e", code, "--", found]) { Environment = Unset, StartUp = StartUp }
                : null,
            options, time));
    }
}

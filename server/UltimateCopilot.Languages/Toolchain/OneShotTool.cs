using System.Text.RegularExpressions;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>A program that is run anew for each text, and what is known of it.</summary>
internal sealed partial class OneShotTool : IAsyncDisposable
{
    private readonly string _toolchain;
    private readonly ToolchainProgram _program;
    private readonly ProcessRunner _runner;

    /// <summary>The version last asked for, and of which program.</summary>
    private KnownVersion? _version;

    /// <param name="toolchain">Name of the toolchain.</param>
    /// <param name="candidates">See <see cref="ToolchainProgram"/>.</param>
    /// <param name="options">What a process may use.</param>
    /// <param name="time">Measures it.</param>
    public OneShotTool(string toolchain, IReadOnlyList<string> candidates, ToolchainOptions options, TimeProvider time)
    {
        _toolchain = toolchain;
        _program = new ToolchainProgram(toolchain, candidates, options, time);
        _runner = new ProcessRunner(_program, options, time);
    }

    /// <summary>The program's full path; null where there is none.</summary>
    public string? Path => _program.Find();

    /// <summary>See <see cref="ProcessRunner.RunAsync"/>.</summary>
    public Task<ProcessOutcome?> RunAsync(ProcessRun run, CancellationToken cancellation) => _runner.RunAsync(run, cancellation);

    /// <summary>The first number with a dot that the program says when it is run for its version; null where there is none.</summary>
    public async Task<string?> VersionAsync(ProcessRun run, CancellationToken cancellation)
    {
        if (Path is not { } program)
        {
            return null;
        }

        if (_version is not { } known || known.Program != program)
        {
            if (await RunAsync(run, cancellation) is not { } outcome || Number().Match(outcome.Output + outcome.Error) is not { Success: true } number)
            {
                return null;
            }

            _version = known = new KnownVersion(program, number.Value);
        }

        return known.Number;
    }

    /// <summary>What is told of it in the doctor's list.</summary>
    public async Task<ToolchainStatus> DescribeAsync(string product, ProcessRun version, string advice, CancellationToken cancellation) =>
        await VersionAsync(version, cancellation) is { } number
            ? new ToolchainStatus(_toolchain, IsAvailable: true, $"{product} {number} at {Path}")
            : new ToolchainStatus(_toolchain, IsAvailable: false, $"{advice}, or set ultimateCopilot.toolchain.programs");

    public ValueTask DisposeAsync() => _runner.DisposeAsync();

    private sealed record KnownVersion(string Program, string Number);

    [GeneratedRegex(@"\d+(\.\d+)+")]
    private static partial Regex Number();
}

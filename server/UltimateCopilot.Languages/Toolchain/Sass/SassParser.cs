using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Toolchain.Node;

namespace UltimateCopilot.Languages.Toolchain.Sass;

/// <summary>SCSS by Sass's own parser, where a workspace or the machine has the package. Nothing is evaluated, and no other file is read.</summary>
internal sealed class SassParser : IToolchainParser
{
    private const string Name = "sass";

    private readonly IReadOnlyList<string> _folders;
    private readonly ToolchainProgram _command;
    private readonly ResidentWorker _worker;

    public SassParser(ToolchainOptions options, TimeProvider time)
    {
        _folders = options.Folders;
        _command = new ToolchainProgram(Name, [Name], options, time);
        _worker = new NodeProgram(options, time).StartWorkers("sass_worker.cjs", [], FindPackage);
    }

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation) =>
        await _worker.CheckAsync(document.Code, cancellation) is { } answer
            ? [.. answer.Errors!.Select(error => SassWords.Translate(error.Message, document.Text, document.CodeStart + error.Start))]
            : null;

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation) =>
        await _worker.DescribeAsync(cancellation) is { } answer
            ? new ToolchainStatus(Name, IsAvailable: true, $"Sass {answer.Version} at {answer.Path}")
            : new ToolchainStatus(Name, IsAvailable: false, "neither the workspace nor the machine has Sass for Node.js, or it does not answer; run 'npm install sass' in the workspace");

    public ValueTask DisposeAsync() => _worker.DisposeAsync();

    /// <summary>That of the workspace, else the one that the command on the path belongs to.</summary>
    private string? FindPackage() =>
        _folders.Concat(_command.Find() is { } command ? PlacesBeside(command) : [])
            .Select(static folder => Path.Combine(folder, "node_modules", Name)).FirstOrDefault(static package => File.Exists(Path.Combine(package, "package.json")));

    /// <summary>npm puts commands beside its packages on Windows and into bin beside lib elsewhere, and those of a project into its node_modules/.bin.</summary>
    private static IEnumerable<string> PlacesBeside(string command) =>
        ((string[])[".", "../lib", "../.."]).Select(place => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(command)!, place)));
}

using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Cpp;

/// <summary>
/// C and C++ by gcc or clang. Without the macros and headers of a project nothing can be said of a file, so it takes the project's own way to
/// compile it; and where a compiler misses a header or a declaration, that is no verdict on the syntax.
/// </summary>
internal sealed partial class CppParser(ToolchainOptions options, TimeProvider time) : IToolchainParser
{
    private const string Name = "cpp";
    private const int MostErrors = 20;

    private static readonly ToolPlaces Places = new(ColumnUnit.Utf8Bytes) { Breaks = LineBreaks.LineFeeds, SkipsByteOrderMark = true };

    private static readonly ProcessRun Version = new(["--version"]);

    /// <summary>What would have a compiler start other programs, take other options, or write files.</summary>
    private static readonly Dictionary<string, string?> Environment = new()
    {
        ["GCC_EXEC_PREFIX"] = null,
        ["COMPILER_PATH"] = null,
        ["DEPENDENCIES_OUTPUT"] = null,
        ["SUNPRO_DEPENDENCIES"] = null,
        ["CCC_OVERRIDE_OPTIONS"] = null,
    };

    private readonly CompilationDatabase _database = new(options.Folders);
    private readonly OneShotTool _gcc = new("gcc", ["gcc"], options, time);
    private readonly OneShotTool _clang = new("clang", ["clang"], options, time);

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        if (document.Path is not { } path || _database.Find(path) is not { } command || CompilerOf(command) is not { Path: not null } compiler)
        {
            return null;
        }

        var (flags, language) = CompilerFlags.Of(command);
        language ??= LanguageOf(command, document);
        if (language is not ("c" or "c++") || await compiler.VersionAsync(Version, cancellation) is not { } version)
        {
            return null;
        }

        string[] arguments =
        [
            .. compiler == _clang ? ["-fno-caret-diagnostics", $"-ferror-limit={MostErrors}"] : GccOptions(version),
            "-fsyntax-only", "-w", "-iquote", Path.GetDirectoryName(path)!, .. flags, "-x", language, "-",
        ];
        return await compiler.RunAsync(new ProcessRun(arguments) { Text = document.Code, Environment = Environment }, cancellation) is { } outcome
            ? Judge(outcome, document.Text)
            : null;
    }

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation)
    {
        var found = new List<string>();
        foreach (var (product, tool) in new[] { ("gcc", _gcc), ("clang", _clang) })
        {
            if (await tool.VersionAsync(Version, cancellation) is { } version)
            {
                found.Add($"{product} {version} at {tool.Path}");
            }
        }

        return found.Count > 0
            ? new ToolchainStatus(Name, IsAvailable: true, $"{string.Join(", ", found)}; for files that a compile_commands.json tells how to compile")
            : new ToolchainStatus(Name, IsAvailable: false, "neither gcc nor clang was found or answers; install one, or set it in ultimateCopilot.toolchain.programs");
    }

    public async ValueTask DisposeAsync()
    {
        await _gcc.DisposeAsync();
        await _clang.DisposeAsync();
    }

    /// <summary>What a compiler takes the file of a command for, by its own name and the file's.</summary>
    private static string LanguageOf(CompileCommand command, ToolchainDocument document) =>
        Path.GetFileNameWithoutExtension(command.Words[0]).Contains("++", StringComparison.Ordinal) ? "c++" : Path.GetExtension(command.File) switch
        {
            ".c" => "c",
            ".cpp" or ".cc" or ".cxx" or ".c++" or ".C" => "c++",
            _ => document.Language == "cpp" ? "c++" : "c",
        };

    /// <summary>Before version 11 gcc told columns in bytes and knew no option for it.</summary>
    private static string[] GccOptions(string version)
    {
        string[] common = ["-fno-diagnostics-show-caret", string.Create(CultureInfo.InvariantCulture, $"-fmax-errors={MostErrors}")];
        return int.Parse(version.Split('.')[0], CultureInfo.InvariantCulture) < 11 ? common : [.. common, "-fdiagnostics-column-unit=byte"];
    }

    private static List<Finding>? Judge(ProcessOutcome outcome, SourceText text)
    {
        if (outcome.ExitCode == 0)
        {
            return [];
        }

        var findings = new List<Finding>();
        foreach (Match match in Message().Matches(outcome.Error))
        {
            var message = match.Groups["message"].Value.Replace('‘', '\'').Replace('’', '\'');
            var column = match.Groups["column"] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
            var start = Places.OffsetAt(text, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), Math.Max(column, 1));
            if (match.Groups["kind"].Value == "note")
            {
                if (findings.Count > 0 && CppWords.IsOpener(message))
                {
                    findings[^1] = CppWords.WithOpener(findings[^1], start, text);
                }

                continue;
            }

            if (match.Groups["file"].Value != "<stdin>" || match.Groups["kind"].Value != "error" || !CppWords.IsSyntax(message))
            {
                break; // what follows may come from what is not known
            }

            var span = column > 0 ? TokenSpans.At(text, start) : TokenSpans.OnLine(text, start, null);
            findings.Add(CppWords.Translate(message, span, text));
        }

        return findings.Count > 0 ? FindingEchoes.Drop(findings, text) : null;
    }

    /// <summary>By its name alone: a workspace does not tell which program to start.</summary>
    private OneShotTool? CompilerOf(CompileCommand command)
    {
        var name = Compiler().Match(command.Words is [var first, ..] ? first : string.Empty).Groups["name"].Value;
        return name switch
        {
            "clang" or "clang++" => _clang,
            "gcc" or "g++" or "cc" or "c++" when OperatingSystem.IsMacOS() => _clang, // there they are names of clang
            "gcc" or "g++" => _gcc,
            "cc" or "c++" => _gcc.Path is not null ? _gcc : _clang,
            _ => null,
        };
    }

    [GeneratedRegex(@"(^|[/\\])(?<name>gcc|g\+\+|clang|clang\+\+|cc|c\+\+)(-\d+(\.\d+)*)?(\.exe)?$")]
    private static partial Regex Compiler();

    [GeneratedRegex(@"^(?<file>[^\r\n]+?):(?<line>\d{1,9}):((?<column>\d{1,9}):)? (?<kind>error|fatal error|note): (?<message>.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Message();
}

using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain.Lua;

/// <summary>
/// Lua by the interpreters on the machine, which load a text and do not run it. Its versions differ and a file does not tell which it is
/// for: what one of them accepts is fine.
/// </summary>
internal sealed partial class LuaParser(ToolchainOptions options, TimeProvider time) : IToolchainParser
{
    private const string Name = "lua";

    /// <summary>A first line for a shell is not Lua's. Loading compiles; the "t" refuses what is compiled already.</summary>
    private const string Script = """
        local code = io.read("*a"):gsub("^#[^\n]*", "")
        local _, message = (loadstring or load)(code, "=input", "t")
        print(_VERSION)
        print(message or "accepted")
        """;

    private static readonly string[] Candidates = ["lua5.5", "lua5.4", "lua54", "lua", "luajit", "lua5.3", "lua53", "lua5.2", "lua52", "lua5.1", "lua51"];

    private static readonly Dictionary<string, string?> Environment = new()
    {
        ["LUA_INIT"] = null,
        ["LUA_INIT_5_5"] = null,
        ["LUA_INIT_5_4"] = null,
        ["LUA_INIT_5_3"] = null,
        ["LUA_INIT_5_2"] = null,
    };

    private readonly OneShotTool[] _interpreters = [.. Candidates.Select(candidate => new OneShotTool(Name, [candidate], options, time))];

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        var code = document.Code;
        if (code.StartsWith('\u001B'))
        {
            return null; // compiled
        }

        Match? newest = null;
        foreach (var interpreter in _interpreters.Where(static interpreter => interpreter.Path is not null).DistinctBy(static interpreter => RealPath(interpreter.Path!)))
        {
            var run = new ProcessRun(["-e", Script]) { Text = code, Environment = Environment };
            if (await interpreter.RunAsync(run, cancellation) is not { } outcome || Answer().Match(outcome.Output) is not { Success: true } answer)
            {
                continue;
            }

            if (answer.Groups["message"].Value == "accepted")
            {
                return [];
            }

            newest = newest is null || Version(answer) > Version(newest) ? answer : newest;
        }

        // Before 5.4 a form may be missing that the file rightly uses.
        return newest is null || Version(newest) < 5.4m || Message().Match(newest.Groups["message"].Value) is not { Success: true } message || LuaWords.IsLimit(message.Groups["message"].Value)
            ? null
            : [LuaWords.Translate(message.Groups["message"].Value, document.Text, int.Parse(message.Groups["line"].Value, CultureInfo.InvariantCulture))];
    }

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation)
    {
        foreach (var interpreter in _interpreters.Where(static interpreter => interpreter.Path is not null))
        {
            if (await interpreter.DescribeAsync("Lua", new ProcessRun(["-v"]) { Environment = Environment }, string.Empty, cancellation) is { IsAvailable: true } status)
            {
                return status;
            }
        }

        return new ToolchainStatus(Name, IsAvailable: false, "lua was not found or does not answer; install Lua 5.4, or set ultimateCopilot.toolchain.programs");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var interpreter in _interpreters)
        {
            await interpreter.DisposeAsync();
        }
    }

    private static decimal Version(Match answer) => decimal.Parse(answer.Groups["version"].Value, CultureInfo.InvariantCulture);

    private static string RealPath(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    [GeneratedRegex(@"\ALua (?<version>\d\.\d)\r?\n(?<message>.+?)\s*\z", RegexOptions.Singleline)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^input:(?<line>\d{1,9}): (?<message>.+)$", RegexOptions.Singleline)]
    private static partial Regex Message();
}

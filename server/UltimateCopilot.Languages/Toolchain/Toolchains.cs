using System.Collections.Concurrent;
using UltimateCopilot.Languages.Toolchain.Cpp;
using UltimateCopilot.Languages.Toolchain.EcmaScript;
using UltimateCopilot.Languages.Toolchain.Go;
using UltimateCopilot.Languages.Toolchain.Java;
using UltimateCopilot.Languages.Toolchain.Lua;
using UltimateCopilot.Languages.Toolchain.Php;
using UltimateCopilot.Languages.Toolchain.Python;
using UltimateCopilot.Languages.Toolchain.Ruby;
using UltimateCopilot.Languages.Toolchain.Rust;
using UltimateCopilot.Languages.Toolchain.Sass;
using UltimateCopilot.Languages.Toolchain.Shell;
using UltimateCopilot.Languages.Toolchain.Sql;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>The toolchain parsers by the names that the catalogue uses, each made when first asked for.</summary>
/// <param name="options">What they may use.</param>
/// <param name="time">Measures it.</param>
/// <param name="made">Those that are there already.</param>
internal sealed class Toolchains(ToolchainOptions options, TimeProvider time, params IEnumerable<KeyValuePair<string, IToolchainParser>> made) : IAsyncDisposable
{
    private static readonly Dictionary<string, Func<ToolchainOptions, TimeProvider, IToolchainParser>> Factories = new(StringComparer.Ordinal)
    {
        ["bash"] = static (options, time) => new BashParser(options, time),
        ["cpp"] = static (options, time) => new CppParser(options, time),
        ["go"] = static (options, time) => new GoParser(options, time),
        ["java"] = static (options, time) => new JavaParser(options, time),
        ["javascript"] = static (options, time) => new JavaScriptParser(options, time),
        ["lua"] = static (options, time) => new LuaParser(options, time),
        ["php"] = static (options, time) => new PhpParser(options, time),
        ["postgresql"] = static (options, time) => new PostgresParser(options, time),
        ["python"] = static (options, time) => new PythonParser(options, time),
        ["ruby"] = static (options, time) => new RubyParser(options, time),
        ["rust"] = static (options, time) => new RustParser(options, time),
        ["sass"] = static (options, time) => new SassParser(options, time),
        ["typescript"] = static (options, time) => new TypeScriptParser(options, time),
    };

    private readonly ConcurrentDictionary<string, IToolchainParser> _made = new(made, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Factories.Keys;

    /// <summary>The parser of that name; null where the language has none.</summary>
    public IToolchainParser? Find(string? name) => name is null ? null : _made.GetOrAdd(name, key => Factories[key](options, time));

    public async ValueTask DisposeAsync()
    {
        foreach (var parser in _made.Values)
        {
            await parser.DisposeAsync();
        }
    }
}

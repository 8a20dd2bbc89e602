using System.Collections.Concurrent;
using UltimateCopilot.Languages.Toolchain.Java;
using UltimateCopilot.Languages.Toolchain.Ruby;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>The toolchain parsers by the names that the catalogue uses, each made when first asked for.</summary>
internal sealed class Toolchains(ToolchainOptions options, TimeProvider time) : IAsyncDisposable
{
    private static readonly Dictionary<string, Func<ToolchainOptions, TimeProvider, IToolchainParser>> Factories = new(StringComparer.Ordinal)
    {
        ["java"] = static (options, time) => new JavaParser(options, time),
        ["python"] = static (options, time) => new PythonParser(options, time),
        ["ruby"] = static (options, time) => new RubyParser(options, time),
    };

    private readonly ConcurrentDictionary<string, IToolchainParser> _made = new(StringComparer.Ordinal);

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

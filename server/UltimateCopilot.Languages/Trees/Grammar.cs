using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace UltimateCopilot.Languages.Trees;

/// <summary>A grammar of the native library with its symbols' names. One per grammar and process.</summary>
internal sealed class Grammar
{
    private static readonly ConcurrentDictionary<string, Grammar> Loaded = new(StringComparer.Ordinal);

    /// <summary>A native parser takes some 4 MiB, most of it for the state of a scanner: documents share them, and few parse at the same time.</summary>
    private const int MostIdleParsers = 4;

    private readonly ConcurrentBag<ParserHandle> _idle = [];
    private readonly string[] _names;
    private readonly bool[] _named;

    private Grammar(nint language)
    {
        Language = language;
        var count = (ushort)NativeSyntax.SymbolCount(language);
        _names = new string[count];
        _named = new bool[count];
        for (ushort symbol = 0; symbol < count; symbol++)
        {
            _names[symbol] = Marshal.PtrToStringUTF8(NativeSyntax.SymbolName(language, symbol)) ?? string.Empty;
            _named[symbol] = NativeSyntax.SymbolIsNamed(language, symbol) != 0;
        }
    }

    /// <summary>The native grammar, which lives as long as the process.</summary>
    public nint Language { get; }

    /// <summary>The grammar of that name.</summary>
    /// <exception cref="DllNotFoundException">The native library is not beside the program.</exception>
    /// <exception cref="NotSupportedException">The library is of another version, or has no such grammar.</exception>
    public static Grammar Load(string symbol) => Loaded.GetOrAdd(symbol, static name =>
    {
        if (NativeSyntax.Abi() != NativeSyntax.ExpectedAbi)
        {
            throw new NotSupportedException("The native syntax library is of another version than the program; build both again.");
        }

        var language = NativeSyntax.Language(name);
        return language == 0
            ? throw new NotSupportedException($"The native syntax library has no grammar '{name}'; build it again from grammars/.")
            : new Grammar(language);
    });

    /// <summary>A parser of this grammar that no one else uses, which keeps nothing of what it has parsed.</summary>
    /// <exception cref="NotSupportedException">The library cannot parse with this grammar.</exception>
    public ParserHandle RentParser()
    {
        if (_idle.TryTake(out var idle))
        {
            return idle;
        }

        var parser = NativeSyntax.ParserNew(Language);
        return parser.IsInvalid ? throw new NotSupportedException("The native syntax library cannot parse with this grammar; build it again from grammars/.") : parser;
    }

    /// <summary>Gives a parser back.</summary>
    public void Return(ParserHandle parser)
    {
        if (_idle.Count < MostIdleParsers)
        {
            _idle.Add(parser);
        }
        else
        {
            parser.Dispose();
        }
    }

    /// <summary>A symbol's name: the literal text of a token, or the name of a rule.</summary>
    public string NameOf(ushort symbol) => symbol < _names.Length ? _names[symbol] : "ERROR";

    /// <summary>Whether the symbol is a rule rather than a literal token.</summary>
    public bool IsNamed(ushort symbol) => symbol >= _named.Length || _named[symbol];

    /// <summary>The symbol of a rule.</summary>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public ushort SymbolOf(string rule)
    {
        for (ushort symbol = 0; symbol < _names.Length; symbol++)
        {
            if (_named[symbol] && _names[symbol] == rule)
            {
                return symbol;
            }
        }

        throw new ArgumentException($"The grammar has no rule '{rule}'.", nameof(rule));
    }

    /// <summary>Every literal token that is a word.</summary>
    public IEnumerable<string> Keywords => _names.Where((name, symbol) => !_named[symbol] && name.Length > 1 && name.All(char.IsAsciiLetter));

    /// <summary>The names of the literal tokens and rules that may follow in a parse state.</summary>
    public unsafe ExpectedSymbols ExpectedIn(ushort state)
    {
        const int Most = 512;
        var symbols = stackalloc ushort[Most];
        var count = state == 0 ? 0 : NativeSyntax.Expected(Language, state, symbols, Most);
        var literals = new List<string>();
        var rules = new List<string>();
        for (var i = 0; i < count; i++)
        {
            (IsNamed(symbols[i]) ? rules : literals).Add(NameOf(symbols[i]));
        }

        return new ExpectedSymbols(literals, rules);
    }
}

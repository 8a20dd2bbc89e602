namespace UltimateCopilot.Workspace.Ignoring;

/// <summary>One line of an ignore file.</summary>
internal sealed class IgnoreRule
{
    private readonly byte[] _pattern;

    /// <summary>How many leading bytes are literal; git compares these first and matches the glob behind them only.</summary>
    private readonly int _literal;

    private readonly bool _folderOnly;
    private readonly bool _nameOnly;
    private readonly bool _isSuffix;

    private IgnoreRule(ReadOnlySpan<byte> pattern)
    {
        Negated = pattern[0] == '!';
        var body = Negated ? pattern[1..] : pattern;
        // git looks at the trailing slash too when it decides whether "*x" is a mere suffix, which changes nothing but the speed.
        _isSuffix = body.StartsWith("*"u8) && body[1..].IndexOfAny("*?[\\"u8) < 0;
        _folderOnly = body.EndsWith("/"u8);
        body = _folderOnly ? body[..^1] : body;
        _nameOnly = !body.Contains((byte)'/');
        body = body.StartsWith("/"u8) ? body[1..] : body;
        var special = body.IndexOfAny("*?[\\"u8);
        _literal = special < 0 ? body.Length : special;
        _pattern = body.ToArray();
    }

    /// <summary>Whether the rule takes back what an earlier one ignores.</summary>
    public bool Negated { get; }

    /// <summary>Reads a line; nothing when it is empty or a comment.</summary>
    public static IgnoreRule? Parse(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line[0] == '#')
        {
            return null;
        }

        line = line[^1] == '\r' ? line[..^1] : line;
        var end = line.IndexOf((byte)0);
        line = WithoutTrailingSpaces(end < 0 ? line : line[..end]);
        return line.IsEmpty ? null : new IgnoreRule(line);
    }

    /// <summary>Whether the rule speaks about a path, given from the rule's folder on.</summary>
    public bool Matches(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name, bool isFolder, bool ignoreCase)
    {
        if (_folderOnly && !isFolder)
        {
            return false;
        }

        if (_nameOnly)
        {
            return MatchesName(name, ignoreCase);
        }

        if (path.Length < _literal || !SameBytes(path[.._literal], _pattern.AsSpan(0, _literal), ignoreCase))
        {
            return false;
        }

        return _literal == _pattern.Length
            ? path.Length == _literal
            : WildMatch.IsMatch(_pattern.AsSpan(_literal), path[_literal..], asPath: true, ignoreCase);
    }

    private bool MatchesName(ReadOnlySpan<byte> name, bool ignoreCase)
    {
        if (_literal == _pattern.Length)
        {
            return SameBytes(name, _pattern, ignoreCase);
        }

        if (_isSuffix)
        {
            return name.Length >= _pattern.Length - 1
                && SameBytes(name[(name.Length - _pattern.Length + 1)..], _pattern.AsSpan(1), ignoreCase);
        }

        return WildMatch.IsMatch(_pattern, name, asPath: false, ignoreCase);
    }

    private static bool SameBytes(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, bool ignoreCase) =>
        ignoreCase ? System.Text.Ascii.EqualsIgnoreCase(one, other) || one.SequenceEqual(other) : one.SequenceEqual(other);

    /// <summary>Cuts spaces at the end, but not one behind a backslash.</summary>
    private static ReadOnlySpan<byte> WithoutTrailingSpaces(ReadOnlySpan<byte> line)
    {
        var end = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
                if (i == line.Length)
                {
                    return line;
                }
            }
            else if (line[i] == ' ')
            {
                continue;
            }

            end = i + 1;
        }

        return line[..end];
    }
}

using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Sql.Lexing;

// What the client reads and the server never sees.
internal ref partial struct SqlLexer
{
    /// <summary>psql's commands that begin a line; those that start with 'd' and 'l' list, in many variants.</summary>
    private static readonly HashSet<string> PsqlCommands = new(StringComparer.Ordinal)
    {
        "a", "bind", "bind_named", "c", "C", "cd", "close_prepared", "connect", "conninfo", "copy", "COPY", "copyright", "crosstabview", "e", "echo", "ef", "elif", "else",
        "encoding", "endif", "endpipeline", "errverbose", "ev", "f", "flush", "flushrequest", "g", "gdesc", "getenv", "getresults", "gexec", "gset", "gx", "h",
        "help", "H", "html", "i", "if", "include", "include_relative", "ir", "o", "out", "p", "parse", "password", "print", "prompt", "pset", "q", "qecho", "quit",
        "r", "reset", "restrict", "s", "sendpipeline", "set", "setenv", "sf", "startpipeline", "sv", "syncpipeline", "t", "T", "timing", "unrestrict", "unset", "w",
        "warn", "watch", "write", "x", "z", "zS",
    };

    /// <summary>psql's commands that send the statement before them.</summary>
    private static readonly HashSet<string> PsqlSends = new(StringComparer.Ordinal)
    {
        "bind", "bind_named", "crosstabview", "g", "gdesc", "gexec", "gset", "gx", "parse", "sendpipeline", "watch",
    };

    /// <summary>Commands of SQL*Plus that take their line, at the start of a statement.</summary>
    private static readonly HashSet<string> SqlPlusCommands = new(StringComparer.OrdinalIgnoreCase)
    {
        "ACC", "ACCEPT", "BREAK", "BTITLE", "CL", "CLEAR", "COL", "COLUMN", "COMPUTE", "CONN", "CONNECT", "DEF", "DEFINE", "DESC", "DESCRIBE", "DISCONNECT", "EXEC",
        "HOST", "PAUSE", "PRINT", "PRO", "PROMPT", "QUIT", "REM", "REMARK", "SHO", "SHOW", "SPO", "SPOOL", "STA", "START", "TTITLE", "UNDEF", "UNDEFINE", "VAR",
        "VARIABLE", "WHENEVER",
    };

    /// <summary>Words behind SET that make it a statement of the server.</summary>
    private static readonly HashSet<string> ServerSettings = new(StringComparer.OrdinalIgnoreCase) { "TRANSACTION", "ROLE", "CONSTRAINT", "CONSTRAINTS" };

    private readonly bool IsStatementStart => _tokens.LastKind is SqlKind.Terminator or SqlKind.Semicolon;

    /// <summary>Takes the line away where it is the client's.</summary>
    private bool SkipClientLine()
    {
        if (!_isLineStart)
        {
            return false;
        }

        var unit = _text[_at];
        return unit switch
        {
            '\\' => _traits.IsPostgres && SkipPsqlCommand(),
            '.' when _traits.IsSqlite => IsStatementStart && char.IsAsciiLetter(Peek(1)) && TakeLine(),
            ':' => _traits.IsTSql && IsStatementStart && !_traits.IsPostgres && (char.IsAsciiLetter(Peek(1)) || Peek(1) == '!') && TakeLine(),
            '/' or '.' when _traits.IsOracle => Line().Trim().Length == 1 && EndStatement(),
            '@' or '$' or '!' when _traits.IsOracle => IsStatementStart && (unit != '$' || Peek(1) is ' ' or '\t') && TakeLine(),
            'd' or 'D' when _traits.IsMySql => ReadDelimiter(),
            'g' or 'G' when _traits.IsTSql => IsGo(Line()) && EndStatement(),
            _ => _traits.IsOracle && IsStatementStart && IsSqlPlus(Line()) && TakeLine(),
        };
    }

    private readonly ReadOnlySpan<char> Line()
    {
        var rest = _text[_at..];
        var end = rest.IndexOfAny('\r', '\n');
        return end < 0 ? rest : rest[..end];
    }

    private bool TakeLine()
    {
        var start = _at;
        var continues = true;
        while (continues && _at < _text.Length)
        {
            continues = _traits.IsOracle && Line().TrimEnd().EndsWith("-"); // SQL*Plus goes on behind a dash
            SkipLine();
            if (continues && _at < _text.Length)
            {
                _at += _text[_at] == '\r' && Peek(1) == '\n' ? 2 : 1;
            }
        }

        _tokens.ClientText.Add(new TextSpan(start, _at));
        return true;
    }

    private bool EndStatement()
    {
        var start = _at;
        TakeLine();
        _tokens.Add(SqlKind.Terminator, start, _at);
        _copyState = CopyState.StatementStart;
        return true;
    }

    private bool SkipPsqlCommand()
    {
        var name = PsqlName();
        if (!IsPsqlCommand(name))
        {
            return false;
        }

        if (PsqlSends.Contains(name.ToString()) && !IsStatementStart)
        {
            return EndStatement();
        }

        var line = Line();
        TakeLine();
        if (name.Equals("copy", StringComparison.OrdinalIgnoreCase) && line.IndexOf("from", StringComparison.OrdinalIgnoreCase) is > 0 and var from
            && line[from..].IndexOf("stdin", StringComparison.OrdinalIgnoreCase) > 0)
        {
            SkipCopyData();
        }

        return true;
    }

    private readonly ReadOnlySpan<char> PsqlName()
    {
        var rest = _text[(_at + 1)..];
        var end = 0;
        while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] == '_'))
        {
            end++;
        }

        return rest[..end];
    }

    private readonly bool IsPsqlCommand(ReadOnlySpan<char> name) =>
        name.Length == 0 ? Peek(1) is '!' or '?' or '.'
        : name[0] is 'd' or 'l' || PsqlCommands.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>A backslash behind other text: psql's command that sends the statement, or nothing known.</summary>
    private void ReadBackslash()
    {
        if (_traits.IsPostgres && Peek(1) == ';')
        {
            Add(SqlKind.Terminator, 2);
        }
        else if (_traits.IsPostgres && PsqlSends.GetAlternateLookup<ReadOnlySpan<char>>().Contains(PsqlName()))
        {
            EndStatement();
        }
        else if (_traits.Backslashes && Peek(1) == 'N')
        {
            Add(SqlKind.Parameter, 2); // MySQL's other word for NULL
        }
        else
        {
            Add(SqlKind.Stray, 1);
        }
    }

    private bool ReadDelimiter()
    {
        var line = Line().TrimEnd();
        if (line.Length < 11 || !line.StartsWith("DELIMITER", StringComparison.OrdinalIgnoreCase) || line[9] is not (' ' or '\t'))
        {
            return false;
        }

        var delimiter = line[10..].Trim();
        _delimiter = delimiter is ";" ? [] : delimiter;
        return EndStatement();
    }

    private static bool IsGo(ReadOnlySpan<char> line)
    {
        var word = line.TrimEnd(" \t;");
        return word.StartsWith("GO", StringComparison.OrdinalIgnoreCase) && word[2..].Trim().IndexOfAnyExceptInRange('0', '9') < 0
            && (word.Length == 2 || word[2] is ' ' or '\t');
    }

    private static bool IsSqlPlus(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny(" \t;");
        var word = end < 0 ? line : line[..end];
        if (word.Equals("EXECUTE", StringComparison.OrdinalIgnoreCase) || word.Equals("LOAD", StringComparison.OrdinalIgnoreCase))
        {
            return !line[word.Length..].TrimStart().StartsWith("IMMEDIATE", StringComparison.OrdinalIgnoreCase);
        }

        if (!word.Equals("SET", StringComparison.OrdinalIgnoreCase))
        {
            return SqlPlusCommands.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
        }

        var rest = line[word.Length..].Trim(" \t;");
        end = rest.IndexOfAny(' ', '\t');
        return !ServerSettings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(end < 0 ? rest : rest[..end]);
    }

    private void NoteCopy(ushort kind)
    {
        _copyState = _copyState switch
        {
            CopyState.StatementStart => kind == _copy ? CopyState.Copy : CopyState.None,
            CopyState.Copy when kind == _from => CopyState.From,
            CopyState.From => kind == _stdin ? CopyState.Stdin : CopyState.Copy,
            var state => state,
        };
    }

    private void AddSemicolon()
    {
        Add(SqlKind.Semicolon, 1);
        var reads = _copyState == CopyState.Stdin;
        _copyState = CopyState.StatementStart;
        if (reads)
        {
            SkipCopyData();
        }
    }

    /// <summary>Takes the lines of data up to <c>\.</c>; where none follows, what follows is no data.</summary>
    private void SkipCopyData()
    {
        var start = _at;
        for (var at = _at; !_hasNoMoreData && _text[at..].IndexOf("\n\\.") is >= 0 and var next; at = _at)
        {
            _at = at + next + 3;
            if (Line().Trim().IsEmpty)
            {
                _tokens.ClientText.Add(new TextSpan(start, _at));
                return;
            }
        }

        _hasNoMoreData = true;
        _at = start;
    }
}

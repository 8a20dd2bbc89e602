using UltimateCopilot.Languages.Explain;

namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>Finds the words of a statement that may be macros, and what each of them may stand for.</summary>
internal sealed class MacroUses(CSource source, CWords words)
{
    private static readonly string[] Heads = ["if", "else", "while", "switch", "for", "do", "return", "struct", "class", "union", "enum", "namespace", "catch", "try", "case", "static", "const", "extern", "typedef", "unsigned", "template", "typename", "inline", "void", "char", "public", "private", "virtual"];

    /// <summary>Whether a word is rather a keyword with a typing error; all of two letters are.</summary>
    public static bool IsMisspelt(string word) =>
        word.Length <= 2 || Misspelling.KeywordNear(word, Heads) is not null || Array.Exists(Heads, head => head.Length == word.Length - 1 && IsWithOneMore(word, head));

    /// <summary>As in <c>iff</c> and <c>forr</c>.</summary>
    private static bool IsWithOneMore(string word, string head)
    {
        var same = word.AsSpan().CommonPrefixLength(head);
        return word.AsSpan(same + 1).SequenceEqual(head.AsSpan(same));
    }

    public List<MacroUse> Find(CStatement statement)
    {
        var uses = new List<MacroUse>();
        for (var i = statement.Start; i < statement.End; i++)
        {
            if (!source.IsWord(i) || CWords.IsKeyword(source.TextOf(i)) || source.SignOf(i - 1) == '.' || (source.SignOf(i - 1) == '>' && source.SignOf(i - 2) == '-'))
            {
                continue;
            }

            var close = source.SignOf(i + 1) == '(' && source.CloseOf(i + 1) is var found && found < statement.End ? found : -1;
            var roles = RolesOf(statement, i, close);
            if (roles.Count > 0)
            {
                uses.Add(new MacroUse(source.TextOf(i).ToString(), i, Math.Max(close, i), roles));
            }
        }

        return uses;
    }

    private List<MacroRole> RolesOf(CStatement statement, int token, int close)
    {
        var word = source.TextOf(token).ToString();
        var isMacro = words.IsMacro(word);
        if (close < 0)
        {
            return isMacro && (IsPartOfString(token) || !words.IsValue(word)) ? [MacroRole.Nothing] : [];
        }

        var roles = new List<MacroRole>();
        if (statement.Context == CContext.Body && IsHeadOfStatement(statement, token, close) && (isMacro || !IsMisspelt(word)))
        {
            roles.Add(MacroRole.Condition);
        }

        if (statement.Context == CContext.File && source.IsWord(close + 1) && !CWords.IsKeyword(source.TextOf(close + 1)) && source.SignOf(close + 2) == '(' && HasOnlyLiterals(token + 1, close))
        {
            roles.Add(MacroRole.Nothing);
        }

        if (isMacro && source.SignOf(token - 1) == ')' && source.IsQuoted(token + 2) && FollowsItself(token))
        {
            roles.Add(MacroRole.Nothing); // strings side by side
        }

        // Where declarations stand, what is called with a keyword and ends with its line is a macro.
        var isDeclaration = !isMacro && statement.Context != CContext.Body && token == statement.Start && close + 1 < statement.End && HasOtherThanValues(token + 1, close)
            && source.IsFirstOnLine(close + 1) && source.ColumnOf(close + 1) <= source.ColumnOf(token);
        if (isDeclaration)
        {
            roles.Add(MacroRole.Nothing);
        }

        // Within a body a macro that is elsewhere called like a function is one here; where declarations stand, nothing is called.
        var mayBeNothing = isMacro && (statement.Context != CContext.Body || !words.IsFunction(word));
        if (mayBeNothing || ((isMacro || IsCall(statement, token)) && HasOtherThanValues(token + 1, close)) || (isMacro && IsDeclaration(token + 2)))
        {
            roles.Add(MacroRole.Name);
        }

        if (mayBeNothing)
        {
            roles.Insert(source.SignOf(close + 1) is ';' or ',' or ')' or '=' || roles.Contains(MacroRole.Condition) ? roles.Count : 0, MacroRole.Nothing);
            roles.Add(MacroRole.Decoration);
        }

        return roles;
    }

    /// <summary>Whether a name with parentheses is called there, and not declared.</summary>
    private bool IsCall(CStatement statement, int token) =>
        statement.Context == CContext.Body && (token == statement.Start || source.SignOf(token - 1) is not ('\0' or '*' or '&' or '>' or '~') || source.TextOf(token - 1) is "return" or "case" or "else");

    /// <summary>Strings that stand side by side are one (C23 5.1.1.2), and a macro may be one of them.</summary>
    private bool IsPartOfString(int token) => source.IsQuoted(token - 1) || source.IsQuoted(token + 1)
        || (source.IsWord(token - 1) && words.IsMacro(source.TextOf(token - 1)) && !source.IsFirstOnLine(token));

    /// <summary>No call is followed by a block, or by a line that is indented deeper, except that of a macro which is a loop.</summary>
    private bool IsHeadOfStatement(CStatement statement, int token, int close)
    {
        if (token != statement.Start && source.SignOf(token - 1) is not (')' or ':') && !source.Is(token - 1, "else") && !source.Is(token - 1, "do"))
        {
            return false;
        }

        return close == statement.End - 2 && statement.Opens == CContext.Body
            || (close + 1 < statement.End && source.Tokens[close + 1].Kind == CTokenKind.Word && source.IsFirstOnLine(close + 1)
                && source.ColumnOf(close + 1) > source.IndentOf(token));
    }

    /// <summary>Whether there is an argument that no function takes: a type, an operator, nothing, or a piece of a program.</summary>
    private bool HasOtherThanValues(int open, int close)
    {
        const int LongestCall = 400;
        var start = open + 1;
        var depth = 0;
        for (var i = open + 1; i <= close && close - open < LongestCall; i++)
        {
            var sign = source.SignOf(i);
            if (depth == 0 && (i == close || sign == ','))
            {
                if (IsNoValue(start, i))
                {
                    return true;
                }

                start = i + 1;
            }

            depth += sign is '(' or '[' or '{' ? 1 : sign is ')' or ']' or '}' ? -1 : 0;
        }

        return false;
    }

    /// <summary>As in <c>EXPECT_THROW(Reader reader("x"), Error)</c>; two names of small letters rather lack a comma.</summary>
    private bool IsDeclaration(int start)
    {
        var name = start;
        while (source.IsWord(name) && source.SignOf(name + 1) == ':' && source.SignOf(name + 2) == ':')
        {
            name += 3;
        }

        return source.IsWord(name) && (name > start || char.IsAsciiLetterUpper(source.TextOf(start)[0])) && source.IsWord(name + 1) && source.SignOf(name + 2) is '(' or '{' or '=';
    }

    private bool FollowsItself(int token)
    {
        const int Furthest = 400;
        var depth = 0;
        for (var i = token - 1; i > Math.Max(0, token - Furthest); i--)
        {
            depth += source.SignOf(i) switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth == 0)
            {
                return source.TextOf(i - 1).SequenceEqual(source.TextOf(token));
            }
        }

        return false;
    }

    /// <summary>As in <c>void printflike(1, 2) warn(const char *, ...)</c>.</summary>
    private bool HasOnlyLiterals(int open, int close)
    {
        for (var i = open + 1; i < close; i++)
        {
            if (source.Tokens[i].Kind is not (CTokenKind.Number or CTokenKind.Quoted) && source.SignOf(i) != ',')
            {
                return false;
            }
        }

        return close > open + 1;
    }

    private bool IsNoValue(int start, int end)
    {
        if (start == end)
        {
            return false; // a comma too many
        }

        if (source.TextOf(start) is "throw" or "return" or "break" or "continue" or "goto" or "if" or "for" or "while" or "case" or "using" or "typedef" or "static" or "extern" or "inline")
        {
            return true;
        }

        if (source.SignOf(start) == '.' && source.IsWord(start + 1) && source.SignOf(start + 2) is '=' or '[' or '.')
        {
            return true; // a designated initialiser
        }

        var (words, types, stars, others, scopes) = (0, 0, 0, 0, 0);
        for (var i = start; i < end; i++)
        {
            if (source.IsWord(i))
            {
                words++;
                types += CWords.IsType(source.TextOf(i)) ? 1 : 0;
            }
            else if (source.SignOf(i) is '*' or '&')
            {
                stars++;
            }
            else if (source.SignOf(i) is ':' or '<' or '>')
            {
                scopes++;
            }
            else
            {
                others++;
            }
        }

        var isOperator = words == 0 && !source.IsQuoted(start) && source.Tokens[start].Kind == CTokenKind.Sign && others + stars + scopes == end - start && end - start <= 3
            && source.SignOf(start) is not ('(' or '[' or ')' or ']');
        var isType = types > 0 && (source.IsWord(start) && CWords.IsType(source.TextOf(start)) || others + scopes == 0);
        return isOperator || isType || (stars > 0 && words > 0 && others == 0 && source.SignOf(end - 1) is '*' or '&');
    }
}

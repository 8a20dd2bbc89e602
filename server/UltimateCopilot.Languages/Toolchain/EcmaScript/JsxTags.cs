namespace UltimateCopilot.Languages.Toolchain.EcmaScript;

/// <summary>Reads the tags of JSX behind an element that is never closed, as far as that goes without parsing the code between them.</summary>
internal sealed class JsxTags(string code, int limit)
{
    private readonly List<string> _open = [];
    private int _at;

    /// <summary>The name of the tag at an offset behind <c>&lt;</c> or <c>&lt;/</c>; empty for that of a fragment.</summary>
    public static string NameAt(string code, int start)
    {
        var end = start;
        while (end < code.Length && (IsNamePart(code[end]) || code[end] is '-' or '.' or ':'))
        {
            end++;
        }

        return code[start..end];
    }

    /// <summary>Where the end tag stands that closes an element around the one that starts at <paramref name="opener"/>; -1 where that cannot be told.</summary>
    public int FindForeignEnd(int opener)
    {
        for (_at = opener; (_at = code.IndexOf('<', _at, limit - _at)) >= 0 && _at + 1 < limit;)
        {
            if (code[_at + 1] != '/')
            {
                if (!TryOpen())
                {
                    return -1;
                }

                continue;
            }

            var partner = _open.LastIndexOf(NameAt(code, _at + 2));
            if (partner <= 0)
            {
                return partner < 0 ? _at : -1; // the element itself is not closed by this, or it would be fine
            }

            _open.RemoveRange(partner, _open.Count - partner);
            _at += 2;
        }

        return -1;
    }

    private static bool IsNamePart(char unit) => char.IsLetterOrDigit(unit) || unit is '_' or '$';

    /// <summary>Goes behind a start tag, or behind a '&lt;' that is none; false where the tag does not end.</summary>
    private bool TryOpen()
    {
        var start = _at++;
        var name = NameAt(code, _at);
        var isTag = name.Length > 0 ? !char.IsDigit(name[0]) && (start == 0 || !(IsNamePart(code[start - 1]) || code[start - 1] is ')' or ']')) : code[_at] == '>';
        if (!isTag)
        {
            return true; // a comparison, or the types of a call
        }

        _at += name.Length;
        if (FindEndOfTag() is not { } end)
        {
            return false;
        }

        _at = end + 1;
        if (code[end - 1] != '/')
        {
            _open.Add(name);
        }

        return true;
    }

    /// <summary>The '>' of a tag, passing over what its attributes hold.</summary>
    private int? FindEndOfTag()
    {
        var (braces, types) = (0, 0);
        for (var at = _at; at < limit; at++)
        {
            switch (code[at])
            {
                case '"' or '\'' or '`':
                    at = code.IndexOf(code[at], at + 1, limit - at - 1);
                    if (at < 0)
                    {
                        return null;
                    }

                    break;
                case '{':
                    braces++;
                    break;
                case '}':
                    braces--;
                    break;
                case '<' when braces == 0:
                    types++;
                    break;
                case '>' when braces == 0 && types-- == 0:
                    return at;
                default:
                    break;
            }
        }

        return null;
    }
}

using System.Text.RegularExpressions;

namespace UltimateCopilot.Languages.Embedded;

/// <summary>What language the content of a <c>script</c> or <c>style</c> element is written in.</summary>
/// <remarks>https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type and https://mimesniff.spec.whatwg.org/#javascript-mime-type</remarks>
internal static partial class TagLanguage
{
    /// <summary>The language by the attributes of a start tag; empty where it is none that is known, such as that of a template.</summary>
    /// <param name="tag">The start tag.</param>
    /// <param name="otherwise">The language where the tag names none.</param>
    public static string Of(string tag, string otherwise)
    {
        string? type = null, lang = null;
        foreach (Match attribute in Attribute().Matches(tag))
        {
            var value = attribute.Groups["value"].Value.Trim().ToLowerInvariant();
            switch (attribute.Groups["name"].Value.ToLowerInvariant())
            {
                case "type":
                    type ??= value;
                    break;
                case "lang":
                    lang ??= value;
                    break;
                default:
                    break;
            }
        }

        if (lang is { Length: > 0 })
        {
            return lang;
        }

        return (type ?? string.Empty).Split(';')[0].TrimEnd() switch
        {
            "" => otherwise,
            "module" or "text/javascript" or "application/javascript" or "text/ecmascript" or "application/ecmascript" or "application/x-javascript" => "javascript",
            "text/babel" or "text/jsx" => "javascriptreact",
            "text/typescript" or "application/typescript" => "typescript",
            "importmap" or "speculationrules" or "application/json" or "text/json" => "json",
            "text/css" => "css",
            "text/scss" or "text/x-scss" => "scss",
            var other => other.EndsWith("+json", StringComparison.Ordinal) ? "json" : string.Empty,
        };
    }

    [GeneratedRegex("""[\s"'](?<name>[^\s"'<>/=]+)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+))""")]
    private static partial Regex Attribute();
}

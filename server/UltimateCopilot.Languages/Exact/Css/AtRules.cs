using System.Collections.Frozen;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>The at-rules by name: those of the CSS specifications, those that tools add to CSS, and those of Sass.</summary>
internal static class AtRules
{
    private static readonly Dictionary<string, AtRuleShape> Css = new(StringComparer.OrdinalIgnoreCase)
    {
        ["charset"] = AtRuleShape.Charset,
        ["import"] = AtRuleShape.Import,
        ["namespace"] = AtRuleShape.Statement,
        ["custom-media"] = AtRuleShape.Statement,
        ["custom-selector"] = AtRuleShape.Statement,
        ["media"] = AtRuleShape.MediaQuery,
        ["supports"] = AtRuleShape.Condition,
        ["container"] = AtRuleShape.ContainerQuery,
        ["scope"] = AtRuleShape.Rules,
        ["starting-style"] = AtRuleShape.Rules,
        ["document"] = AtRuleShape.Rules,
        ["layer"] = AtRuleShape.Layer,
        ["keyframes"] = AtRuleShape.Keyframes,
        ["font-face"] = AtRuleShape.BareDeclarations,
        ["view-transition"] = AtRuleShape.BareDeclarations,
        ["page"] = AtRuleShape.Declarations,
        ["property"] = AtRuleShape.Declarations,
        ["counter-style"] = AtRuleShape.Declarations,
        ["font-palette-values"] = AtRuleShape.Declarations,
        ["position-try"] = AtRuleShape.Declarations,
        ["color-profile"] = AtRuleShape.Declarations,
        ["viewport"] = AtRuleShape.BareDeclarations,
        ["font-feature-values"] = AtRuleShape.Mixed,
        ["function"] = AtRuleShape.Mixed,

        // Other tools': known here, so that they are not taken for misspelt ones.
        ["apply"] = AtRuleShape.Unknown,
        ["tailwind"] = AtRuleShape.Unknown,
        ["theme"] = AtRuleShape.Unknown,
        ["plugin"] = AtRuleShape.Unknown,
        ["source"] = AtRuleShape.Unknown,
        ["config"] = AtRuleShape.Unknown,
        ["utility"] = AtRuleShape.Unknown,
        ["variant"] = AtRuleShape.Unknown,
        ["variants"] = AtRuleShape.Unknown,
        ["responsive"] = AtRuleShape.Unknown,
        ["screen"] = AtRuleShape.Unknown,
        ["layers"] = AtRuleShape.Unknown,
        ["reference"] = AtRuleShape.Unknown,
        ["custom-variant"] = AtRuleShape.Unknown,
        ["value"] = AtRuleShape.Unknown,
        ["nest"] = AtRuleShape.Unknown,
    };

    private static readonly Dictionary<string, AtRuleShape> SassOnly = new(StringComparer.OrdinalIgnoreCase)
    {
        ["use"] = AtRuleShape.Module,
        ["forward"] = AtRuleShape.Module,
        ["mixin"] = AtRuleShape.Mixin,
        ["function"] = AtRuleShape.Function,
        ["include"] = AtRuleShape.Include,
        ["return"] = AtRuleShape.Expression,
        ["debug"] = AtRuleShape.Expression,
        ["warn"] = AtRuleShape.Expression,
        ["error"] = AtRuleShape.Expression,
        ["if"] = AtRuleShape.If,
        ["else"] = AtRuleShape.Else,
        ["elseif"] = AtRuleShape.Else,
        ["while"] = AtRuleShape.While,
        ["each"] = AtRuleShape.Each,
        ["for"] = AtRuleShape.For,
        ["extend"] = AtRuleShape.Extend,
        ["at-root"] = AtRuleShape.AtRoot,
        ["content"] = AtRuleShape.Content,
    };

    /// <summary>Sass's own, known in CSS so that tools that have borrowed them can be used.</summary>
    private static readonly FrozenDictionary<string, AtRuleShape> PlainRules =
        Css.Concat(SassOnly.Where(static rule => !Css.ContainsKey(rule.Key)).Select(static rule => KeyValuePair.Create(rule.Key, AtRuleShape.Unknown)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, AtRuleShape> SassRules =
        SassOnly.Concat(Css.Where(static rule => !SassOnly.ContainsKey(rule.Key))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The shape of the rule with a name, without the prefix of a vendor; false where it is not known.</summary>
    public static bool TryFind(ReadOnlySpan<char> name, bool isSass, out AtRuleShape shape)
    {
        if (name.StartsWith("-") && name[1..].IndexOf('-') is > 0 and var end)
        {
            name = name[(end + 2)..];
        }

        return (isSass ? SassRules : PlainRules).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out shape);
    }

    /// <summary>The names that a misspelt one may have been meant to be.</summary>
    public static IEnumerable<string> Names(bool isSass) => isSass ? SassRules.Keys : PlainRules.Keys;
}

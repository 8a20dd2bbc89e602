using System.Collections.Frozen;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>The pseudo-classes without arguments of Selectors 4, to tell 'a:hover' from 'color:red'.</summary>
internal static class PseudoClasses
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "active", "any-link", "autofill", "blank", "buffering", "checked", "current", "default", "defined", "disabled", "empty", "enabled", "first",
            "first-child", "first-of-type", "focus", "focus-visible", "focus-within", "fullscreen", "future", "has-slotted", "host", "hover", "in-range",
            "indeterminate", "invalid", "last-child", "last-of-type", "left", "link", "local-link", "modal", "muted", "only-child", "only-of-type", "open",
            "optional", "out-of-range", "past", "paused", "picture-in-picture", "placeholder-shown", "playing", "popover-open", "read-only", "read-write",
            "required", "right", "root", "scope", "seeking", "stalled", "target", "target-within", "user-invalid", "user-valid", "valid", "visited",
            "after", "before", "first-letter", "first-line",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Contains(ReadOnlySpan<char> name) => name.StartsWith("-") || Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}

using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.EcmaScript;

/// <summary>Tells JavaScript with the types of Flow by its mark, <c>@flow</c> in a comment before all code.</summary>
internal static class FlowPragma
{
    /// <summary>Comments before the code are read up to here.</summary>
    private const int Longest = 8192;

    /// <summary>Whether the mark stands there.</summary>
    public static bool IsIn(SourceText text)
    {
        var head = text.ToString(new TextSpan(0, Math.Min(text.Length, Longest))).AsSpan().TrimStart('\uFEFF');
        while (true)
        {
            head = head.TrimStart();
            var isBlock = head.StartsWith("/*");
            if (!isBlock && !head.StartsWith("//") && !head.StartsWith("#!"))
            {
                return false;
            }

            var end = isBlock ? head[2..].IndexOf("*/") + 2 : head.IndexOf('\n');
            var comment = end < 2 ? head : head[..end];
            if (comment.Contains("@flow", StringComparison.Ordinal))
            {
                return true;
            }

            head = head[comment.Length..];
            head = isBlock && head.StartsWith("*/") ? head[2..] : head;
        }
    }
}

namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>Templates that Dockerfiles are made of by other tools: what stands within their marks is not judged.</summary>
internal sealed partial class DockerReader
{
    /// <summary>Marks of tools that make Dockerfiles out of templates.</summary>
    private static readonly (string Open, string Close)[] Templates = [("{{", "}}"), ("{%", "%}"), ("<%", "%>")];

    /// <summary>Whether the arguments hold marks of a template, so that nobody knows what they will be.</summary>
    private bool IsTemplate(int start)
    {
        var arguments = _line.Text[start..];
        return arguments.Contains("{{", StringComparison.Ordinal) || arguments.Contains("%%", StringComparison.Ordinal) || arguments.Contains("{%", StringComparison.Ordinal) || arguments.Contains("<%", StringComparison.Ordinal);
    }

    /// <summary>Where a mark of a template is opened and not closed on a line, passes over the lines up to its partner.</summary>
    private bool SkipTemplate(int start, int end)
    {
        foreach (var (open, close) in Templates)
        {
            var depth = Count(Text[start..end], open) - Count(Text[start..end], close);
            if (depth <= 0 || _hasUnclosedTemplate)
            {
                continue;
            }

            var next = _next;
            while (next < _text.Count && depth > 0)
            {
                var lineEnd = LineEnd(next);
                depth += Count(Text[next..lineEnd], open) - Count(Text[next..lineEnd], close);
                next = NextLine(lineEnd);
            }

            _next = depth > 0 ? _next : next;
            _hasUnclosedTemplate = depth > 0;
            return depth <= 0;
        }

        return false;
    }

    private static int Count(ReadOnlySpan<char> text, string mark)
    {
        var count = 0;
        while (text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var found)
        {
            text = text[(found + mark.Length)..];
            count++;
        }

        return count;
    }
}

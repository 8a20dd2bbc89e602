using System.Text;

namespace UltimateCopilot.Doctor;

/// <summary>An examination as a text for people.</summary>
internal static class DoctorReport
{
    /// <summary>As lines for a terminal: one a part, what to do below it, and the sum.</summary>
    public static string ToText(IReadOnlyList<Diagnosis> diagnoses)
    {
        var text = new StringBuilder();
        var width = diagnoses.Max(static diagnosis => diagnosis.Part.Length);
        foreach (var diagnosis in diagnoses)
        {
            text.Append(diagnosis.IsFine ? "✓ " : "✗ ").Append(diagnosis.Part.PadRight(width)).Append("  ").Append(diagnosis.Detail).Append('\n');
            if (diagnosis.Advice is not null)
            {
                text.Append(' ', width + 4).Append(diagnosis.Advice).Append('\n');
            }
        }

        var broken = diagnoses.Count(static diagnosis => diagnosis is { IsFine: false, IsRequired: true });
        var missing = diagnoses.Count(static diagnosis => diagnosis is { IsFine: false, IsRequired: false });
        text.Append('\n').Append(broken > 0 ? $"{broken} of what is required does not work." : "All that is required works.");
        return text.Append(missing > 0 ? $" {missing} of what is optional is missing.\n" : "\n").ToString();
    }

    /// <summary>As Markdown, for a preview in an editor.</summary>
    public static string ToMarkdown(IReadOnlyList<Diagnosis> diagnoses)
    {
        var text = new StringBuilder("# Ultimate Copilot: doctor\n\n| | part | state |\n| --- | --- | --- |\n");
        foreach (var diagnosis in diagnoses)
        {
            text.Append("| ").Append(diagnosis.IsFine ? "✓" : "✗").Append(" | ").Append(diagnosis.Part).Append(" | ").Append(diagnosis.Detail).Append(" |\n");
        }

        var advice = diagnoses.Where(static diagnosis => diagnosis.Advice is not null).ToList();
        if (advice.Count > 0)
        {
            text.Append("\n## What to do\n\n");
            foreach (var diagnosis in advice)
            {
                text.Append("- **").Append(diagnosis.Part).Append("**: ").Append(diagnosis.Advice).Append('\n');
            }
        }

        return text.ToString();
    }
}

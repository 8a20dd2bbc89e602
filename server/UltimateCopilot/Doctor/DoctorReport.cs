using System.Text;

namespace UltimateCopilot.Doctor;

/// <summary>An examination as a text for people.</summary>
internal static class DoctorReport
{
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

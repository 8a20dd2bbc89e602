using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Checking;

/// <summary>A document with a person who edits it, and a checker that follows.</summary>
internal sealed class Typist(DocumentChecker checker, string content) : IDisposable
{
    private readonly List<DocumentEdit> _edits = [];
    private bool _isNew = true;

    public SourceText Text { get; private set; } = SourceText.From(content);

    /// <summary>Replaces the first occurrence of <paramref name="what"/>.</summary>
    public Typist Replace(string what, string with)
    {
        var start = Text.ToString().IndexOf(what, StringComparison.Ordinal);
        var span = new TextSpan(start, start + what.Length);
        Text = Text.Replace(span, with);
        _edits.Add(new DocumentEdit(new TextChange(span, with.Length), Text));
        return this;
    }

    /// <summary>Every report on the text of now.</summary>
    public async Task<List<SyntaxReport>> CheckAsync(Layer deepest = Layer.Exact, CancellationToken cancellation = default)
    {
        IReadOnlyList<DocumentEdit>? edits = _isNew ? null : [.. _edits];
        _isNew = false;
        _edits.Clear();
        var reports = new List<SyntaxReport>();
        await foreach (var report in checker.CheckAsync(Text, edits, deepest, cancellation))
        {
            reports.Add(report);
        }

        return reports;
    }

    public void Dispose() => checker.Dispose();
}

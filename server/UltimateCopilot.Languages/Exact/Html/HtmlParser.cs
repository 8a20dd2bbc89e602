using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>
/// HTML as browsers read it, with an eye for the mistakes they mend in silence: elements that are never closed, end tags without a start,
/// broken tags, quotes and comments. What a third of all pages has and no page suffers from is passed over: a bare '&amp;', a missing doctype.
/// </summary>
internal sealed class HtmlParser : IExactParser
{
    public bool OverrulesGrammar => true;

    public bool IsInstant => true;

    public bool ReplacesGrammar => true;

    public bool ClearsMarkers => false;

    public IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation)
    {
        using var flat = new FlatText(text);
        var plain = Read(text, flat.Units, byIndentation: false, cancellation);
        if (plain.Unpaired == 0)
        {
            return plain.ToList();
        }

        // Something does not add up: pair again, now believing the indentation where it contradicts.
        var indented = Read(text, flat.Units, byIndentation: true, cancellation);
        return (indented.Unpaired <= plain.Unpaired ? indented : plain).ToList();
    }

    private static HtmlFindings Read(SourceText text, ReadOnlySpan<char> units, bool byIndentation, CancellationToken cancellation)
    {
        var findings = new HtmlFindings(text);
        var tokenizer = new HtmlTokenizer(units, units.StartsWith("\uFEFF") ? 1 : 0, findings);
        var balance = new HtmlBalance(findings, byIndentation) { IsXhtml = units[..Math.Min(units.Length, 1_000)].Contains("http://www.w3.org/1999/xhtml", StringComparison.Ordinal) };
        for (var tokens = 1; tokenizer.Read() && !findings.IsFull; tokens++)
        {
            if (tokens % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var token = tokenizer.Token;
            switch (token.Kind)
            {
                case HtmlTokenKind.StartTag:
                    var name = units[token.Name.Start..token.Name.End];
                    var element = balance.Start(token, name);
                    if (element.Is(HtmlTraits.RawText) && !balance.IsForeign && !(balance.IsXhtml && token.IsSelfClosing) && !tokenizer.SkipRawText(name))
                    {
                        tokenizer.SkipTo(balance.EndWithin(token, units));
                        findings.IsCutOff |= tokenizer.IsAtEnd;
                    }

                    break;
                case HtmlTokenKind.EndTag:
                    balance.End(token, units[token.Name.Start..token.Name.End]);
                    break;
                case HtmlTokenKind.Text:
                    balance.Text(token, units);
                    break;
                case HtmlTokenKind.Cdata:
                    balance.Cdata(token);
                    break;
                case HtmlTokenKind.Doctype:
                    balance.Doctype(token);
                    break;
                case HtmlTokenKind.TemplateControl:
                    balance.Control(token, units);
                    break;
                default:
                    break;
            }
        }

        balance.EndOfText();
        return findings;
    }
}

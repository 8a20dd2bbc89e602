using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Textual;

namespace UltimateCopilot.Languages.Checking;

/// <summary>
/// One list of findings, refined by the next layer and carried from one text of a document to the next, so that what the finer layer has
/// said neither blinks out nor comes back while a person types elsewhere. What is called fast here is the layer before.
/// </summary>
internal sealed class Refinement
{
    /// <summary>What the fast layer said of the last text that a finer layer judged, or null.</summary>
    private List<Finding>? _judged;

    /// <summary>The verdict on <see cref="_judged"/>.</summary>
    private IReadOnlyList<Finding> _verdict = [];

    /// <summary>
    /// Whether the last verdict held findings that only the finer layer can see. The fast layer then cannot tell whether an edit has mended
    /// them: neither to keep nor to drop them would be right, so the finer layer is waited for.
    /// </summary>
    public bool IsFastLayerBlind { get; private set; }

    /// <summary>The fast layer's list, corrected by what a finer layer has said of the same findings before.</summary>
    public IReadOnlyList<Finding> AfterFast(List<Finding> fast, IReadOnlyList<DocumentEdit>? edits)
    {
        if (edits is null || _judged is null)
        {
            _judged = null;
            IsFastLayerBlind = false;
            return fast;
        }

        _judged = Move(_judged, edits);
        var touched = _verdict.Any(finding => edits.Any(edit => TouchesLine(finding, edit)));
        _verdict = Move(_verdict, edits);
        IsFastLayerBlind = _verdict.Any(finding => finding.Severity != Severity.Information && !_judged.Exists(known => Confirms(finding, known)));
        if (!touched && SameFindings(fast, _judged))
        {
            return _verdict; // the edit changed nothing that the fast layer can see
        }

        return fast.FindAll(finding => !IsOverruled(finding));
    }

    /// <summary>A finer layer's verdict on the text of <paramref name="fast"/>.</summary>
    /// <param name="fast">What the fast layer said of the same text.</param>
    /// <param name="finer">What the finer layer says.</param>
    /// <param name="overrules">Whether text that the finer layer accepts is fine.</param>
    /// <param name="text">The text.</param>
    public IReadOnlyList<Finding> AfterFiner(List<Finding> fast, IReadOnlyList<Finding> finer, bool overrules, SourceText text)
    {
        _judged = fast;
        _verdict = Merge(fast, finer, overrules, text);
        return _verdict;
    }

    /// <summary>The verdict of a parser that needs no help of the grammar; what the lines themselves show explains every error of it.</summary>
    public IReadOnlyList<Finding> AfterReplacing(List<Finding> fast, IReadOnlyList<Finding> finer, bool clearsMarkers)
    {
        _judged = fast;
        var marks = fast.FindAll(IsUpsetting);
        _verdict = marks.Count == 0 ? WithDoubtful(finer, fast) : finer.Count == 0 && clearsMarkers ? [.. marks.Select(Doubtful)] : marks;
        return _verdict;
    }

    /// <summary>
    /// The verdict of a language's own parser on what a parser of ours says. It knows best whether the text is fine; where both reject it, ours
    /// was written to tell the place and the cause.
    /// </summary>
    public IReadOnlyList<Finding> AfterJudge(List<Finding> ours, IReadOnlyList<Finding> verdict, SourceText text)
    {
        var believed = ours.FindAll(finding => !IsOverruled(finding));
        var agree = verdict.Any(static finding => finding.Severity == Severity.Error) && believed.Exists(static finding => finding.Severity == Severity.Error);
        _judged = ours;
        _verdict = agree ? [.. believed.Select(static finding => finding with { Layer = Layer.Toolchain })] : Merge(ours, verdict, overrules: true, text);
        return _verdict;
    }

    /// <summary>Whether the last verdict did not take it for a mistake.</summary>
    private bool IsOverruled(Finding finding) => _judged?.Exists(finding.IsSameAs) == true && !_verdict.Any(confirmed => Confirms(confirmed, finding));

    private static IReadOnlyList<Finding> Merge(List<Finding> fast, IReadOnlyList<Finding> finer, bool overrules, SourceText text)
    {
        if (finer.Count == 0)
        {
            return overrules ? [.. fast.Where(static known => IsUpsetting(known) || IsDoubtful(known)).Select(Doubtful)] : fast;
        }

        if (finer.All(static finding => finding.Severity == Severity.Information))
        {
            return [.. fast, .. finer]; // no verdict
        }

        // A merge conflict or a pasted fence upsets every parser: its cause is known already. What else there is needs the finer layer's word.
        if (fast.Exists(IsUpsetting))
        {
            return fast.FindAll(known => IsUpsetting(known) || finer.Any(finding => Math.Abs(text.LineAt(finding.Span.Start) - text.LineAt(known.Span.Start)) <= 1));
        }

        // Of two words for one mistake, those of the fast layer say more: they name the opener, and where its partner should be.
        var unused = new List<Finding>(fast);
        var merged = new List<Finding>();
        foreach (var finding in finer)
        {
            var line = text.LineAt(finding.Span.Start);
            var twin = FindUnclosed(unused, finding, text) is >= 0 and var same
                ? same
                : unused.FindIndex(other => Math.Abs(text.LineAt(other.Span.Start) - line) <= 1 || (merged.Count == 0 && IsConsequence(finding, other)));
            if (twin < 0)
            {
                // A compiler ends at a mistake, so few of them find their way back well: what the grammar does not see as well is an echo.
                if (merged.Count == 0 || finding.Layer != Layer.Toolchain)
                {
                    merged.Add(finding);
                }

                continue;
            }

            merged.Add(Better(unused[twin], finding, text) with { Layer = finding.Layer });
            unused.RemoveAt(twin);
        }

        // The grammar saw the same text and found its brackets even: then a finer parser that misses one is only confused.
        if (fast.Count > 0 && !fast.Exists(IsBracket))
        {
            merged.RemoveAll(finding => merged.Count > 1 && IsBracket(finding) && finding.Related.Count == 0);
        }

        // An unclosed bracket explains what the parser says behind it.
        var unclosed = merged.FindIndex(finding => finding.Code is FindingCodes.UnclosedBracket or FindingCodes.UnclosedString);
        if (unclosed >= 0)
        {
            var origin = merged[unclosed].Related.Count > 0 ? Math.Min(merged[unclosed].Related[0].Span.Start, merged[unclosed].Span.Start) : merged[unclosed].Span.Start;
            merged.RemoveAll(finding => finding != merged[unclosed] && finding.Span.Start > origin);
        }

        return WithDoubtful(merged, fast);
    }

    /// <summary>In document order, with what the finer layer cannot see.</summary>
    private static List<Finding> WithDoubtful(IReadOnlyList<Finding> findings, List<Finding> fast)
    {
        List<Finding> all = [.. findings, .. fast.Where(known => IsDoubtful(known) && findings.All(finding => !finding.Span.Touches(known.Span)))];
        all.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return all;
    }

    /// <summary>
    /// Where the fast layer tells of the same opener; of several openers that the text leaves open the innermost, which is to be closed first.
    /// </summary>
    private static int FindUnclosed(List<Finding> fast, Finding finer, SourceText text)
    {
        var same = fast.FindIndex(other => IsOneUnclosed(other, finer, text) && other.Related.Any(place => place.Span.Touches(finer.Span)));
        var innermost = fast.FindLastIndex(other => IsOneUnclosed(other, finer, text) && other.Span.Start <= finer.Span.Start);
        return same >= 0 ? same : innermost >= 0 ? innermost : fast.FindIndex(other => IsOneUnclosed(other, finer, text));
    }

    /// <summary>Whether both tell of what is never closed: each in its own place, or the finer one only that the text stops in the middle.</summary>
    private static bool IsOneUnclosed(Finding fast, Finding finer, SourceText text) => !Contradict(fast, finer, text) && fast.Code switch
    {
        FindingCodes.UnclosedBracket => finer.Code is FindingCodes.UnclosedBracket or FindingCodes.UnexpectedEnd,
        FindingCodes.UnclosedString or FindingCodes.UnclosedComment or FindingCodes.UnpairedTag => finer.Code == FindingCodes.UnexpectedEnd,
        _ => false,
    };

    /// <summary>
    /// Whether a compiler stumbles over what stands in a bracket or a block of words that is never closed: it goes on in the middle of it, where
    /// the layout tells the grammar where it was to end.
    /// </summary>
    private static bool IsConsequence(Finding finer, Finding fast) =>
        finer.Layer == Layer.Toolchain && finer.Code is FindingCodes.MissingToken or FindingCodes.UnexpectedToken or FindingCodes.UnexpectedEnd or FindingCodes.Rejected
        && fast is { Code: FindingCodes.UnclosedBracket or FindingCodes.MissingToken, Expected: { Length: > 0 } expected, Related.Count: > 0 } && fast.Span.Start < finer.Span.Start
        && (expected == "}" || char.IsLetter(expected[0]) || finer.Message.Contains($"expected '{expected}'", StringComparison.Ordinal));

    /// <summary>
    /// Whether they miss different tokens, or the partners of different openers. A parser that notices at the end of the text names any
    /// opener that is left over then, where the grammar's layout may know the right one.
    /// </summary>
    private static bool Contradict(Finding fast, Finding finer, SourceText text) =>
        (fast.Expected is not null && finer.Expected is not null && fast.Expected != finer.Expected)
        || (fast.Related.Count > 0 && finer.Related.Count > 0 && text.LineAt(fast.Related[0].Span.Start) != text.LineAt(finer.Related[0].Span.Start) && !IsAtEnd(finer, text));

    private static bool IsAtEnd(Finding finding, SourceText text)
    {
        var end = text.Length;
        while (end > finding.Span.End && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end <= finding.Span.End;
    }

    /// <summary>The words that say more: those that name another place or a misspelt keyword, else the finer layer's unless they are vague.</summary>
    private static Finding Better(Finding fast, Finding finer, SourceText text)
    {
        if (finer.Code == fast.Code && fast.Code == FindingCodes.UnclosedString)
        {
            return finer.Span.Start < fast.Span.Start ? finer : fast; // the other one has paired the quotes wrongly
        }

        var knows = (fast.Related.Count > 0 && !Contradict(fast, finer, text)) || fast is { Code: FindingCodes.UnexpectedToken, Expected: not null };
        return knows || IsVague(finer, fast) || IsAlike(fast, finer) ? fast : finer;
    }

    /// <summary>Whether the finer parser only says that something does not fit, and the grammar more than that.</summary>
    private static bool IsVague(Finding finer, Finding fast) => finer.Code switch
    {
        FindingCodes.Rejected => true,
        FindingCodes.UnexpectedEnd => fast.Code != finer.Code,
        FindingCodes.UnexpectedToken when finer.Layer == Layer.Toolchain => fast.Code is not (FindingCodes.UnexpectedToken or FindingCodes.UnexpectedEnd) && IsBare(finer.Message),
        FindingCodes.UnexpectedToken => fast.Code != finer.Code,
        _ => false,
    };

    /// <summary>"unexpected 'x'" and not a word of why.</summary>
    private static bool IsBare(string message) => message.StartsWith("unexpected ", StringComparison.Ordinal) && !message.Contains(": ", StringComparison.Ordinal);

    /// <summary>Whether both say the same; where they miss different tokens, the language's own parser knows.</summary>
    private static bool IsAlike(Finding fast, Finding finer) =>
        fast.Code == finer.Code && fast.Code is not (FindingCodes.UnexpectedToken or FindingCodes.UnexpectedEnd)
        && (finer.Layer != Layer.Toolchain || fast.Code != FindingCodes.MissingToken || fast.Expected is null || finer.Message.Contains($"'{fast.Expected}'", StringComparison.Ordinal));

    private static bool IsBracket(Finding finding) =>
        finding.Code is FindingCodes.UnclosedBracket or FindingCodes.UnmatchedBracket or FindingCodes.MismatchedBracket;

    private static bool IsUpsetting(Finding finding) => finding is { Severity: Severity.Error, Code: FindingCodes.ConflictMarker or FindingCodes.CodeFence };

    /// <summary>What no parser minds, and may be meant.</summary>
    private static bool IsDoubtful(Finding finding) => finding.Severity == Severity.Warning && Causes.IsTextual(finding);

    /// <summary>The language takes it, so it stands in a comment or a string: worth a look, no error.</summary>
    private static Finding Doubtful(Finding finding) => finding with { Severity = Severity.Warning };

    private static bool Confirms(Finding verdict, Finding finding) => verdict.Span.Touches(finding.Span) || verdict.IsSameAs(finding);

    private static bool SameFindings(List<Finding> left, List<Finding> right) =>
        left.Count == right.Count && left.TrueForAll(finding => right.Exists(finding.IsSameAs));

    private static bool TouchesLine(Finding finding, DocumentEdit edit)
    {
        // In the text after the edit, whose lines are known; a finding on the edited lines may have been mended.
        var text = edit.After;
        var first = text.LineAt(edit.Change.Old.Start);
        var last = text.LineAt(edit.Change.NewEnd);
        var moved = finding.MovedBy(edit.Change);
        return text.LineAt(moved.Span.Start) is var line && line >= first && line <= last
            || moved.Related.Any(place => text.LineAt(place.Span.Start) is var related && related >= first && related <= last);
    }

    private static List<Finding> Move(IReadOnlyList<Finding> findings, IReadOnlyList<DocumentEdit> edits)
    {
        var moved = new List<Finding>(findings);
        for (var i = 0; i < moved.Count; i++)
        {
            foreach (var edit in edits)
            {
                moved[i] = moved[i].MovedBy(edit.Change);
            }
        }

        return moved;
    }
}

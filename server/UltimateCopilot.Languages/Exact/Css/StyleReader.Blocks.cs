using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>
/// Blocks. In a second reading of a sheet whose brackets do not add up, the layout decides where one is missing or too many: statements
/// are indented deeper than their block, and '}' stands below the line with its '{'.
/// </summary>
internal ref partial struct StyleReader
{
    public readonly BlockImbalance Imbalance => new(_unclosed, _unmatched, _alignedClosers + _unmatched >= _deeperClosers);

    private readonly StyleBlockKind Kind => _blocks[^1].Kind;

    /// <summary>How far the line of the last token is indented. Lines are long where they are made by programs, so it is remembered.</summary>
    private int Indent
    {
        get
        {
            if (_indentLine != _scanner.LineStart)
            {
                _indentLine = _scanner.LineStart;
                var line = _text[Math.Max(_indentLine, 0)..];
                _indent = line.IndexOfAnyExcept(' ', '\t') is >= 0 and var first ? first : line.Length;
            }

            return _indent;
        }
    }

    private void EnterStatement(in StyleToken first)
    {
        if (first.Kind != StyleTokenKind.CloseBrace && !(Kind == StyleBlockKind.Root && Indent > 0))
        {
            _isBehindUnmatched = false;
        }

        if (!first.IsFirstOnLine || first.Kind == StyleTokenKind.CloseBrace)
        {
            return;
        }

        while (_blocks[^1].IsAssumed && (Indent < _blocks[^1].Indent || (Indent == _blocks[^1].Indent && _blocks[^1].InnerIndent > Indent)))
        {
            _blocks.RemoveAt(_blocks.Count - 1);
        }

        while (_repair.Unclosed > _unclosed && _blocks.Count > 1 && Indent <= _blocks[^1].Indent && _blocks[^1].InnerIndent > _blocks[^1].Indent)
        {
            AddUnclosed();
        }

        var block = _blocks[^1];
        if (block.InnerIndent < 0)
        {
            block.InnerIndent = Indent;
            _blocks[^1] = block;
        }
    }

    private void OpenBlock(StyleBlockKind kind, int opener, bool isAssumed = false, bool isIf = false)
    {
        var within = _blocks[^1].Within | _blockContext;
        _blocks.Add(new StyleBlock { Kind = kind, Opener = opener, Within = within, IsAssumed = isAssumed, IsIf = isIf, Indent = Indent, InnerIndent = -1 });
        _lastEnd = opener + 1;
    }

    private void CloseBlock(in StyleToken closer)
    {
        if (_repair.Unmatched > _unmatched && closer.Start == _lastEnd && closer.Start > 0 && _text[closer.Start - 1] == '}' && Indent > _blocks[^1].Indent)
        {
            AddUnmatched(closer); // '}}' on a line that is indented like the block that the first one closes
            return;
        }

        if (closer.IsFirstOnLine && _blocks.Count > 1)
        {
            while (_repair.Unclosed > _unclosed && _blocks[^1].Indent > Indent && HasBlockAt(Indent))
            {
                AddUnclosed();
            }

            var block = _blocks[^1];
            if (Indent == block.Indent)
            {
                _alignedClosers++;
            }
            else if (Indent == block.InnerIndent)
            {
                _deeperClosers++;
                if (_repair.HasAlignedClosers && _repair.Unmatched > _unmatched)
                {
                    AddUnmatched(closer);
                    return;
                }
            }
        }

        if (_blocks.Count == 1)
        {
            AddUnmatched(closer);
            return;
        }

        var closed = _blocks[^1];
        _blocks.RemoveAt(_blocks.Count - 1);
        _isBehindUnmatched = closed.IsAssumed; // another one closes what is not there, either
        SetEndsInIf(closed.IsIf);
        _lastEnd = closer.End;
    }

    /// <summary>A ')' or ']' alone on its line, below that of the open block's '{'.</summary>
    private bool ClosesBlock(in StyleToken closer)
    {
        if (closer.Kind != StyleTokenKind.Close || !closer.IsFirstOnLine || _blocks.Count == 1 || Indent != _blocks[^1].Indent || !EndsLine(closer.End))
        {
            return false;
        }

        var opener = _blocks[^1].Opener;
        Add(
            FindingCodes.MismatchedBracket, closer.Start, closer.End, $"'{{'{Wording.OpenedOnLine(_source, opener, closer.Start)} is closed by '{closer.Unit}': expected '}}'",
            new RelatedPlace(new TextSpan(opener, opener + 1), "'{' opened here"));
        return true;
    }

    private readonly bool EndsLine(int at)
    {
        var rest = _text[at..].IndexOfAnyExcept(' ', '\t', '\r');
        return rest < 0 || _text[at + rest] == '\n';
    }

    private readonly void SetEndsInIf(bool endsInIf)
    {
        var block = _blocks[^1];
        block.EndsInIf = endsInIf;
        _blocks[^1] = block;
    }

    private readonly bool HasBlockAt(int indent)
    {
        for (var i = _blocks.Count - 2; i > 0 && _blocks[i].Indent >= indent; i--)
        {
            if (_blocks[i].Indent == indent)
            {
                return true;
            }
        }

        return false;
    }

    private void AddUnmatched(in StyleToken closer)
    {
        _unmatched++;
        if (!_isBehindUnmatched)
        {
            Add(FindingCodes.UnmatchedBracket, closer, "'}' closes nothing: no block is open here");
        }

        _isBehindUnmatched = true;
        _lastEnd = closer.End;
    }

    /// <summary>Says that the innermost block is not closed, and leaves it.</summary>
    private void AddUnclosed()
    {
        var block = _blocks[^1];
        _blocks.RemoveAt(_blocks.Count - 1);
        if (!block.IsAssumed)
        {
            _unclosed++;
            var at = Math.Max(_lastEnd, block.Opener + 1);
            Add(
                FindingCodes.UnclosedBracket, at - 1, at, $"'{{'{Wording.OpenedOnLine(_source, block.Opener, at - 1)} is never closed: expected '}}' here",
                new RelatedPlace(new TextSpan(block.Opener, block.Opener + 1), "'{' opened here"));
        }
    }

    /// <summary>A text that breaks off leaves all its blocks open: that is one mistake.</summary>
    private void FinishBlocks()
    {
        var open = _blocks.FindAll(static block => block.Kind != StyleBlockKind.Root && !block.IsAssumed).Count;
        if (open > 0)
        {
            while (_blocks[^1].IsAssumed)
            {
                _blocks.RemoveAt(_blocks.Count - 1);
            }

            AddUnclosed();
            _unclosed += open - 1;
        }
    }
}

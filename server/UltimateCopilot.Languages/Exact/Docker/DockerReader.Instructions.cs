using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>Instructions and their arguments.</summary>
internal sealed partial class DockerReader
{
    private void JudgeInstruction()
    {
        _hasInstruction = true;
        var start = SkipBlanks(0);
        var wordEnd = EndOfWord(start);
        var word = _line.Text[start..wordEnd];
        if (DockerInstruction.Find(word) is not { } instruction)
        {
            _hasStage = true; // it may have been meant to be 'FROM'
            if (!IsTemplate(start))
            {
                AddUnknown(start, wordEnd);
            }

            return;
        }

        _isBehindUnknown = false;
        if (instruction.Arguments == DockerArguments.Image)
        {
            _hasStage = true;
        }
        else if (!_hasStage && _outside is null && instruction.Arguments != DockerArguments.Names)
        {
            _outside = new Finding
            {
                Code = FindingCodes.UnexpectedToken,
                Span = new TextSpan(_line.SourceOf(start), _line.SourceOf(wordEnd - 1) + 1),
                Message = $"'{word}' stands outside of any stage: expected 'FROM' before it",
                Layer = Layer.Exact,
            };
        }

        var before = Findings.Count;
        JudgeArguments(instruction, wordEnd);
        _isBehindMistake = Findings.Count > before;
    }

    private void JudgeArguments(DockerInstruction instruction, int wordEnd)
    {
        var start = SkipBlanks(wordEnd);
        var before = Findings.Count;
        if (!IsTemplate(start))
        {
            start = JudgeFlags(instruction, start);
            if (Findings.Count == before)
            {
                JudgeRest(instruction, wordEnd, start);
            }
        }

        if (instruction.TakesHeredocs && !IsArray(start))
        {
            SkipHeredocs(start);
        }
    }

    private void JudgeRest(DockerInstruction instruction, int wordEnd, int start)
    {
        if (start == _line.Length && instruction.Arguments != DockerArguments.Command)
        {
            AddMissing(wordEnd, $"expected {Expected(instruction.Arguments)} after '{instruction.Name}'");
            return;
        }

        switch (instruction.Arguments)
        {
            case DockerArguments.Image:
                JudgeImage(start);
                break;
            case DockerArguments.Command:
                JudgeArray(start, isRequired: false);
                break;
            case DockerArguments.Array:
                JudgeArray(start, isRequired: true);
                break;
            case DockerArguments.Paths:
                JudgePaths(instruction, start);
                break;
            case DockerArguments.Pairs:
                JudgePairs(instruction, start);
                break;
            case DockerArguments.Names:
                JudgeNames(start);
                break;
            case DockerArguments.WordsOrArray:
                if (JudgeArray(start, isRequired: false))
                {
                    JudgeReplacements(start);
                }

                break;
            case DockerArguments.Text or DockerArguments.Words:
                JudgeReplacements(start);
                break;
            case DockerArguments.Check:
                JudgeCheck(start);
                break;
            case DockerArguments.Instruction:
                JudgeTrigger(start);
                break;
            default:
                break;
        }
    }

    private static string Expected(DockerArguments arguments) => arguments switch
    {
        DockerArguments.Image => "an image",
        DockerArguments.Paths => "a source and a destination",
        DockerArguments.Pairs => "'name=value'",
        DockerArguments.Names => "a name",
        DockerArguments.Array => "a command as a JSON array",
        DockerArguments.Check => "'NONE', or 'CMD' and a command",
        DockerArguments.Instruction => "an instruction",
        _ => "a value",
    };

    private void AddUnknown(int start, int end)
    {
        var word = _line.Text[start..end].ToString();
        var near = Misspelling.KeywordNear(word.ToUpperInvariant(), DockerInstruction.Names);
        var isEcho = _isBehindUnknown || (_isBehindMistake && near is null);
        (_isBehindUnknown, _isBehindMistake) = (true, false);
        if (isEcho)
        {
            return;
        }

        if (word.StartsWith("\\n", StringComparison.Ordinal))
        {
            AddAt(FindingCodes.EscapedText, start, start + 2, "'\\n' stands here as text: was a line break meant?");
        }
        else if (near is not null)
        {
            AddAt(FindingCodes.UnexpectedToken, start, end, $"{Quote(start, end)} is no instruction: was '{near}' meant?");
        }
        else
        {
            var hint = IsBehindInstruction() ? $", or '{_escape}' at the end of the line before" : string.Empty;
            AddAt(FindingCodes.UnexpectedToken, start, end, $"{Quote(start, end)} is no instruction: expected one{hint}");
        }
    }

    /// <summary>Whether the line before is the last one of an instruction.</summary>
    private bool IsBehindInstruction()
    {
        var line = source.LineAt(_line.SourceOf(0)) - 1;
        if (line < 0)
        {
            return false;
        }

        var content = source.ToString(source.Line(line)).AsSpan().Trim();
        return !content.IsEmpty && content[0] != '#';
    }

    private void JudgeImage(int start)
    {
        var image = EndOfWord(start);
        if (_escape == '\\' && _line.Text[start..image].IndexOf("\\n") is >= 0 and var escape)
        {
            AddAt(FindingCodes.EscapedText, start + escape, start + escape + 2, "'\\n' stands here as text: was a line break meant?");
            return;
        }

        JudgeReplacements(start);
        var second = SkipBlanks(image);
        if (second == _line.Length)
        {
            return;
        }

        var keyword = EndOfWord(second);
        var name = SkipBlanks(keyword);
        var nameEnd = EndOfWord(name);
        var rest = SkipBlanks(nameEnd);
        if (_line.Text[second] == '#' || (rest < _line.Length && _line.Text[rest] == '#'))
        {
            var comment = _line.Text[second] == '#' ? second : rest;
            AddAt(FindingCodes.UnexpectedToken, comment, _line.EndOfPiece(comment), "a comment must stand on a line of its own");
        }
        else if (!_line.Text[second..keyword].Equals("AS", StringComparison.OrdinalIgnoreCase))
        {
            AddAt(FindingCodes.UnexpectedToken, second, keyword, $"unexpected {Quote(second, keyword)} after the image: expected 'AS' and a name, or nothing");
        }
        else if (name == _line.Length)
        {
            AddMissing(keyword, "expected a name for the stage after 'AS'");
        }
        else if (rest < _line.Length)
        {
            AddAt(FindingCodes.UnexpectedToken, rest, EndOfWord(rest), $"unexpected {Quote(rest, EndOfWord(rest))} after the name of the stage");
        }
        else if (!IsStageName(_line.Text[name..nameEnd]))
        {
            AddAt(FindingCodes.InvalidLiteral, name, nameEnd, $"{Quote(name, nameEnd)} cannot be the name of a stage: it starts with a letter, and has only letters, digits, '-', '_' and '.'");
        }
    }

    private static bool IsStageName(ReadOnlySpan<char> name)
    {
        foreach (var unit in name)
        {
            if (!char.IsAsciiLetterOrDigit(unit) && unit is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(name[0]);
    }

    private void JudgePaths(DockerInstruction instruction, int start)
    {
        if (!JudgeArray(start, isRequired: false))
        {
            return;
        }

        var count = IsArray(start) ? DockerArray.Count(_line.Text[start..]) : CountWords(start);
        if (count < 2)
        {
            AddMissing(_line.Text.TrimEnd().Length, $"expected a destination: '{instruction.Name}' takes a source and a destination");
        }

        JudgeReplacements(start);
    }

    private void JudgeCheck(int start)
    {
        var end = EndOfWord(start);
        var type = _line.Text[start..end];
        var command = SkipBlanks(end);
        if (type.Equals("NONE", StringComparison.OrdinalIgnoreCase))
        {
            if (command < _line.Length)
            {
                AddAt(FindingCodes.UnexpectedToken, command, _line.EndOfPiece(command), "nothing may follow 'HEALTHCHECK NONE'");
            }
        }
        else if (!type.Equals("CMD", StringComparison.OrdinalIgnoreCase))
        {
            AddAt(FindingCodes.UnexpectedToken, start, end, $"unexpected {Quote(start, end)}: expected 'NONE', or 'CMD' and a command");
        }
        else if (command == _line.Length)
        {
            AddMissing(end, "expected a command after 'CMD'");
        }
        else
        {
            JudgeArray(command, isRequired: false);
        }
    }

    /// <summary>The instruction of ONBUILD.</summary>
    private void JudgeTrigger(int start)
    {
        var end = EndOfWord(start);
        if (DockerInstruction.Find(_line.Text[start..end]) is not { } trigger)
        {
            AddUnknown(start, end);
        }
        else if (trigger.Name is "ONBUILD" or "FROM" or "MAINTAINER")
        {
            AddAt(FindingCodes.UnexpectedToken, start, end, $"'{trigger.Name}' cannot be triggered by 'ONBUILD'");
        }
        else
        {
            JudgeArguments(trigger, end);
        }
    }
}

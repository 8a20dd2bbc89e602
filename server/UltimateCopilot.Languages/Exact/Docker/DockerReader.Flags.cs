using System.Buffers;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>Options: '--name' or '--name=value' between an instruction and its arguments.</summary>
internal sealed partial class DockerReader
{
    /// <summary>Units of time that Go's durations have.</summary>
    private static readonly string[] TimeUnits = ["ns", "us", "µs", "μs", "ms", "s", "m", "h"];

    private static readonly SearchValues<char> InDuration = SearchValues.Create("0123456789.");

    /// <summary>Behind the options and the blanks that follow.</summary>
    private int JudgeFlags(DockerInstruction instruction, int start)
    {
        List<string>? seen = null;
        while (start + 1 < _line.Length && _line.Text[start] == '-' && _line.Text[start + 1] == '-')
        {
            var end = EndOfQuotedWord(start);
            if (end < 0)
            {
                return start;
            }

            if (end == start + 2)
            {
                return SkipBlanks(end); // '--' alone ends them
            }

            if (instruction.Arguments is not (DockerArguments.Names or DockerArguments.Instruction) && instruction.Name != "STOPSIGNAL" && !JudgeFlag(instruction, start, end, seen ??= []))
            {
                return start;
            }

            start = SkipBlanks(end);
        }

        return start;
    }

    private bool JudgeFlag(DockerInstruction instruction, int start, int end, List<string> seen)
    {
        var equals = _line.Text[start..end].IndexOf('=');
        var nameEnd = equals < 0 ? end : start + equals;
        var name = _line.Text[(start + 2)..nameEnd].ToString();
        if (!instruction.Flags.Contains(name))
        {
            if (_isPreview)
            {
                return true;
            }

            var meant = Misspelling.KeywordNear(name, instruction.Flags) is { } near ? $": was '--{near}' meant?" : string.Empty;
            AddAt(FindingCodes.UnexpectedToken, start, nameEnd, $"'{instruction.Name}' has no option {Quote(start, nameEnd)}{meant}");
            return false;
        }

        if (equals < 0 && !instruction.Switches.Contains(name))
        {
            AddMissing(end, $"expected '=' and a value after '--{name}'");
            return false;
        }

        if (seen.Contains(name) && !instruction.Repeated.Contains(name))
        {
            AddAt(FindingCodes.DuplicateKey, start, end, $"the option '--{name}' stands here twice");
            return false;
        }

        seen.Add(name);
        var value = equals < 0 ? [] : _line.Text[(nameEnd + 1)..end].Trim("\"'");
        if (equals >= 0 && instruction.Switches.Contains(name) && value is not ("true" or "false") && !value.Contains('$'))
        {
            AddAt(FindingCodes.InvalidLiteral, nameEnd + 1, end, $"'--{name}' is 'true' or 'false'");
            return false;
        }

        return instruction.Arguments != DockerArguments.Check || JudgeTime(name, value, nameEnd + 1, end);
    }

    private bool JudgeTime(string name, ReadOnlySpan<char> value, int start, int end)
    {
        if (name == "retries" ? !value.ContainsAnyExceptInRange('0', '9') : IsDuration(value))
        {
            return true;
        }

        AddAt(FindingCodes.InvalidLiteral, Math.Min(start, end - 1), end, name == "retries" ? "expected a number of retries" : "expected a duration with its unit, as in '30s' or '1m30s'");
        return false;
    }

    private static bool IsDuration(ReadOnlySpan<char> value)
    {
        if (value is "0")
        {
            return true;
        }

        var isAny = false;
        while (!value.IsEmpty)
        {
            var digits = value.IndexOfAnyExcept(InDuration);
            if (digits <= 0)
            {
                return false;
            }

            value = value[digits..];
            var unit = value.IndexOfAnyInRange('0', '9') is >= 0 and var next ? value[..next] : value;
            if (Array.IndexOf(TimeUnits, unit.ToString()) < 0)
            {
                return false;
            }

            value = value[unit.Length..];
            isAny = true;
        }

        return isAny;
    }
}

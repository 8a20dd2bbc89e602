using System.Text.RegularExpressions;

namespace UltimateCopilot.Languages.Toolchain.Cpp;

/// <summary>
/// What of a compile command tells how the text is to be read. Only options that are known to do no more are kept: a compiler can also write
/// files, load plugins and start programs.
/// </summary>
internal static partial class CompilerFlags
{
    /// <summary>Options whose value is a path, in the same word or in the next.</summary>
    private static readonly string[] Paths = ["-isystem", "-iquote", "-idirafter", "-isysroot", "-include", "-imacros", "-I"];

    private static readonly string[] Values = ["-D", "-U", "-target"];

    /// <summary>The options to keep, with full paths, and the language where the command names it.</summary>
    public static (List<string> Flags, string? Language) Of(CompileCommand command)
    {
        var flags = new List<string>();
        string? language = null;
        var words = command.Words;
        for (var i = 1; i < words.Count; i++)
        {
            var word = words[i];
            var next = i + 1 < words.Count ? words[i + 1] : null;
            if (word == "-x" && next is not null)
            {
                language = next;
                i++;
            }
            else if (Array.Find(Paths, option => word.StartsWith(option, StringComparison.Ordinal)) is { } option)
            {
                var value = word.Length > option.Length ? word[option.Length..] : words.ElementAtOrDefault(++i);
                if (!string.IsNullOrEmpty(value) && value[0] is not ('=' or '-'))
                {
                    flags.AddRange([option, Path.GetFullPath(value, command.Directory)]);
                }
            }
            else if (Array.Exists(Values, value => value == word) && next is not null)
            {
                flags.AddRange([word, next]);
                i++;
            }
            else if (word.StartsWith("--sysroot=", StringComparison.Ordinal))
            {
                flags.Add("--sysroot=" + Path.GetFullPath(word["--sysroot=".Length..], command.Directory));
            }
            else if (Harmless().IsMatch(word))
            {
                flags.Add(word);
            }
        }

        return (flags, language);
    }

    [GeneratedRegex(
        @"^(-[DU].+|-std=[\w+:]+|--?ansi|-pthread|-nostdinc(\+\+)?|-undef|-trigraphs|--target=[\w.-]+|-stdlib=[\w+]+|-m(?!llvm|lldb|plugin)[\w=.,+-]+"
        + @"|-f(no-)?(exceptions|rtti|ms-extensions|ms-compatibility|plan9-extensions|char8_t|coroutines|coroutines-ts|concepts|gnu89-inline|gnu-keywords|signed-char|unsigned-char"
        + @"|short-enums|short-wchar|blocks|declspec|delayed-template-parsing|openmp|openacc|pic|PIC|pie|PIE|freestanding|hosted|builtin|permissive|operator-names|asm"
        + @"|digraphs|raw-string-literals|extended-identifiers|dollars-in-identifiers|lax-vector-conversions|objc-arc|cilkplus|tm-gnu)|-fpermissive|-f(template|constexpr)-depth=\d+)$")]
    private static partial Regex Harmless();
}

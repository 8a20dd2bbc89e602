namespace UltimateCopilot.Languages.Toolchain.Shell;

/// <summary>Tells by its name and its first line which shell a script is for.</summary>
internal static class Shebang
{
    public static ShellDialect DialectOf(string code, string? path)
    {
        if (Path.GetExtension(path) is ".zsh" or ".zsh-theme" or ".fish" or ".csh" or ".bats" || code.Contains("@test ", StringComparison.Ordinal))
        {
            return ShellDialect.Foreign;
        }

        var end = code.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? code : code[..end];
        if (!first.StartsWith("#!", StringComparison.Ordinal))
        {
            var isZsh = first.StartsWith("#compdef", StringComparison.Ordinal) || first.StartsWith("#autoload", StringComparison.Ordinal);
            return isZsh ? ShellDialect.Foreign : ShellDialect.Own;
        }

        return Interpreter(first[2..]) switch
        {
            "bash" or "sh" or "dash" or "ash" or "busybox" or "rbash" => ShellDialect.Own,
            "ksh" or "ksh93" or "mksh" or "pdksh" or "oksh" or "yash" => ShellDialect.Related,
            _ => ShellDialect.Foreign,
        };
    }

    /// <summary>"/usr/bin/env -S FOO=1 bash -e" is bash.</summary>
    private static string? Interpreter(string line)
    {
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(static word => word[(word.LastIndexOf('/') + 1)..]).ToList();
        return words is ["env", .. var rest]
            ? rest.Find(static word => !word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal))
            : words.FirstOrDefault();
    }
}

namespace UltimateCopilot.Languages.Toolchain.Shell;

/// <summary>Whose language a script is in, as far as bash can judge it.</summary>
internal enum ShellDialect
{
    /// <summary>Bash's own, or the part of it that POSIX has.</summary>
    Own,

    /// <summary>One that has more than bash: what bash accepts is fine, what it rejects may be fine.</summary>
    Related,

    /// <summary>Another one.</summary>
    Foreign,
}

using System.CommandLine;

namespace UltimateCopilot.Cli;

/// <summary>A word that the command line understands. <see cref="Verbs"/> lists them.</summary>
internal interface IVerb
{
    /// <summary>Shown below the help of the verb; the first one also below that of the program.</summary>
    IReadOnlyList<Example> Examples { get; }

    /// <summary>The verb with its arguments, options and action; called once.</summary>
    Command Declare(CliContext context);
}

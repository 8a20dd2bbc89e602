using UltimateCopilot.Workspace.TextFiles;
using UltimateCopilot.Workspace.Walking;

namespace UltimateCopilot.Checks;

/// <summary>A few words for people on why a path was not checked.</summary>
internal static class ProblemWords
{
    public static string Describe(TextFileProblem problem) => problem switch
    {
        TextFileProblem.NotFound => "there is no such file",
        TextFileProblem.NoPermission => "no permission to read it",
        TextFileProblem.IsFolder => "it is a folder",
        TextFileProblem.Binary => "it holds no text",
        TextFileProblem.TooLarge => "it is too large to be checked",
        _ => "it could not be read",
    };

    public static string Describe(PathProblem problem) => problem switch
    {
        PathProblem.NotFound => "there is no such file or folder",
        PathProblem.NoPermission => "no permission to read it",
        PathProblem.InvalidName => "its name is not valid text",
        PathProblem.TooLong => "its path is too long",
        _ => "it could not be read",
    };

    public static string Describe(SkipReason reason) => reason switch
    {
        SkipReason.Vendored => "code of others",
        SkipReason.Generated => "generated",
        _ => "left out",
    };
}

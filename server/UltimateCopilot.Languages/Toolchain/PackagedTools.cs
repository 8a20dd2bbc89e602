namespace UltimateCopilot.Languages.Toolchain;

/// <summary>The parsers of others that lie beside our own program; put there from <c>toolchains/package.json</c> by the build.</summary>
internal static class PackagedTools
{
    /// <summary>Where a file of a package is, if it is there.</summary>
    public static string PathOf(string package, string file) => Path.Combine(AppContext.BaseDirectory, "toolchains", package, file);
}

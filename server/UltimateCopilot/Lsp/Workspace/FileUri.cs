namespace UltimateCopilot.Lsp.Workspace;

/// <summary>Between file URIs as editors write them and paths.</summary>
/// <remarks>
/// By hand: <see cref="Uri"/> turns an escaped backslash, which may stand in a name, into a slash. Editors escape differently, so URIs are
/// compared by <see cref="Canonical"/>.
/// </remarks>
internal static class FileUri
{
    private const string Scheme = "file:";

    /// <summary>The path of a <c>file:</c> URI; null for any other scheme.</summary>
    public static string? ToPath(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = uri.AsSpan(Scheme.Length);
        var end = rest.IndexOfAny('?', '#');
        rest = end < 0 ? rest : rest[..end];
        var host = ReadOnlySpan<char>.Empty;
        if (rest.StartsWith("//"))
        {
            rest = rest[2..];
            var slash = rest.IndexOf('/');
            host = slash < 0 ? rest : rest[..slash];
            rest = slash < 0 ? "/" : rest[slash..];
        }

        var path = Uri.UnescapeDataString(rest);
        if (host.Length > 0 && host is not "localhost")
        {
            return @"\\" + Uri.UnescapeDataString(host) + path.Replace('/', '\\');
        }

        // "file:///c%3A/a" is how VS Code spells a drive.
        return path.Length > 1 && IsDrive(path.AsSpan(1)) ? path[1..].Replace('/', '\\') : path;
    }

    /// <summary>The URI of a full path, spelt as VS Code spells it.</summary>
    public static string FromPath(string path)
    {
        if (path.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return "file://" + Escape(path[2..].Replace('\\', '/'));
        }

        return IsDrive(path)
            ? "file:///" + Escape(char.ToLowerInvariant(path[0]) + path[1..].Replace('\\', '/'))
            : "file://" + Escape(path);
    }

    /// <summary>The one spelling under which all spellings of a file URI are found; other URIs as they are.</summary>
    public static string Canonical(string uri) => ToPath(uri) is { } path ? FromPath(path) : uri;

    /// <summary>Whether a URI, canonical, is that of a folder, canonical, or lies below it.</summary>
    public static bool IsWithin(string uri, string folder)
    {
        var length = folder.AsSpan().TrimEnd('/').Length;
        return uri.AsSpan().StartsWith(folder.AsSpan(0, length), StringComparison.Ordinal) && (uri.Length == length || uri[length] == '/');
    }

    private static bool IsDrive(ReadOnlySpan<char> path) =>
        path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]) && (path.Length == 2 || path[2] is '/' or '\\');

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}

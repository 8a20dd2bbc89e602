namespace UltimateCopilot.Lsp.Workspace;

/// <summary>Between file URIs as editors write them and paths.</summary>
internal static class FileUri
{
    /// <summary>The path of a <c>file:</c> URI; null for any other scheme.</summary>
    public static string? ToPath(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !parsed.IsFile)
        {
            return null;
        }

        // "file:///c%3A/a" is how VS Code spells a drive; LocalPath leaves its first slash.
        var path = Uri.UnescapeDataString(parsed.AbsolutePath);
        var isDrive = path.Length > 2 && path[0] == '/' && path[2] == ':' && char.IsAsciiLetter(path[1]);
        if (parsed.Host.Length > 0)
        {
            return parsed.LocalPath;
        }

        return isDrive ? path[1..].Replace('/', '\\') : path;
    }

    /// <summary>The URI of a full path, spelt as VS Code spells it.</summary>
    public static string FromPath(string path)
    {
        var isDrive = path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]);
        var parts = path.Replace('\\', '/').Split('/');
        if (isDrive)
        {
            parts[0] = char.ToLowerInvariant(path[0]) + ":";
        }

        var escaped = string.Join('/', parts.Select(Uri.EscapeDataString));
        return isDrive ? $"file:///{escaped}" : $"file://{escaped}";
    }
}

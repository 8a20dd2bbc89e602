namespace UltimateCopilot.Workspace.Ignoring;

/// <summary>The rules of one ignore file, in the order that matters: the last one that matches decides.</summary>
internal sealed class IgnoreFile
{
    /// <summary>Beyond this an ignore file is not one; git has a similar limit.</summary>
    private const long MaximumSize = 8 * 1024 * 1024;

    private readonly List<IgnoreRule> _rules = [];
    private readonly bool _ignoreCase;

    private IgnoreFile(bool ignoreCase) => _ignoreCase = ignoreCase;

    /// <summary>Whether there is nothing to ask.</summary>
    public bool IsEmpty => _rules.Count == 0;

    /// <summary>Reads the rules of a text.</summary>
    public static IgnoreFile Parse(ReadOnlySpan<byte> text, bool ignoreCase)
    {
        var file = new IgnoreFile(ignoreCase);
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        foreach (var line in text.Split((byte)'\n'))
        {
            if (IgnoreRule.Parse(text[line]) is { } rule)
            {
                file._rules.Add(rule);
            }
        }

        return file;
    }

    /// <summary>Reads a file; nothing when it is absent, empty, unreadable or, as in git, a link.</summary>
    public static IgnoreFile? Load(string path, bool ignoreCase)
    {
        try
        {
            var info = new FileInfo(path);
            // The length is asked first because opening a pipe would wait for its other end.
            if (!info.Exists || info.Length is 0 or > MaximumSize || info.LinkTarget is not null)
            {
                return null;
            }

            var file = Parse(File.ReadAllBytes(path), ignoreCase);
            return file.IsEmpty ? null : file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether the path is ignored, or nothing when no rule speaks about it.</summary>
    /// <param name="path">From the folder of this file on, with forward slashes.</param>
    /// <param name="name">The last segment.</param>
    /// <param name="isFolder">Whether the path is a folder.</param>
    public bool? Decide(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name, bool isFolder)
    {
        for (var i = _rules.Count - 1; i >= 0; i--)
        {
            if (_rules[i].Matches(path, name, isFolder, _ignoreCase))
            {
                return !_rules[i].Negated;
            }
        }

        return null;
    }
}

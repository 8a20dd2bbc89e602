namespace UltimateCopilot.Cli.Check;

/// <summary>Calls files as the user called them: what lies below a relative path has a relative name.</summary>
internal sealed class PathNames
{
    private readonly Dictionary<string, string> _named = new(StringComparer.Ordinal);
    private readonly List<string> _starts = [];

    /// <exception cref="CliException">A path is empty.</exception>
    public PathNames(IEnumerable<string> named, CliContext context)
    {
        foreach (var name in named)
        {
            if (name.Length == 0)
            {
                throw new CliException(CliErrors.NothingGiven, "a path is empty: name a file or folder, or '.' for the current one.");
            }

            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(name, context.Folder));
            if (_named.TryAdd(full, WithSlashes(name)))
            {
                _starts.Add(full);
            }
        }
    }

    /// <summary>The full paths in the order they were named.</summary>
    public IReadOnlyList<string> Starts => _starts;

    /// <summary>How the user would call a file.</summary>
    public string Of(string path)
    {
        if (_named.TryGetValue(path, out var exact))
        {
            return exact;
        }

        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (_named.TryGetValue(folder, out var name))
            {
                var rest = WithSlashes(path[folder.Length..]).TrimStart('/');
                var start = name.TrimEnd('/');
                return start == "." ? rest : $"{start}/{rest}";
            }
        }

        return WithSlashes(path);
    }

    private static string WithSlashes(string path) => Path.DirectorySeparatorChar == '\\' ? path.Replace('\\', '/') : path;
}

using System.Collections.Frozen;
using System.Text;
using UltimateCopilot.Workspace.Ignoring;

namespace UltimateCopilot.Workspace.Walking;

/// <summary>One walk below one named folder.</summary>
internal sealed class FolderWalk
{
    private static readonly FrozenSet<string> ControlFolders = FrozenSet.Create(StringComparer.Ordinal, ".hg", ".svn", ".jj");

    private readonly string _start;
    private readonly WalkOptions _options;
    private readonly ScopeLoader _scopes;
    private readonly IgnoreFile? _exclude;

    /// <summary>Bytes before the part of a path that the exclude globs see.</summary>
    private readonly int _excludeBase;

    /// <summary>Folders yet to be walked, the next one on top; a stack of our own because trees may be deep.</summary>
    private readonly Stack<Pending> _pending = [];

    private readonly List<FolderEntry> _entries = [];

    /// <summary>The path of the entry at hand in the bytes that the rules match.</summary>
    private byte[] _bytes = new byte[1024];

    public FolderWalk(string start, WalkOptions options)
    {
        _start = start;
        _options = options;
        _scopes = new ScopeLoader(options.IgnoreCase);
        _excludeBase = ScopeLoader.BaseLength(start);
        if (options.Exclude.Count > 0)
        {
            _exclude = IgnoreFile.Parse(Encoding.UTF8.GetBytes(string.Join('\n', options.Exclude)), options.IgnoreCase);
        }
    }

    public IEnumerable<WalkItem> Run(CancellationToken cancellationToken)
    {
        _pending.Push(new Pending(_start, _options.HonourIgnoreFiles ? _scopes.Above(_start) : null));
        while (_pending.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FolderListing.Read(folder.Path, _entries) is { } problem)
            {
                // A folder that vanished while we walked is nobody's concern.
                if (problem != PathProblem.NotFound || folder.Path == _start)
                {
                    yield return new UnreadablePath(folder.Path, problem);
                }

                continue;
            }

            if (_options.SkipForeignFolders && folder.Path != _start && ForeignFolders.IsMarked(_entries))
            {
                yield return new SkippedPath(folder.Path, SkipReason.Generated);
                continue;
            }

            // The entries are judged before the first is handed out: the buffers belong to the next folder as soon as the caller pauses.
            foreach (var item in Judge(folder))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    private List<WalkItem> Judge(Pending folder)
    {
        var scope = _options.HonourIgnoreFiles ? _scopes.Enter(folder.Path, folder.Scope, _entries) : null;
        var length = WriteFolder(folder.Path);
        var items = new List<WalkItem>(_entries.Count);
        var folders = new List<Pending>();
        foreach (var entry in _entries)
        {
            if ((entry.IsFolder && ControlFolders.Contains(entry.Name)) || entry.Name == GitFolder.Name || IsIgnored(entry, length, scope))
            {
                continue;
            }

            var path = Path.Join(folder.Path, entry.Name);
            if (Report(entry, path) is { } note)
            {
                items.Add(note);
            }
            else if (entry.IsFolder)
            {
                folders.Add(new Pending(path, scope));
            }
            else
            {
                items.Add(new WalkedFile(path, IsNamed: false));
            }
        }

        for (var i = folders.Count - 1; i >= 0; i--)
        {
            _pending.Push(folders[i]);
        }

        return items;
    }

    private WalkItem? Report(FolderEntry entry, string path)
    {
        if (entry.IsLink)
        {
            return new SkippedPath(path, SkipReason.Link);
        }

        // Names come with a replacement character for bytes that are not UTF-8; no path can then be spelled that opens them.
        if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal) && !Path.Exists(path))
        {
            return new UnreadablePath(path, PathProblem.InvalidName);
        }

        return entry.IsFolder && _options.SkipForeignFolders && ForeignFolders.Judge(entry.Name, _entries) is { } reason
            ? new SkippedPath(path, reason)
            : null;
    }

    private bool IsIgnored(FolderEntry entry, int length, IgnoreScope? scope)
    {
        var end = length + Encoding.UTF8.GetBytes(entry.Name, _bytes.AsSpan(length));
        var path = _bytes.AsSpan(0, end);
        var name = path[length..];
        // To git a link is no folder, whatever it points to.
        var isFolder = entry.IsFolder && !entry.IsLink;
        return _exclude?.Decide(path[_excludeBase..], name, isFolder) ?? scope?.Ignores(path, name, isFolder) ?? false;
    }

    /// <summary>Writes the folder's path with forward slashes and one behind it, and leaves room for any of the names.</summary>
    private int WriteFolder(string folder)
    {
        var longest = _entries.Count == 0 ? 0 : _entries.Max(e => e.Name.Length);
        var room = Encoding.UTF8.GetMaxByteCount(folder.Length + 1 + longest);
        if (_bytes.Length < room)
        {
            _bytes = new byte[room * 2];
        }

        return ScopeLoader.Write(folder, _bytes);
    }

    private readonly record struct Pending(string Path, IgnoreScope? Scope);
}

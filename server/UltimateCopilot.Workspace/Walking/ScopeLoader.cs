using System.Text;
using UltimateCopilot.Workspace.Ignoring;

namespace UltimateCopilot.Workspace.Walking;

/// <summary>Reads the ignore files of the folders that a walk enters.</summary>
internal sealed class ScopeLoader(bool ignoreCase)
{
    private const string GitIgnore = ".gitignore";
    private const string Ignore = ".ignore";

    /// <summary>How long a folder's path is in bytes, with the slash behind it.</summary>
    public static int BaseLength(string folder) => Encoding.UTF8.GetByteCount(folder) + (Path.EndsInDirectorySeparator(folder) ? 0 : 1);

    /// <summary>Writes a folder's path as rules see it, with the slash behind it, and gives its length.</summary>
    public static int Write(string folder, Span<byte> target)
    {
        var length = Encoding.UTF8.GetBytes(folder, target);
        if (!Path.EndsInDirectorySeparator(folder))
        {
            target[length++] = (byte)'/';
        }

        if (Path.DirectorySeparatorChar == '\\')
        {
            target[..length].Replace((byte)'\\', (byte)'/');
        }

        return length;
    }

    /// <summary>The scope of the folders above a start, up to the root of its repository; nothing where there is none.</summary>
    public IgnoreScope? Above(string start)
    {
        var folders = new List<string>();
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            folders.Add(folder);
            if (GitFolder.IsRoot(folder))
            {
                // The start itself is entered like any other folder.
                return folders.Skip(1).Reverse().Aggregate((IgnoreScope?)null, (scope, above) => Load(above, scope, above == folder));
            }
        }

        return null;
    }

    /// <summary>The scope within a folder, given what lies in it.</summary>
    public IgnoreScope? Enter(string folder, IgnoreScope? above, IReadOnlyList<FolderEntry> entries)
    {
        var isRepository = entries.Any(e => e.Name == GitFolder.Name);
        return isRepository || entries.Any(e => e.Name is GitIgnore or Ignore) ? Load(folder, above, isRepository) : above;
    }

    private IgnoreScope Load(string folder, IgnoreScope? above, bool isRepository) => new(
        above,
        BaseLength(folder),
        IgnoreFile.Load(Path.Join(folder, Ignore), ignoreCase),
        IgnoreFile.Load(Path.Join(folder, GitIgnore), ignoreCase),
        isRepository ? GitFolder.LoadExclude(folder, ignoreCase) : null,
        isRepository);
}

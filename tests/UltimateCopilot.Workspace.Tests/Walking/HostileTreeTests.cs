using System.Diagnostics;
using System.Runtime.Versioning;
using UltimateCopilot.Workspace.Walking;

namespace UltimateCopilot.Workspace.Tests.Walking;

/// <summary>Trees that a walk must survive.</summary>
[TestFixture]
[UnsupportedOSPlatform("windows")]
[Platform(Exclude = "Win", Reason = "Names, links and permissions of Unix")]
public sealed class HostileTreeTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Walk_LinkLoop_EndsAndReportsTheLink()
    {
        _folder.Write("sub/a.x");
        Directory.CreateSymbolicLink(_folder.At("sub/loop"), _folder.Path);

        Assert.That(Walk(), Is.EqualTo(
            (WalkItem[])[new WalkedFile(_folder.At("sub/a.x"), false), new SkippedPath(_folder.At("sub/loop"), SkipReason.Link)]));
    }

    [Test]
    public void Walk_LinkOutOfTheRoot_IsNotFollowed()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.x");
        Directory.CreateSymbolicLink(_folder.At("folder"), outside.Path);
        File.CreateSymbolicLink(_folder.At("file.x"), outside.At("secret.x"));
        File.CreateSymbolicLink(_folder.At("dangling"), outside.At("none"));

        Assert.That(Walk(), Has.Count.EqualTo(3).And.All.InstanceOf<SkippedPath>());
    }

    [Test]
    public void Walk_LinkNamed_IsFollowed()
    {
        using var outside = new TemporaryFolder();
        outside.Write("a.x");
        Directory.CreateSymbolicLink(_folder.At("folder"), outside.Path);

        Assert.That(Walk("folder"), Is.EqualTo((WalkItem[])[new WalkedFile(_folder.At("folder/a.x"), false)]));
    }

    [Test]
    public void Walk_LinkedIgnoreFile_HasNoSay()
    {
        using var outside = new TemporaryFolder();
        outside.Write("rules", "a.x\n");
        _folder.Write("a.x");
        File.CreateSymbolicLink(_folder.At(".gitignore"), outside.At("rules"));

        Assert.That(Walk(), Does.Contain(new WalkedFile(_folder.At("a.x"), false)));
    }

    [Test]
    public void Walk_NameWithNewline_IsOneFile()
    {
        _folder.Write("a\nb.x");

        Assert.That(Walk(), Is.EqualTo((WalkItem[])[new WalkedFile(_folder.At("a\nb.x"), false)]));
    }

    [Test]
    [Platform("Linux", Reason = "Other systems refuse such names")]
    public void Walk_NameThatIsNotUtf8_IsReportedOnce()
    {
        Shell("printf x > \"$(printf 'bad\\377.x')\"");
        _folder.Write("a.x");

        var items = Walk();
        Assert.That(items.OfType<UnreadablePath>().Single().Problem, Is.EqualTo(PathProblem.InvalidName));
        Assert.That(items.OfType<WalkedFile>().Single().Path, Is.EqualTo(_folder.At("a.x")));
        // The library cannot remove what it cannot spell.
        Shell("rm bad*");
    }

    [Test]
    public void Walk_UnreadableFolder_IsReportedAndTheRestWalked()
    {
        _folder.Write("closed/a.x");
        _folder.Write("open/b.x");
        var closed = _folder.At("closed");
        File.SetUnixFileMode(closed, UnixFileMode.None);
        try
        {
            if (CanRead(closed))
            {
                Assert.Ignore("this user may read everything");
            }

            Assert.That(Walk(), Is.EqualTo(
                (WalkItem[])[new UnreadablePath(closed, PathProblem.NoPermission), new WalkedFile(_folder.At("open/b.x"), false)]));
        }
        finally
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Test]
    public void Walk_ReadOnlyFolder_IsWalked()
    {
        _folder.Write("still/a.x");
        File.SetUnixFileMode(_folder.At("still"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.That(Walk(), Is.EqualTo((WalkItem[])[new WalkedFile(_folder.At("still/a.x"), false)]));
        }
        finally
        {
            File.SetUnixFileMode(_folder.At("still"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Test]
    public void Walk_DeepTree_IsWalkedToTheBottom()
    {
        var bottom = string.Concat(Enumerable.Repeat("d/", 1000)) + "a.x";
        _folder.Write(bottom);

        Assert.That(Walk(), Is.EqualTo((WalkItem[])[new WalkedFile(_folder.At(bottom), false)]));
    }

    [Test]
    [Platform("Linux")]
    public void Walk_PathLongerThanTheSystemAllows_IsReported()
    {
        var name = new string('d', 200);
        Shell($"for i in $(seq 1 30); do mkdir {name} && cd {name} || exit 0; done");
        try
        {
            Assert.That(Walk().Single(), Is.InstanceOf<UnreadablePath>());
        }
        finally
        {
            // Too deep for the library's own removal.
            Shell("rm -rf d*");
        }
    }

    [Test]
    public void Walk_PipeAsIgnoreFile_DoesNotWait()
    {
        Shell("mkfifo .gitignore .ignore");
        _folder.Write("a.x");

        Assert.That(Walk(), Does.Contain(new WalkedFile(_folder.At("a.x"), false)));
    }

    [Test]
    [CancelAfter(20_000)]
    public void Walk_RuleMadeToExplode_EndsSoon(CancellationToken cancellationToken)
    {
        _folder.Write(string.Concat(Enumerable.Repeat("a/", 40)) + "b");
        _folder.Write(".gitignore", string.Concat(Enumerable.Repeat("**/a*a*", 12)) + "\n" + string.Concat(Enumerable.Repeat("**/a/", 12)) + "c\n");

        Assert.That(new WorkspaceWalk().Walk([_folder.Path], cancellationToken).Count(), Is.EqualTo(2));
    }

    private List<WalkItem> Walk(string relative = "") => [.. new WorkspaceWalk().Walk([_folder.At(relative)])];

    private static bool CanRead(string folder)
    {
        try
        {
            Directory.GetFiles(folder);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Shell(string script)
    {
        var info = new ProcessStartInfo("sh", ["-c", script]) { WorkingDirectory = _folder.Path };
        using var shell = Process.Start(info) ?? throw new InvalidOperationException("sh did not start");
        shell.WaitForExit();
    }
}

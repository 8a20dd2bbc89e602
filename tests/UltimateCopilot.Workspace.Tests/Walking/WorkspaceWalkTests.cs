using UltimateCopilot.Workspace.Walking;

namespace UltimateCopilot.Workspace.Tests.Walking;

[TestFixture]
public sealed class WorkspaceWalkTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Walk_Folder_GivesFilesBeforeFoldersInOrder()
    {
        Write("b.x", "a/c.x", "a/b/d.x", ".github/e.x", "a.x");

        Assert.That(Files(), Is.EqualTo((string[])["a.x", "b.x", ".github/e.x", "a/c.x", "a/b/d.x"]));
    }

    [Test]
    public void Walk_GitFolder_IsNoPartOfTheWorkspace()
    {
        Write(".git/config", "sub/.git", ".hg/x", "a.x");

        Assert.That(Walk(_folder.Path), Is.EqualTo((WalkItem[])[new WalkedFile(_folder.At("a.x"), false)]));
    }

    [Test]
    public void Walk_DotIgnore_PrecedesGitIgnore()
    {
        Write("a.x", "b.x", "sub/a.x", "sub/b.x");
        _folder.Write(".gitignore", "a.x\n");
        _folder.Write(".ignore", "!a.x\nb.x\n.*ignore\n");
        _folder.Write("sub/.gitignore", "a.x\n");

        Assert.That(Files(), Is.EqualTo((string[])["a.x", "sub/a.x"]));
    }

    [Test]
    public void Walk_StartBelowTheRepositoryRoot_HonoursRulesAboveUpToIt()
    {
        using var repository = new TemporaryFolder();
        repository.Write(".gitignore", "repository.x\n");
        repository.Write("outer/.git/config");
        repository.Write("outer/.gitignore", "/in/a.x\n*.log\n");
        repository.Write("outer/in/a.x");
        repository.Write("outer/in/a.log");
        repository.Write("outer/in/repository.x");

        var files = new WorkspaceWalk().Walk([repository.At("outer/in")]).Select(i => Path.GetFileName(i.Path));
        Assert.That(files, Is.EqualTo((string[])["repository.x"]));
    }

    [Test]
    public void Walk_NestedRepository_HasOnlyItsOwnRules()
    {
        Write(".git/config", "inner/.git/config", "inner/a.x", "inner/b.x", "a.x");
        _folder.Write(".gitignore", ".gitignore\na.x\n");
        _folder.Write("inner/.git/info/exclude", "b.x\n");

        Assert.That(Files(), Is.EqualTo((string[])["inner/a.x"]));
    }

    [Test]
    public void Walk_Worktree_HonoursTheExcludeFileOfItsRepository()
    {
        _folder.Write("main/.git/info/exclude", "secret.x\n");
        _folder.Write("main/.git/worktrees/tree/commondir", "../..\n");
        _folder.Write("tree/.git", $"gitdir: {_folder.At("main/.git/worktrees/tree")}\n");
        Write("tree/secret.x", "tree/a.x");

        Assert.That(Files(_folder.At("tree")), Is.EqualTo((string[])["tree/a.x"]));
    }

    [Test]
    public void Walk_IgnoredFileNamed_IsGiven()
    {
        Write("a.x");
        _folder.Write(".gitignore", "*\n");

        Assert.That(Walk(_folder.At("a.x")), Is.EqualTo((WalkItem[])[new WalkedFile(_folder.At("a.x"), IsNamed: true)]));
    }

    [Test]
    public void Walk_IgnoreFilesOff_GivesWhatTheyIgnore()
    {
        Write(".git/config", "a.x");
        _folder.Write(".gitignore", "a.x\n");

        Assert.That(Files(new WalkOptions { HonourIgnoreFiles = false }), Is.EqualTo((string[])[".gitignore", "a.x"]));
    }

    [Test]
    public void Walk_ExcludeGlobs_PrecedeIgnoreFiles()
    {
        Write("a.x", "b.x", "c.y", "sub/gen/c.x", "gen/c.x");
        _folder.Write(".ignore", "a.x\n.ignore\n");

        Assert.That(Files(new WalkOptions { Exclude = ["*.y", "/gen/", "!a.x"] }), Is.EqualTo((string[])["a.x", "b.x", "sub/gen/c.x"]));
    }

    [TestCase("node_modules", "", SkipReason.Vendored)]
    [TestCase("vendor", "", SkipReason.Vendored)]
    [TestCase("dist", "", SkipReason.Generated)]
    [TestCase(".venv", "", SkipReason.Generated)]
    [TestCase("env", "env/pyvenv.cfg", SkipReason.Generated)]
    [TestCase("bin", "App.csproj", SkipReason.Generated)]
    [TestCase("obj", "App.fsproj", SkipReason.Generated)]
    [TestCase("target", "Cargo.toml", SkipReason.Generated)]
    public void Walk_ForeignFolder_IsSkippedAndReported(string folder, string mark, SkipReason reason)
    {
        Write($"{folder}/deep/a.x", "own.x");
        if (mark.Length > 0)
        {
            _folder.Write(mark);
        }

        Assert.That(Walk(_folder.Path), Does.Contain(new SkippedPath(_folder.At(folder), reason)));
        Assert.That(Files(), Does.Not.Contain($"{folder}/deep/a.x").And.Contain("own.x"));
    }

    [TestCase("bin")]
    [TestCase("obj")]
    [TestCase("target")]
    [TestCase("build")]
    public void Walk_FolderNamedLikeGeneratedWithoutItsTool_IsWalked(string folder)
    {
        Write($"{folder}/a.x");

        Assert.That(Files(), Is.EqualTo((string[])[$"{folder}/a.x"]));
    }

    [Test]
    public void Walk_ForeignFolderNamed_IsWalkedButNotThoseWithin()
    {
        Write("node_modules/p/a.x", "node_modules/p/node_modules/q/b.x");

        Assert.That(Files(_folder.At("node_modules")), Is.EqualTo((string[])["node_modules/p/a.x"]));
    }

    [Test]
    public void Walk_IgnoredForeignFolder_IsNoNews()
    {
        Write("node_modules/a.x");
        _folder.Write(".gitignore", "node_modules\n.gitignore\n");

        Assert.That(Walk(_folder.Path), Is.Empty);
    }

    [Test]
    public void Walk_OverlappingPaths_GivesEachFileOnce()
    {
        Write("a.x", "sub/b.x");

        var walk = new WorkspaceWalk().Walk([_folder.At("sub/b.x"), _folder.At("sub/"), _folder.Path, _folder.At("sub")]);
        Assert.That(walk.Select(i => i.Path), Is.EqualTo((string[])[_folder.At("sub/b.x"), _folder.At("a.x")]));
    }

    [Test]
    public void Walk_NothingThere_IsReported() =>
        Assert.That(Walk(_folder.At("none")), Is.EqualTo((WalkItem[])[new UnreadablePath(_folder.At("none"), PathProblem.NotFound)]));

    [Test]
    public void Walk_Cancelled_Stops()
    {
        Write("a.x", "b.x");
        using var cancel = new CancellationTokenSource();

        using var items = new WorkspaceWalk().Walk([_folder.Path], cancel.Token).GetEnumerator();
        Assert.That(items.MoveNext(), Is.True);
        cancel.Cancel();
        Assert.That(items.MoveNext, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Walk_FirstFile_ComesBeforeDeeperFoldersAreRead()
    {
        Write("a.x", "sub/b.x");

        using var items = new WorkspaceWalk().Walk([_folder.Path]).GetEnumerator();
        Assert.That(items.MoveNext(), Is.True);
        Write("sub/c.x");
        var rest = new List<string>();
        while (items.MoveNext())
        {
            rest.Add(Path.GetFileName(items.Current.Path));
        }

        Assert.That(rest, Is.EqualTo((string[])["b.x", "c.x"]));
    }

    private void Write(params string[] files) => Array.ForEach(files, f => _folder.Write(f));

    private static List<WalkItem> Walk(string path) => [.. new WorkspaceWalk().Walk([path])];

    private List<string> Files(string? path = null) => Names(new WorkspaceWalk().Walk([path ?? _folder.Path]));

    private List<string> Files(WalkOptions options) => Names(new WorkspaceWalk(options).Walk([_folder.Path]));

    private List<string> Names(IEnumerable<WalkItem> items) =>
        [.. items.OfType<WalkedFile>().Select(f => Path.GetRelativePath(_folder.Path, f.Path).Replace('\\', '/'))];
}

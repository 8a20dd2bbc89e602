using System.Text;
using UltimateCopilot.Workspace.Walking;

namespace UltimateCopilot.Workspace.Tests.Ignoring;

/// <summary>What the walk leaves out is what the real git leaves out.</summary>
[TestFixture]
public sealed class GitAgreementTests
{
    private static readonly string[] Names = ["a", "b", "ab", "a.b", "a b", "A", "é", "[", "#a", "!b", "a ", "-", "*"];

    private static readonly string[] Tokens =
    [
        "a", "b", "a", "b", ".", "/", "/", "*", "**", "?", "[ab]", "[!a]", "[^b]", "[a-b]", "[]-]", "[[:alpha:]]", "[[:nope:]]", "[a", "\\", "\\*",
        "\\[", "\\ ", " ", "!", "#", "é", "-", "A", "**/", "/**", "\t", "\r",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _files = [];

    [OneTimeSetUp]
    public void MakeTree()
    {
        Git.Init(_folder.Path);
        foreach (var first in Names)
        {
            _files.Add($"{first}.x");
            _files.AddRange(Names.Select(second => $"{first}/{second}.x"));
            _files.AddRange(Names.Take(4).Select(second => $"{first}/ab/{second}"));
            _files.Add($"{first}/a/b/{first}");
        }

        _files.ForEach(f => _folder.Write(f));
    }

    [OneTimeTearDown]
    public void RemoveTree() => _folder.Dispose();

    [TestCase("a")]
    [TestCase("/a")]
    [TestCase("a/")]
    [TestCase("a/ab")]
    [TestCase("/a/ab/")]
    [TestCase("*.x")]
    [TestCase("*.x\n!a.x")]
    [TestCase("a/\n!a/a.x", TestName = "Nothing comes back from an ignored folder")]
    [TestCase("a/*\n!a/ab\na/ab/*\n!a/ab/b")]
    [TestCase("**/a")]
    [TestCase("a/**")]
    [TestCase("a/**/b")]
    [TestCase("a**/b", TestName = "Stars behind a literal are git's own case")]
    [TestCase("**/**/b")]
    [TestCase("a/**b")]
    [TestCase("?")]
    [TestCase("?.x", TestName = "A question mark is one byte, not one letter")]
    [TestCase("??.x")]
    [TestCase("[a-b].x")]
    [TestCase("[!a-b].x")]
    [TestCase("[[:upper:]].x")]
    [TestCase("[]-].x")]
    [TestCase("[")]
    [TestCase("\\[")]
    [TestCase("\\#a/\n\\!b/")]
    [TestCase("#a")]
    [TestCase("!b")]
    [TestCase("a ")]
    [TestCase("a\\ ")]
    [TestCase("a \\ ")]
    [TestCase("a\t")]
    [TestCase("a\r\nb\r\n")]
    [TestCase("\uFEFFa")]
    [TestCase("\\*")]
    [TestCase("a\\")]
    [TestCase("/")]
    [TestCase("//")]
    [TestCase("*/")]
    [TestCase("*/ab")]
    [TestCase("a/*/b")]
    [TestCase("/*\n!/a")]
    [TestCase("é")]
    [TestCase("*\0b")]
    public void Walk_GitIgnore_LeavesOutWhatGitIgnores(string rules) => AssertAgreement(rules, null, null);

    [TestCase("*.x", "!a.x")]
    [TestCase("!a.x", "*.x")]
    [TestCase("ab/", "!ab/")]
    [TestCase("/ab", "/b.x")]
    public void Walk_NestedGitIgnore_LeavesOutWhatGitIgnores(string outer, string inner) => AssertAgreement(outer, inner, null);

    [TestCase("!a.x", null, "*.x")]
    [TestCase(null, "!a.x", "*.x")]
    [TestCase(null, null, "/a/ab\n*.x")]
    public void Walk_InfoExclude_LeavesOutWhatGitIgnores(string? outer, string? inner, string exclude) => AssertAgreement(outer, inner, exclude);

    [Test]
    public void Walk_RandomRules_LeavesOutWhatGitIgnores([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 25; i++)
        {
            AssertAgreement(Rules(random), random.Next(2) == 0 ? Rules(random) : null, random.Next(4) == 0 ? Rules(random) : null);
        }
    }

    private static string Rules(Random random)
    {
        var rules = new StringBuilder();
        for (var line = random.Next(1, 5); line > 0; line--)
        {
            for (var token = random.Next(1, 7); token > 0; token--)
            {
                rules.Append(Tokens[random.Next(Tokens.Length)]);
            }

            rules.Append('\n');
        }

        return rules.ToString();
    }

    private void AssertAgreement(string? outer, string? inner, string? exclude)
    {
        Put(".gitignore", outer);
        Put("a/.gitignore", inner);
        Put(".git/info/exclude", exclude);
        var ignored = Git.Ignored(_folder.Path, _files);
        var walk = new WorkspaceWalk(new WalkOptions { SkipForeignFolders = false, IgnoreCase = false });
        var walked = walk.Walk([_folder.Path]).OfType<WalkedFile>().Select(f => Path.GetRelativePath(_folder.Path, f.Path)).ToHashSet();

        var wrong = _files.Where(f => walked.Contains(f) == ignored.Contains(f));
        Assert.That(wrong, Is.Empty, $".gitignore {Show(outer)}, a/.gitignore {Show(inner)}, info/exclude {Show(exclude)}");
    }

    private static string Show(string? rules) => rules is null ? "none" : System.Text.Json.JsonSerializer.Serialize(rules);

    private void Put(string file, string? rules)
    {
        File.Delete(_folder.At(file));
        if (rules is not null)
        {
            _folder.Write(file, rules);
        }
    }
}

using UltimateCopilot.Lsp.Workspace;

namespace UltimateCopilot.Tests.Lsp;

internal sealed class FileUriTests
{
    [TestCase("file:///home/u/a.py", "/home/u/a.py")]
    [TestCase("file:///a%20b/%C3%A9%23%25.py", "/a b/\u00e9#%.py")]
    [TestCase("file:///c%3A/a/b.py", @"c:\a\b.py")]
    [TestCase("file:///C:/a", @"C:\a")]
    [TestCase("file:///a%5Cb", @"/a\b")]
    [TestCase("file:///a?x#y", "/a")]
    [TestCase("file://localhost/a", "/a")]
    [TestCase("file://server/share/a", @"\\server\share\a")]
    [TestCase("file:/a", "/a")]
    [TestCase("FILE:///a", "/a")]
    [TestCase("file:///c:x/y", "/c:x/y")]
    [TestCase("untitled:1", null)]
    [TestCase("vscode-remote://ssh/a", null)]
    [TestCase("", null)]
    public void ToPath_Uri_IsItsPath(string uri, string? path) => Assert.That(FileUri.ToPath(uri), Is.EqualTo(path));

    [TestCase("/a b/c(d)+@.py", "file:///a%20b/c%28d%29%2B%40.py")]
    [TestCase(@"/a\b", "file:///a%5Cb")]
    [TestCase(@"C:\a b\c", "file:///c%3A/a%20b/c")]
    [TestCase(@"\\server\share\a", "file://server/share/a")]
    [TestCase("/", "file:///")]
    public void FromPath_Path_IsSpeltAsVsCodeSpells(string path, string uri)
    {
        Assert.That(FileUri.FromPath(path), Is.EqualTo(uri));
        Assert.That(FileUri.Canonical(uri), Is.EqualTo(uri), "once canonical, always canonical");
    }

    [TestCase("file:///a%2bb", "file:///a+b")]
    [TestCase("file:///C:/a", "file:///c%3A/a")]
    [TestCase("file:///%c3%a9", "file:///\u00e9")]
    public void Canonical_TwoSpellings_AreOne(string one, string other) => Assert.That(FileUri.Canonical(one), Is.EqualTo(FileUri.Canonical(other)));
}

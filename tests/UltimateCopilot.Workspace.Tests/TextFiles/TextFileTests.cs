using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using UltimateCopilot.Workspace.TextFiles;

namespace UltimateCopilot.Workspace.Tests.TextFiles;

[TestFixture]
public sealed class TextFileTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase(TextEncoding.Utf8, "", "")]
    [TestCase(TextEncoding.Utf8, "EFBBBF", "61C3A9F09F9880")]
    [TestCase(TextEncoding.Utf8, "", "61C3A9F09F9880")]
    [TestCase(TextEncoding.Utf16LittleEndian, "FFFE", "6100E9003DD800DE")]
    [TestCase(TextEncoding.Utf16BigEndian, "FEFF", "006100E9D83DDE00")]
    [TestCase(TextEncoding.Utf32LittleEndian, "FFFE0000", "61000000E900000000F60100")]
    [TestCase(TextEncoding.Utf32BigEndian, "0000FEFF", "00000061000000E90001F600")]
    public void Read_AnyEncoding_GivesTextAndFormat(TextEncoding encoding, string mark, string body)
    {
        var content = Content(Convert.FromHexString(mark + body));

        Assert.That(content.Text.ToString(), Is.EqualTo(body.Length == 0 ? "" : "aé😀"));
        Assert.That(content.Format.Encoding, Is.EqualTo(encoding));
        Assert.That(content.Format.HasByteOrderMark, Is.EqualTo(mark.Length > 0));
        Assert.That(content.InvalidByteOffset, Is.Null);
        Assert.That(content.ByteLength, Is.EqualTo((mark.Length + body.Length) / 2));
    }

    [TestCase("61FF62", 1, TextEncoding.Latin1, "aÿb")]
    [TestCase("EFBBBF61C3", 4, TextEncoding.Latin1, "aÃ")]
    [TestCase("C0AF", 0, TextEncoding.Latin1, "À¯", TestName = "An overlong form is invalid")]
    [TestCase("EDA080", 0, TextEncoding.Latin1, "í\u00A0\u0080", TestName = "A surrogate in UTF-8 is invalid")]
    [TestCase("FFFE610000D86200", 4, TextEncoding.Utf16LittleEndian, "a\uFFFDb")]
    [TestCase("FFFE61006200C3", 6, TextEncoding.Utf16LittleEndian, "ab\uFFFD")]
    [TestCase("0000FEFF0000006100110000", 8, TextEncoding.Utf32BigEndian, "a\uFFFD")]
    [TestCase("0000FEFF0000006100", 8, TextEncoding.Utf32BigEndian, "a\uFFFD")]
    public void Read_InvalidBytes_SaysWhereAndGivesAText(string bytes, int offset, TextEncoding encoding, string text)
    {
        var content = Content(Convert.FromHexString(bytes));

        Assert.That(content.InvalidByteOffset, Is.EqualTo(offset));
        Assert.That(content.Format.Encoding, Is.EqualTo(encoding));
        Assert.That(content.Text.ToString(), Is.EqualTo(text));
    }

    [TestCase("", 0, 0, 0, false, "\n")]
    [TestCase("a", 0, 0, 0, false, "\n")]
    [TestCase("a\nb\n", 0, 2, 0, true, "\n")]
    [TestCase("a\r\nb\r\n", 2, 0, 0, true, "\r\n")]
    [TestCase("a\rb\r", 0, 0, 2, true, "\r")]
    [TestCase("a\r\r\n\n\r", 1, 1, 2, true, "\r")]
    [TestCase("a\r\nb\nc", 1, 1, 0, false, "\n")]
    public void Read_LineEndings_AreCounted(string text, int crLf, int lf, int cr, bool ends, string dominant)
    {
        var endings = Content(Encoding.UTF8.GetBytes(text)).Format.LineEndings;

        Assert.That(endings, Is.EqualTo(new LineEndings(crLf, lf, cr, ends)));
        Assert.That(endings.Dominant, Is.EqualTo(dominant));
    }

    [TestCase("a\nb\r\n", true)]
    [TestCase("\n\n", false)]
    public void LineEndings_TwoKinds_AreMixed(string text, bool areMixed) =>
        Assert.That(LineEndings.Count(text).AreMixed, Is.EqualTo(areMixed));

    [Test]
    public void Read_NulNearTheStart_IsBinary() =>
        Assert.That(Read([0x7F, 0x45, 0x00, 0x01]), Is.EqualTo(new UnreadableTextFile(TextFileProblem.Binary, 4)));

    [Test]
    public void Read_NulFarFromTheStart_IsAMistakeInAText()
    {
        var text = new string('a', 10_000) + "\0";

        Assert.That(Content(Encoding.UTF8.GetBytes(text)).Text.ToString(), Is.EqualTo(text));
    }

    [TestCase(10, true)]
    [TestCase(11, false)]
    public void Read_SizeLimit_IsTheLargestAllowed(int size, bool isRead)
    {
        var file = _folder.Write("a", new string('a', size));

        var result = TextFile.Read(file, new TextFileOptions { MaximumBytes = 10 });
        Assert.That(result is TextFileContent, Is.EqualTo(isRead));
        Assert.That(isRead || result.Equals(new UnreadableTextFile(TextFileProblem.TooLarge, 11)), Is.True);
    }

    [TestCase(-1)]
    [TestCase(int.MaxValue)]
    public void MaximumBytes_OutOfRange_IsRefused(int value) =>
        Assert.That(() => new TextFileOptions { MaximumBytes = value }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Read_LargeText_IsWhole()
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"line {i} é\r\n"));

        var content = Content(Encoding.UTF8.GetBytes(text));
        Assert.That(content.Text.ToString(), Is.EqualTo(text));
        Assert.That(content.Format.LineEndings.CrLf, Is.EqualTo(100_000));
    }

    [TestCase("none", TextFileProblem.NotFound)]
    [TestCase("none/none", TextFileProblem.NotFound)]
    [TestCase("", TextFileProblem.IsFolder)]
    public void Read_NoFile_SaysSo(string name, TextFileProblem problem) =>
        Assert.That(TextFile.Read(_folder.At(name)), Is.EqualTo(new UnreadableTextFile(problem)));

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public void Read_NoPermission_SaysSo()
    {
        var file = _folder.Write("closed");
        File.SetUnixFileMode(file, UnixFileMode.None);
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("this user may read everything");
        }

        Assert.That(TextFile.Read(file), Is.EqualTo(new UnreadableTextFile(TextFileProblem.NoPermission)));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Read_Links_AreFollowedWhereTheyLeadSomewhere()
    {
        _folder.Write("a", "text");
        File.CreateSymbolicLink(_folder.At("link"), "a");
        File.CreateSymbolicLink(_folder.At("dangling"), "none");
        File.CreateSymbolicLink(_folder.At("loop"), "loop");

        Assert.That((TextFile.Read(_folder.At("link")) as TextFileContent)?.Text.ToString(), Is.EqualTo("text"));
        Assert.That(TextFile.Read(_folder.At("dangling")), Is.EqualTo(new UnreadableTextFile(TextFileProblem.NotFound)));
        Assert.That(TextFile.Read(_folder.At("loop")), Is.EqualTo(new UnreadableTextFile(TextFileProblem.Failed)));
    }

    [Test]
    [CancelAfter(10_000)]
    [Platform(Exclude = "Win")]
    public void Read_Pipe_DoesNotWaitForItsOtherEnd(CancellationToken cancellationToken)
    {
        using var shell = Process.Start("mkfifo", [_folder.At("pipe")]);
        shell.WaitForExit();

        Assert.That(TextFile.Read(_folder.At("pipe")), Is.InstanceOf<TextFileContent>());
        Assert.That(cancellationToken.IsCancellationRequested, Is.False);
    }

    [Test]
    public void Decode_BytesOfAFile_IsWhatReadingItGives() =>
        Assert.That(TextFile.Decode("a\n"u8), Is.InstanceOf<TextFileContent>());

    private TextFileContent Content(byte[] bytes) => Read(bytes) as TextFileContent ?? throw new AssertionException("no text");

    private TextFileResult Read(byte[] bytes) => TextFile.Read(_folder.Write("file", bytes));
}

using UltimateCopilot.Languages.Exact;
using UltimateCopilot.Languages.Tests.Explain;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Exact;

/// <summary>Corner cases that a language allows: no layer may say a word, whatever the grammar thinks.</summary>
[TestFixture]
public sealed class ExactParserTests
{
    private static readonly ExactParsers Parsers = new();

    [TestCase("1e+2")]
    [TestCase("-0.0E-10")]
    [TestCase("""["\/", "\u00e9\uD83D\uDE00", ""]""")]
    [TestCase("\"\u2028\"")]
    [TestCase("\t\r\n [ ] \r\n")]
    [TestCase("""{"a": 1, "a": 2}""", TestName = "Check_TheSameKeyTwice_IsAllowedByTheStandard")]
    [TestCase("\uFEFF{}")]
    [TestCase("null")]
    [TestCase("""{"😀": "😀"}""")]
    public void Check_ValidJson_HasNoFinding(string code) => AssertFine("json", code);

    [TestCase("json")]
    [TestCase("jsonc")]
    public void Check_JsonNestedDeeply_HasNoFinding(string language) => AssertFine(language, new string('[', 5_000) + new string(']', 5_000));

    [TestCase("")]
    [TestCase(" \r\n\t")]
    [TestCase("\uFEFF")]
    [TestCase("// nothing\n{}")]
    [TestCase("{ /* a\n b */ \"a\": 1, // c\n}")]
    [TestCase("""{ "a": [1, 2, 3,], }""")]
    [TestCase("[] // the end")]
    [TestCase("{}/**/")]
    [TestCase("""{"url": "http://a//b /* c */"}""")]
    public void Check_ValidJsonWithComments_HasNoFinding(string code) => AssertFine("jsonc", code);

    [TestCase("<a/>")]
    [TestCase("\uFEFF<?xml version=\"1.0\" encoding=\"utf-16\" standalone=\"yes\"?>\n<a/>")]
    [TestCase("<!DOCTYPE a [<!ENTITY b 'c'><!ELEMENT a ANY><!ATTLIST a d CDATA #IMPLIED>]><a d='&b;'>&b;</a>", TestName = "Check_InternalEntities_AreKnown")]
    [TestCase("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"><html/>", TestName = "Check_ExternalSubset_IsNotOpened")]
    [TestCase("<a><![CDATA[ < & ]] > ]]></a>")]
    [TestCase("<?xml-stylesheet href='a.xsl'?><a><?php echo '<b>' ?></a><?end?>")]
    [TestCase("<a xmlns='urn:a' xmlns:b='urn:b' b:c='1' c='2'><b:d/></a>")]
    [TestCase("<a><!-- - - --></a>")]
    [TestCase("<a>&#x1F600;&#65;&amp;&lt;&gt;&quot;&apos;</a>")]
    [TestCase("<größe maß='😀'>中</größe>")]
    [TestCase("<a\r\n  b='1'\r\n/>\r\n<!-- end -->\r\n")]
    public void Check_ValidXml_HasNoFinding(string code) => AssertFine("xml", code);

    [TestCase("")]
    [TestCase("# nothing\n")]
    [TestCase("a: &b {c: 1}\nd: *b\ne:\n  <<: *b\n", TestName = "Check_AnchorAndMerge_AreFine")]
    [TestCase("%YAML 1.2\n---\na: 1\n...\n---\nb: 2\n", TestName = "Check_ManyDocuments_AreFine")]
    [TestCase("a: |\n  one\n    two\n\n  three\nb: >-\n  four\n\n  five\nc: |2\n    six\n", TestName = "Check_BlockScalars_AreFine")]
    [TestCase("a: [1, {b: c}, \"d\",\n  e]\nf: {g: [h], i: }\n", TestName = "Check_Flow_IsFine")]
    [TestCase("? a\n: b\n? [c, d]\n: e\n", TestName = "Check_ComplexKeys_AreFine")]
    [TestCase("- - a\n  - b\n- c: d\n  e: f\n-\n  g\n", TestName = "Check_NestedLists_AreFine")]
    [TestCase("a:\n- b\n- c\nd: e\n", TestName = "Check_ListAtTheIndentationOfItsKey_IsFine")]
    [TestCase("a: 'it''s'\nb: \"\\x41 \\u00e9 \\\n  c\"\nd: http://e:80/#f\ng: h#i\n", TestName = "Check_Quotes_AreFine")]
    [TestCase("a: !!str 1\nb: !custom {c: d}\n", TestName = "Check_Tags_AreFine")]
    [TestCase("a: b\r\nc:\r\n  - d\r\n", TestName = "Check_YamlWithCrLf_IsFine")]
    [TestCase("\uFEFFa: b\n", TestName = "Check_YamlWithByteOrderMark_IsFine")]
    [TestCase("a: one\n  two\n  three\nb: c\n", TestName = "Check_PlainValueOverLines_IsFine")]
    [TestCase("on: [push]\njobs:\n  a:\n    run: |\n      if [ -f b ]; then\n      \tc\n      fi\n", TestName = "Check_TabWithinABlockScalar_IsFine")]
    [TestCase("a: b\t# c\n", TestName = "Check_TabBeforeAComment_IsFine")]
    public void Check_ValidYaml_HasNoFinding(string code) => AssertFine("yaml", code);

    [TestCase("#!/usr/bin/env dotnet\n#:package Humanizer@2.14.1\n#:property LangVersion=preview\nConsole.WriteLine(1);\n", TestName = "Check_FileBasedProgram_IsFine")]
    [TestCase("using System;\nConsole.WriteLine(args.Length);\nreturn 0;\nclass A;\n", TestName = "Check_TopLevelStatements_AreFine")]
    [TestCase("static class A { extension(string s) { public int Twice => s.Length * 2; } }", TestName = "Check_ExtensionBlock_IsFine")]
    [TestCase("class A { int B { get; set => field = value; } void C(A? d) { d?.B = 3; d?.B += 1; } }", TestName = "Check_FieldAndConditionalAssignment_AreFine")]
    [TestCase("partial class A { partial A(); partial event System.Action B; void operator ++() { } }", TestName = "Check_PartialConstructorAndCompoundOperator_AreFine")]
    [TestCase("var a = (ref int b) => b; F((out c) => c = 1); var d = nameof(List<>);", TestName = "Check_LambdaModifiersAndUnboundNameof_AreFine")]
    [TestCase("class A {\n#if B\n    void C( {\n#else\n    void C() { }\n#endif\n}\n", TestName = "Check_CodeThatIsSwitchedOff_IsNotRead")]
    [TestCase("#if A\nclass B {\n#else\nclass C {\n#endif\n}\n", TestName = "Check_TwoHeadersOfOneBlock_AreFine")]
    [TestCase("var a = \"\"\"\n    {\"b\": \"\"}\n    \"\"\";\nvar c = $$\"\"\"{{{a}}}\"\"\";\n", TestName = "Check_RawStrings_AreFine")]
    [TestCase("var a = @\"C:\\b \"\"c\"\"\";\nvar d = $@\"{a:x}{{\";\nvar e = $\"{(a is null ? 1 : 2)}\";\n", TestName = "Check_OtherStrings_AreFine")]
    [TestCase("var a = b is { C: [1, .. var d, _], E: > 1 and not 3 or null };", TestName = "Check_Patterns_AreFine")]
    [TestCase("\uFEFFclass A;\r\n", TestName = "Check_CSharpWithByteOrderMark_IsFine")]
    [TestCase("class A;\rclass B;\r", TestName = "Check_CSharpWithLoneCarriageReturns_IsFine")]
    public void Check_ValidCSharp_HasNoFinding(string code) => AssertFine("csharp", code);

    [TestCase("json", """{"a": 01}""", "1:8 UC1013")]
    [TestCase("json", """{"a": "\uD800"}""", "1:7 UC1013")]
    [TestCase("json", "{\"a\": \"\0\"}", "1:7 UC1006")]
    [TestCase("json", "\uFEFF[1,]", "1:4 UC1005")]
    [TestCase("json", "[\"😀\" \"é\"]", "1:5 UC1004")]
    [TestCase("jsonc", "{\r\n  \"😀\": 1 // é\r\n  \"b\": 2\r\n}", "2:9 UC1004")]
    [TestCase("xml", "\uFEFF<a></b>", "1:5 UC1009")]
    [TestCase("xml", "<a>😀</b>", "1:6 UC1009")]
    [TestCase("xml", "<a>\r\n</b>", "2:1 UC1009")]
    [TestCase("xml", "<a>\r</b>", "2:1 UC1009")]
    [TestCase("yaml", "\uFEFFa: @b\n", "1:5 UC1008")]
    [TestCase("yaml", "a: 😀\nb: @c\n", "2:4 UC1008")]
    [TestCase("yaml", "a: \"😀\" b\n", "1:9 UC1005")]
    [TestCase("yaml", "a: 1\r\nb: @c\r\n", "2:4 UC1008")]
    [TestCase("csharp", "var a = \"😀\" 1;", "1:12 UC1004")]
    [TestCase("csharp", "\uFEFFclass A { int b; } }", "1:21 UC1002")]
    public void Check_MistakeBehindWideText_HasItsColumn(string language, string code, string place)
    {
        var text = SourceText.From(code);
        var finding = MistakeBook.Full(language, text).Single();
        var start = text.PositionAt(finding.Span.Start);
        Assert.That($"{start.Line + 1}:{start.Column + 1} {finding.Code}", Is.EqualTo(place), finding.Message);
    }

    [Test]
    public void Check_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        foreach (var (name, code) in new[] { ("roslyn", "class A;"), ("json", "[1]"), ("jsonc", "[1]"), ("xml", "<a/>"), ("yaml", "a: 1") })
        {
            Assert.That(() => Parsers.Find(name)!.Check(SourceText.From(code), cancelled.Token), Throws.InstanceOf<OperationCanceledException>(), name);
        }
    }

    private static void AssertFine(string language, string code)
    {
        var text = SourceText.From(code);
        Assert.That(MistakeBook.Full(language, text).Select(finding => $"{text.PositionAt(finding.Span.Start)} {finding.Code} {finding.Message}"), Is.Empty);
    }
}

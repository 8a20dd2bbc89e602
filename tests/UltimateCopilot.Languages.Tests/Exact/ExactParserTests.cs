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

    [TestCase("")]
    [TestCase("\uFEFF/* nothing */")]
    [TestCase("<!-- a { b: c } -->")]
    [TestCase("a { color: red; ; *zoom: 1; _height: 1px; width: 100px\\9; color: red !ie }", TestName = "Check_HacksForOldBrowsers_AreFine")]
    [TestCase("a { filter: progid:DXImageTransform.Microsoft.gradient(startColorstr='#80000000', endColorstr='#80000000'); filter: alpha(opacity=50) }", TestName = "Check_FilterForOldBrowsers_IsFine")]
    [TestCase("a { width: expression(this.b ? \"c\" : (function () { return 1; })()); d: e }", TestName = "Check_ScriptForOldBrowsers_IsFine")]
    [TestCase("a { --b:; --c: { d: e; f: g }; --h: a:b ! c; --i: [x (y)] }", TestName = "Check_CustomProperties_HoldNearlyAnything")]
    [TestCase("a { &:hover { b: c } > d { e: f } + g, ~ h { i: j } k & { l: m } @media (n) { o: p } }", TestName = "Check_Nesting_IsFine")]
    [TestCase("a{b:c;d:hover}e:hover{f:g}h:not(.i,j>k)::before{l:m}", TestName = "Check_MinifiedCss_IsFine")]
    [TestCase("@media (400px <= width < 800px), not all and (monochrome), screen and ((hover) or (not (any-hover))) { a { b: c } }", TestName = "Check_MediaQueries_AreFine")]
    [TestCase("@media screen\\0 { a { b: c } } @media \\0screen { a { b: c } } @media { a { b: c } }", TestName = "Check_MediaQueriesForOldBrowsers_AreFine")]
    [TestCase("@foo; @foo bar { x: y } @tailwind base; a { @apply b c; }", TestName = "Check_AtRulesOfTools_AreFine")]
    [TestCase("@layer a, b.c; @layer a { b { c: d } } @layer { e { f: g } } @container d (width > 1px) and style(--e: f) { g { h: i } }", TestName = "Check_LayersAndContainers_AreFine")]
    [TestCase("a { color: if(style(--b: 1): red; else: blue); c: d }", TestName = "Check_ValueWithACondition_IsFine")]
    [TestCase(".\\31 0\\/2, .a\\:b, #\\#c, größe, .😀 { content: \"\\\"\\\na\"; d: 'it\\'s' }", TestName = "Check_Escapes_AreFine")]
    [TestCase("a { b: url(c\\)d.png), url( e ), URL(//f/g?h=i;j), url() }", TestName = "Check_Addresses_AreFine")]
    [TestCase("a[b], a[b=c], a[b|='d' i], [*|b], [c|b~=d], |a, *|*, a|b { e: f }", TestName = "Check_AttributesAndNamespaces_AreFine")]
    [TestCase("@keyframes a { from, 12.5% { b: c } entry 0% { d: e } to { f: g } } @-webkit-keyframes 'b' { 0% { c: d } }", TestName = "Check_Keyframes_AreFine")]
    [TestCase("a {\r\n  b: c;\r\n}\r\n", TestName = "Check_CssWithCrLf_IsFine")]
    [TestCase("a{b:c}\fd{e:f}\r", TestName = "Check_CssWithFormFeed_IsFine")]
    [TestCase("a {\n  font-family: a, b,\n    c;\n  grid-template-areas:\n    'd'\n    'e';\n}", TestName = "Check_ValueOverLines_IsFine")]
    [TestCase("@page :first { margin: 1in; @top-left { content: 'a' } } @font-feature-values B { @styleset { c: 1 2 } }", TestName = "Check_BlocksWithinAtRules_AreFine")]
    public void Check_ValidCss_HasNoFinding(string code) => AssertFine("css", code);

    [Test]
    public void Check_CssNestedDeeply_HasNoFinding() =>
        AssertFine("css", string.Concat(Enumerable.Repeat("a{b:c(", 1)) + new string('(', 5_000) + new string(')', 5_000) + ")}" + string.Concat(Enumerable.Repeat("a{", 5_000)) + new string('}', 5_000));

    [TestCase("")]
    [TestCase("\uFEFF# nothing")]
    [TestCase("a=1\r\n\r\n[b]\r\nc='d'\r\n", TestName = "Check_TomlWithCrLf_IsFine")]
    [TestCase("a . b . \"c.d\" = 1\n'' = 2\n1.2 = 3\n-_- = 4\ntrue = 5", TestName = "Check_TomlKeys_AreFine")]
    [TestCase("a = [ [ ], [ 1, ], # b\n\n 2\n ,3 ]", TestName = "Check_TomlArrays_AreFine")]
    [TestCase("a = [\n'--b=c',\n\"d = e\",\n]", TestName = "Check_TomlStringsThatLookLikeKeys_AreFine")]
    [TestCase("a = {}\nb = { c.d = 1, c.e = 2 , \"f\" = [ { g = 3 } ] }", TestName = "Check_TomlInlineTables_AreFine")]
    [TestCase("a = [+0, -0, 0e0, 0.0, 1e1_0, 0xaF, inf, 1979-05-27t07:32:00z, 23:59:60.5, 0000-01-01]", TestName = "Check_TomlScalars_AreFine")]
    [TestCase("a = \"\"\"\\\n\n  b \\   \n  c\"\"\"\"\"\nd = '''e'''''\nf = \"\"\"g = \"\"\"", TestName = "Check_TomlLongStrings_AreFine")]
    [TestCase("[a.b]\nc = 1\n[a]\nd.e = 2\nd.f = 3\n[a.d.g]\n[h]\n[[h.i]]\n[h.i.j]\n[[h.i]]\n[h.i.j]", TestName = "Check_TomlTablesInAnyOrder_AreFine")]
    public void Check_ValidToml_HasNoFinding(string code) => AssertFine("toml", code);

    [TestCase("a.b = 1\n[a]\n", "2:2 UC1012")]
    [TestCase("[a]\nb.c = 1\n[a.b]\n", "3:2 UC1012")]
    [TestCase("[a.b.c]\n[a]\nb.c.d = 1\n", "3:1 UC1012")]
    [TestCase("a = {b = 1}\n[a.c]\n", "2:2 UC1012")]
    [TestCase("a = [{b = 1}]\n[[a]]\n", "2:3 UC1012")]
    [TestCase("[[a]]\n[a]\n", "2:2 UC1012")]
    [TestCase("\"a\" = 1\n'a' = 2\n\"\\u0061\" = 3\n", "2:1 UC1012")]
    [TestCase("a = 1__0", "1:5 UC1013")]
    [TestCase("a = \"\\uD800\"", "1:6 UC1013")]
    [TestCase("a = '\u0001'", "1:6 UC1008")]
    [TestCase("a = 1\rb = 2", "1:6 UC1008")]
    [TestCase("\uFEFF😀 = 1", "1:2 UC1005")]
    public void Check_InvalidToml_HasItsFinding(string code, string place) => Check_MistakeBehindWideText_HasItsColumn("toml", code, place);

    [Test]
    public void Check_TomlNestedDeeply_HasNoFinding() => AssertFine("toml", "a = " + new string('[', 5_000) + new string(']', 5_000));

    [TestCase("FROM scratch")]
    [TestCase("\uFEFF# syntax=docker/dockerfile:1\n# check=skip=all\nARG A=1\nFROM --platform=$B c:${A:-2} as d\n", TestName = "Check_DockerDirectivesAndArguments_AreFine")]
    [TestCase("# syntax=example.org/other\nINCLUDE a\n", TestName = "Check_DockerWithAnotherReader_IsNotJudged")]
    [TestCase("# escape=`\nFROM a\nRUN b `\n  c\nCOPY d\\ C:\\e\\\nWORKDIR C:\\f\\\nUSER g\n", TestName = "Check_DockerForWindows_IsFine")]
    [TestCase("from a\nRun b \\  \n  # c\n\n  d \\\n # e\n f\n\\\n\nuser g", TestName = "Check_DockerContinuations_AreFine")]
    [TestCase("FROM a\nRUN b \\\\\nUSER c", TestName = "Check_DockerEscapedBackslash_ContinuesNothing")]
    [TestCase("FROM a\nRUN <<EOF cat <<-'E F' > c\nINVALID\nEOF\nthis, too\n\tE F\nCOPY <<\"d\" <<e /f/\n${\nd\n\"\ne\nRUN cat <<<g; echo $((1 << 2))\nUSER h", TestName = "Check_DockerHeredocs_AreFine")]
    [TestCase("FROM a\nENV b c d\nENV e=f g=\"h i\" j=k\\ l m='n \"o' p=\nLABEL q r's'\nLABEL \"t u\"=\"v \\\n  w\" x.y=z\nARG A B=\"c d\" E=", TestName = "Check_DockerPairs_AreFine")]
    [TestCase("FROM a\nCMD [\"b\", \"\\u0041\\\"\\\\\"]\nENTRYPOINT []\nRUN [ -f b ] && c || [ \"$d\" = e ]\nSHELL [\"f\", \"-g\"]\nVOLUME [\"/h\"]\nADD [\"i j\", \"/k/\"]", TestName = "Check_DockerArrays_AreFine")]
    [TestCase("FROM a\nRUN --mount=type=cache,target=/b --mount=type=secret,id=c --network=none d\nCOPY --link --chown=1:2 --exclude=*.e --exclude=f g /h\nADD --keep-git-dir=true i /j", TestName = "Check_DockerOptions_AreFine")]
    [TestCase("FROM a\nHEALTHCHECK --interval=1m30s --timeout=0.5s --retries=3 CMD [\"b\"]\nHEALTHCHECK NONE\nONBUILD COPY <<EOF /c\nd\nEOF\nSTOPSIGNAL SIGTERM\nEXPOSE 80 443/tcp $e\nMAINTAINER O'Brien", TestName = "Check_DockerOtherInstructions_AreFine")]
    [TestCase("{{ if a }}\nFROM b:{{ .c }} d\n{{ end }}\n{{ (\n  e\n) -}}\nENV f {{ .g }}\nRUN %%h%%\n", TestName = "Check_DockerTemplate_IsFine")]
    [TestCase("FROM a\nRUN b {{insert(\n  \"c\": [\n    d\n  ])}}\n{{if e:ENV f=g\n}}\nUSER h\nRUN i --format '{{.J}}' \\\n  && k", TestName = "Check_DockerTemplateOverLines_IsFine")]
    [TestCase("FROM a\r\nRUN b \\\r\n  && c\r\nUSER d\r\n", TestName = "Check_DockerWithCrLf_IsFine")]
    public void Check_ValidDockerfile_HasNoFinding(string code) => AssertFine("dockerfile", code);

    [TestCase("// a { b\n/* c */ d { e: f } // g")]
    [TestCase("$a: 1px !default; $b: ($a: c, 'd': (e, f), g: null,); $h: -$a; i { j: $a*2+$a/2 - 1 $a%2; }", TestName = "Check_SassVariables_AreFine")]
    [TestCase("@use 'sass:math' as m; @use \"a\" with ($b: 1, $c: 2); @use 'd' as *; @forward 'e' as f-* show g, $h;", TestName = "Check_SassModules_AreFine")]
    [TestCase("a { b: m.div($c, 2); d: e.$f; e.$g: 1; @include h.i; @include j.k($l...); }", TestName = "Check_SassMembersOfModules_AreFine")]
    [TestCase("@mixin a($b, $c: 1, $d...) { @content; @content($b); } e { @include a(1, $c: 2) using ($f) { g: $f } @include h { i: j } @include k; }", TestName = "Check_SassMixins_AreFine")]
    [TestCase("@function a($b) { @if $b == 1 and not $c { @return 1 } @else if $b != 2 or $b >= 3 { @return 'd'; } @else { @error 'e'; } }", TestName = "Check_SassFunctions_AreFine")]
    [TestCase("@each $a, $b in $c { d-#{$a} { e: $b } } @for $f from 1 through $g + 1 { .h-#{$f} { i: $f } } @while $j > 0 { $j: $j - 1 !global; }", TestName = "Check_SassLoops_AreFine")]
    [TestCase("a { &-b { c: d } &__e:hover & { f: g } & > h { i: j } .k & { l: m } &2 { n: o } > p { q: r } @at-root s { t: u } }", TestName = "Check_SassParents_AreFine")]
    [TestCase("#{$a} #{$b}-c, .d-#{$e}-f:#{$g}:not(#{$h}) { #{$i}: j; k-#{$l}-m: n#{$o}p; --q-#{$r}: #{$s}; }", TestName = "Check_SassInterpolation_IsFine")]
    [TestCase("a { b: \"c #{\"d #{$e}\"} f\"; g: url(#{$h}/i.png); j: url($k + 'l'); m: calc(100% - #{$n}); o: '#{p(\\'q\\')}' }", TestName = "Check_SassInterpolationInStrings_IsFine")]
    [TestCase("a { font: { family: b; size: 1px } margin: 1px { left: 2px } c:hover { d: e } f: { g: h } }", TestName = "Check_SassNestedProperties_AreFine")]
    [TestCase("%a { b: c } d { @extend %a; @extend .e !optional; @extend %f-#{$g}; }", TestName = "Check_SassPlaceholders_AreFine")]
    [TestCase("@media #{$a} and (min-width: $b) { c { d: e } } @media screen and ($f: $g) { h { i: j } } @supports not (#{$k}: l) { m { n: o } }", TestName = "Check_SassQueries_AreFine")]
    [TestCase("@mixin a { 0% { b: c } #{$d}% { e: f } } @keyframes g { @include a; #{$h * 1%} { i: j } @for $k from 1 to 2 { #{$k * 10%} { l: m } } }", TestName = "Check_SassKeyframes_AreFine")]
    [TestCase("a {\n  @if $b { c: d }\n  // e\n  @else if $f { g: h }\n  /* i */\n  @elseif $j { k: l }\n  @else { m: n }\n}", TestName = "Check_SassElseBehindComments_IsFine")]
    [TestCase("@include a(\n  $b: 1,\n  $c: (\n    d: e,\n  ),\n) {\n  f: g;\n}", TestName = "Check_SassArgumentsOverLines_AreFine")]
    [TestCase("a { b: if($c, d, e); f: if(sass($g): 1; else: 2); h: #{if(sass(&): '&'; else: '')} }", TestName = "Check_SassConditions_AreFine")]
    [TestCase("a { filter: alpha(opacity=50); filter: progid:DXImageTransform.Microsoft.Alpha(opacity=50); *zoom: 1 }", TestName = "Check_SassForOldBrowsers_IsFine")]
    [TestCase("@import 'a', 'b'; @import url(c); @import 'd' screen; $e: f, g,; @debug $h; @warn 'i'; @return-not-sass x;", TestName = "Check_SassImports_AreFine")]
    [TestCase("a > { b { c: d } } + e { f: g }", TestName = "Check_SassOpenCombinators_AreFine")]
    [TestCase("---\r\ntitle: a\r\n---\r\nb { c: d }", TestName = "Check_ScssWithFrontMatter_IsFine")]
    [TestCase("@mixin a { @if $b { @content; } } @function c() { @each $d in $e { @return $d; } } f { @include a { @include g; } }", TestName = "Check_SassStatementsWithinTheirBlocks_AreFine")]
    [TestCase("$a:\n  b\n  c !default;\nd { $e: 1; .f { g: h } }\n$i: 2", TestName = "Check_SassVariablesBeforeRules_AreFine")]
    [TestCase("@media (100px <= width <= $a) and ((color) or (hover)) { b { c: d } } @container (width>=1px) { e { f: g } }", TestName = "Check_SassRanges_AreFine")]
    [TestCase("a { b: if(not css(1): d; css(1) and (sass($c) or media(width > 1px)): d e, f; style(--g: h): if($condition: $i, $if-true: (j: k), $if-false: l); else: m;) }", TestName = "Check_SassConditionsWithin_AreFine")]
    [TestCase("a { b: if(var(--c) css(1): d); e: if(#{$f} or #{$g}: h; else: ) }", TestName = "Check_SassConditionsFromElsewhere_AreFine")]
    [TestCase("$a: 1; @charset 'b'; @use 'c'; $d: 2; @forward 'e'; f { g: h } $i: 3;", TestName = "Check_SassModulesBehindVariables_AreFine")]
    public void Check_ValidScss_HasNoFinding(string code) => AssertFine("scss", code);

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
    [TestCase("css", "\uFEFFa { b: c }}", "1:12 UC1002")]
    [TestCase("css", "a {\r\n  b: '😀' c: d;\r\n}", "2:9 UC1004")]
    [TestCase("css", "a{b:c}\rd{e}\r", "2:3 UC1004")]
    [TestCase("css", "/* 😀 */ a { b: (1; c: d }", "1:18 UC1001")]
    [TestCase("scss", "\uFEFF$a 1;", "1:3 UC1004")]
    [TestCase("dockerfile", "\uFEFFFROM 😀 b", "1:10 UC1005")]
    [TestCase("dockerfile", "FROM a\r\nENV b=1 \\\r\n  # c\r\n  d\r\n", "4:3 UC1004")]
    [TestCase("scss", "a { b: '😀' + ; }", "1:13 UC1004")]
    [TestCase("scss", "a {\n  $b: '😀' !default\n  c { d: e }\n}", "2:19 UC1004")]
    [TestCase("scss", "/* 😀 */ $a", "1:10 UC1004")]
    [TestCase("scss", "/* 😀 */ $a:", "1:12 UC1004")]
    [TestCase("scss", "a { b: if(css(1): 2;; else: 3) }", "1:21 UC1005")]
    [TestCase("scss", "a { b: if(css(1) else: 3) }", "1:18 UC1005")]
    [TestCase("scss", "a { b: if(not and(1): 3) }", "1:15 UC1005")]
    [TestCase("scss", "a { b: if((else): 3) }", "1:11 UC1005")]
    [TestCase("scss", "a { b: if(css(1): 2; else) }", "1:22 UC1004")]
    [TestCase("scss", "a { b: if(css(1) and: 2) }", "1:21 UC1005")]
    [TestCase("css", "@media (1px < width < 2px < 3px) { a { b: c } }", "1:27 UC1005")]
    [TestCase("css", "@supports ((a: b) or) { c { d: e } }", "1:19 UC1004")]
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
        foreach (var (name, code) in new[] { ("roslyn", "class A;"), ("json", "[1]"), ("jsonc", "[1]"), ("xml", "<a/>"), ("yaml", "a: 1"), ("toml", "a = 1"), ("dockerfile", "FROM a"), ("css", "a{b:c}"), ("scss", "a{b:c}") })
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

using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Tests.Explain;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Exact.Html;

/// <summary>What browsers read without a hitch, and what templates make of pages, goes through; what they mend in silence does not.</summary>
[TestFixture]
public sealed class HtmlParserTests
{
    [TestCase("")]
    [TestCase("\uFEFF<!doctype html><title>a</title>")]
    [TestCase("tea & cake, a < b, 1 <3 and a<=b")]
    [TestCase("<br/><hr /><img src=a><input disabled><wbr>")]
    [TestCase("<html><head><title>a</title><body><p>b")]
    [TestCase("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"\n \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"><html></html>")]
    [TestCase("<meta charset=utf-8><title>a</title><p>b</p></body></html>", TestName = "Check_StartTagsLeftOut_AreFine")]
    [TestCase("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>")]
    [TestCase("<dl><dt>a<dd><p>b<dt>c</dl>")]
    [TestCase("<table><tr><td>a<td>b<tr><td><table><tr><td>c</table></table>")]
    [TestCase("<table><colgroup><col><tr><td>a</tbody></table>")]
    [TestCase("<select><option>a<option>b<optgroup><option>c</select>")]
    [TestCase("<p>a<div>b</div><p>c<table></table>")]
    [TestCase("<button><p>a</button><p>b</p>")]
    [TestCase("<DIV><Span>a</SPAN></div>")]
    [TestCase("<a name=x/></a><p/>", TestName = "Check_SlashAndEndTag_AreOnePair")]
    [TestCase("<div/><my-tag/><ng-content />")]
    [TestCase("<script>if (a<b) { c = '<div>'; }</script><style>a > b { }</style>")]
    [TestCase("<script><!--\nf('<script>x</script>');\n//--></script>", TestName = "Check_ScriptWithinAScriptsComment_IsText")]
    [TestCase("<textarea><div></textarea><title></p></title><iframe><b></iframe>")]
    [TestCase("<svg><title>a</title><style><![CDATA[ a > b ]]></style><g><path d=''/></g><foreignObject><br></foreignObject></svg>")]
    [TestCase("<math><mrow><mi>x</mi></mrow></math>")]
    [TestCase("<!-- a --><!-- -- --><!--><!---><!-- > --!>")]
    [TestCase("<!--[if IE]><div><![endif]--><![if !IE]><p>a<![endif]>")]
    [TestCase("<?xml version='1.0'?><html xmlns=\"http://www.w3.org/1999/xhtml\"><script src='a'/><textarea/></html>")]
    [TestCase("<a title='>' alt=\"<b>\" onclick='f(\"a\")' href=a/b?c=d&e=f>g</a>")]
    [TestCase("<template><tr><td>a</td></tr></template>")]
    [TestCase("<tr><td>a fragment of a page</td></tr>")]
    [TestCase("<p>a</p>\n<script></script></body><script></script></html>")]
    [TestCase("<noscript><img src=a></noscript><object><param></object>")]
    [TestCase("<frameset><frame src=a><frameset><frame></frameset><noframes><body></noframes></frameset>")]
    [TestCase("<plaintext-view></plaintext-view><x.y></x.y><a:b></a:b>")]
    [TestCase("<input value=''></input>", TestName = "Check_EndTagRightBehindAVoidOne_IsHarmless")]
    public void Check_ValidHtml_HasNoFinding(string code) => AssertFine(code);

    [TestCase("<div class=\"{{ a }}\" {{#if b}}c=\"d\"{{/if}} {{e}}>{{> f}}</div>")]
    [TestCase("{{#if a}}<div>{{else}}<div class=b>{{/if}}</div>")]
    [TestCase("{% if a %}</div>{% endif %}<p>b</p>")]
    [TestCase("{% block a %}<p {% if b %}class=\"c\"{% else %}class=\"d\"{% endif %}>e{% endblock %}")]
    [TestCase("<a href=\"{{ url(\"a\") }}\" title='{% trans 'b' %}'>c</a>")]
    [TestCase("<body><% if (a) { %><div><% } %></body>")]
    [TestCase("<h<?= $level ?>>a</h<?= $level ?>><{{ tag }} b>c</{{ tag }}>")]
    [TestCase("<?php if ($a): ?><ul><?php endif; ?>")]
    [TestCase("<#if a><div></#if><@b/></@b>")]
    [TestCase("{{ with .A }}<ul>{{ end }}")]
    [TestCase("<!--#include virtual=\"head.html\" --></div></body></html>")]
    [TestCase("<table>{{#each a}}<tr>{{/each}}@for (a of b; track a) {<tr><td></tr>}</table>")]
    [TestCase("<head>%sveltekit.head%</head><body>[[x]]</body>")]
    [TestCase("<li *ngFor=\"let a of b\" [(ngModel)]=\"c\" (click)=\"d()\" @e.stop #f v-on:g=\"{h: {i: 1}}\">j</li>")]
    [TestCase("<p>{{ a < b }} {# <div> #} {{!-- <p> --}}</p>")]
    [TestCase("<h3>{% if a %}b</h3>{% else %}c</h3>{% endif %}", TestName = "Check_EndTagInEachBranch_ClosesWhatStoodBefore")]
    [TestCase("{% for a in b %}{% if c %}</select>{% endif %}<select>{% endfor %}</select>")]
    [TestCase("{% include 'head' %}</div><section>{% include 'foot' %}")]
    [TestCase("{{ define \"head\" }}<div>{{ end }}{{ define \"foot\" }}</div>{{ end }}")]
    [TestCase("{% raw %}{% endif %}{% endraw %}{% comment %}{% if %}{% endcomment %}")]
    [TestCase("<script>{% if a %}</script>{% endif %}", TestName = "Check_PartnerWithinAScript_IsOne")]
    [TestCase("{% set a = 1 %}{% set b %}c{% endset %}{% if a %}{% end %}")]
    [TestCase("<svg><style><![CDATA[a]]></style></svg><p title='a\nb =' c>d</p>")]
    [TestCase("<p title=\"{{\">a</p>", TestName = "Check_BracesThatNothingCloses_AreText")]
    public void Check_Template_HasNoFinding(string code) => AssertFine(code);

    [TestCase("<p>a</b></p>", "1:5 UC1009")]
    [TestCase("{{ a }}<div>", "1:12 UC1009")]
    [TestCase("{% if a %}b{% endif %}<div><span>c</div>", "1:34 UC1009", TestName = "Check_BehindATemplatesBlock_IsSureAgain")]
    [TestCase("{% include 'a' %}<h3>b\n<p>c</p>{% include 'd' %}", "1:22 UC1009", TestName = "Check_ASmallElement_EndsInItsFile")]
    [TestCase("{% if a %}b</h3>{% endif %}", "1:12 UC1009", TestName = "Check_EndTagOfABranch_ClosesNothing")]
    [TestCase("<div>{% for a in b %}<i>{{ a }}</i>{% endfor %}<span></div>", "1:53 UC1009", TestName = "Check_WholeLoop_LeavesNothingOpen")]
    [TestCase("<?php f() ?></parameter>", "1:13 UC1009", TestName = "Check_UnknownElementNeverOpened_IsOpenedNowhere")]
    [TestCase("<p><button>a</p>{% include 'b' %}", "1:12 UC1009")]
    [TestCase("{% capture a %}b{% endcapture %}c{% endcapture %}", "1:37 UC1009")]
    [TestCase("{% for a in b %}{% if c %}d{% endif %}", "1:4 UC1009")]
    [TestCase("<p>a</p\n{% b %}", "1:7 UC1004")]
    [TestCase("<p a='{{ b }}\n c='{{ d }}'>e</p>", "1:6 UC1006")]
    [TestCase("<p a==b>c</p>", "1:6 UC1008")]
    [TestCase("<p a=`b`>c</p>", "1:6 UC1008")]
    [TestCase("<![CDATA[a]]>", "1:1 UC1005")]
    [TestCase("\uFEFF<b>😀</i></b>", "1:7 UC1009")]
    [TestCase("<div>\r\n<p a=\"b>c</p>\r\n<p d=\"e\">f</p></div>", "2:6 UC1006")]
    [TestCase("<div>\r<p a b a>\r</div>", "2:8 UC1012")]
    [TestCase("<a\n  b=1\n  <p>c</p>", "2:5 UC1004")]
    [TestCase("a\n<!doctype html>", "1:1 UC1005")]
    [TestCase("<p>a<", "1:5 UC1014")]
    [TestCase("</ div>", "1:1 UC1004")]
    [TestCase("<p>{{ a }</p>\n<p>b</b></p>\n{{ c }}", "2:5 UC1009", TestName = "Check_BracesThatAnotherLineWouldClose_AreText")]
    [TestCase("<html>\n@@ -1,2 +3,4 @@\n<head></head></html>", "2:1 UC1022")]
    [TestCase("<p>a</p></p>", "1:9 UC1009")]
    public void Check_Mistake_IsFoundAtItsPlace(string code, string place)
    {
        var text = SourceText.From(code);
        var finding = MistakeBook.Full("html", text).Single();
        var start = text.PositionAt(finding.Span.Start);
        Assert.That($"{start.Line + 1}:{start.Column + 1} {finding.Code}", Is.EqualTo(place), finding.Message);
    }

    [TestCase("<div>", "")]
    [TestCase("", "</div>")]
    [TestCase("<b><table><td>", "</b>")]
    [TestCase("<td/>", "")]
    [TestCase("<p><ul><li>", "</p>")]
    [TestCase("<a b=\"", "")]
    [TestCase("{{", "")]
    [TestCase("<p title=\"{{", "\n")]
    [TestCase("{% if a %}", "{% endfor %}")]
    [TestCase("{% for a %}<p>", "{% endif %}</b>")]
    [TestCase("{% a %}<x>", "{% enda %}</y>")]
    [TestCase("<script>", "")]
    [TestCase("<svg><title>", "")]
    [TestCase("    <div>\n", "</div>\n")]
    [TestCase("<!--", "")]
    public void Check_OneThingOverAndOver_TakesLinearTime(string before, string after)
    {
        const int Times = 100_000;
        var text = SourceText.From(string.Concat(Enumerable.Repeat(before, Times)) + string.Concat(Enumerable.Repeat(after, Times)));
        Assert.That(MistakeBook.Exact("html", text), Has.Count.LessThan(200));
    }

    [Test]
    public void Check_ConflictMarkers_AreAnErrorAlthoughHtmlTakesAnyText()
    {
        var finding = MistakeBook.Full("html", SourceText.From("<p>\n<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n</p>\n")).Single();
        Assert.That((finding.Code, finding.Severity), Is.EqualTo((FindingCodes.ConflictMarker, Severity.Error)));
    }

    private static void AssertFine(string code)
    {
        var text = SourceText.From(code);
        Assert.That(MistakeBook.Exact("html", text).Select(finding => $"{text.PositionAt(finding.Span.Start)} {finding.Code} {finding.Message}"), Is.Empty);
    }
}

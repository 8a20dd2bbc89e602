using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Exact;
using UltimateCopilot.Languages.Toolchain;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Tests.Catalogue;

[TestFixture]
public sealed class LanguageCatalogueTests
{
    private static readonly LanguageCatalogue Languages = LanguageCatalogue.Load();

    public static IEnumerable<LanguageDefinition> All => Languages.Languages;

    public static IEnumerable<GrammarReference> WithGrammar => All.Select(static language => language.Grammar).OfType<GrammarReference>();

    [TestCaseSource(nameof(All))]
    public void Load_EveryLanguage_NamesParsersThatThereAre(LanguageDefinition language)
    {
        Assert.That(language.Exact, Is.Null.Or.AnyOf([.. ExactParsers.Names]));
        Assert.That(language.Toolchain, Is.Null.Or.AnyOf([.. Toolchains.Names]));
    }

    [TestCaseSource(nameof(WithGrammar))]
    public void Load_EveryGrammar_IsInTheLibrary(GrammarReference grammar) => Assert.That(Grammar.Load(grammar.Symbol).Language, Is.Not.Zero);

    [Test]
    public void Load_GrammarThatTheLibraryLacks_SaysWhatToDo() =>
        Assert.That(() => Grammar.Load("klingon"), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("build it again"));

    [TestCaseSource(nameof(All))]
    public void Find_ByIdAndAlias_IsTheLanguage(LanguageDefinition language)
    {
        foreach (var name in language.Aliases.Append(language.Id).Append(language.Id.ToUpperInvariant()))
        {
            Assert.That(Languages.Find(name), Is.SameAs(language), name);
        }
    }

    [TestCase("klingon")]
    [TestCase("")]
    public void Find_UnknownId_IsNothing(string id) => Assert.That(Languages.Find(id), Is.Null);

    [TestCase("tsconfig.json", "jsonc")]
    [TestCase("/home/me/shop/tsconfig.build.json", "jsonc")]
    [TestCase("/home/me/shop/.vscode/settings.json", "jsonc")]
    [TestCase(".vscode/settings.json", "jsonc")]
    [TestCase("/home/me/vscode/settings.json", "json")]
    [TestCase("settings.json", "json")]
    [TestCase("package.json", "json")]
    [TestCase("Foo.CSPROJ", "xml")]
    [TestCase("pom.xml", "xml")]
    [TestCase("a.b.c.yml", "yaml")]
    [TestCase(".clang-format", "yaml")]
    [TestCase("view.tsx", "typescriptreact")]
    [TestCase("view.d.ts", "typescript")]
    [TestCase("view.jsx", "javascriptreact")]
    [TestCase(".py", "python")]
    [TestCase("Makefile", null)]
    [TestCase("notes.", null)]
    [TestCase("folder.cs/notes", null)]
    [TestCase("", null)]
    public void FindByPath(string path, string? language) => Assert.That(Languages.FindByPath(path)?.Id, Is.EqualTo(language));

    [TestCase("#!/usr/bin/env python3", "python")]
    [TestCase("#!/usr/bin/python", "python")]
    [TestCase("#!/usr/bin/python3.12", "python")]
    [TestCase("#!/usr/bin/env -S python3 -u", "python")]
    [TestCase("#! /usr/bin/env node", "javascript")]
    [TestCase("#!/usr/bin/env -S deno run --allow-net", "typescript")]
    [TestCase("#!/usr/bin/env node\r", "javascript")]
    [TestCase("#!/bin/env PYTHON=1 python3", "python")]
    [TestCase("#!/bin/cobol", null)]
    [TestCase("#!", null)]
    [TestCase("#!/usr/bin/env", null)]
    [TestCase("# python3", null)]
    [TestCase("", null)]
    public void FindByFirstLine(string line, string? language) => Assert.That(Languages.FindByFirstLine(line)?.Id, Is.EqualTo(language));
}

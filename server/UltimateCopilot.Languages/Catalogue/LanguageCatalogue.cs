using System.IO.Enumeration;
using System.Text.Json;

namespace UltimateCopilot.Languages.Catalogue;

/// <summary>All languages known, and how a file's language is recognised.</summary>
public sealed class LanguageCatalogue
{
    private readonly Dictionary<string, LanguageDefinition> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LanguageDefinition> _byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LanguageDefinition> _byInterpreter = new(StringComparer.Ordinal);
    private readonly List<(string Pattern, LanguageDefinition Language)> _byFileName = [];

    /// <summary>Takes the languages in order; where two claim the same name, the first has it.</summary>
    public LanguageCatalogue(IReadOnlyList<LanguageDefinition> languages)
    {
        Languages = languages = [.. languages.Select(language => WithAllowances(language, languages))];
        foreach (var language in languages)
        {
            _byId.TryAdd(language.Id, language);
            foreach (var extension in language.Extensions)
            {
                _byExtension.TryAdd(extension, language);
            }

            foreach (var interpreter in language.Interpreters)
            {
                _byInterpreter.TryAdd(interpreter, language);
            }

            _byFileName.AddRange(language.FileNames.Select(pattern => (pattern, language)));
        }

        foreach (var language in languages)
        {
            foreach (var alias in language.Aliases)
            {
                _byId.TryAdd(alias, language);
            }
        }
    }

    /// <summary>Every language, in the order of the file.</summary>
    public IReadOnlyList<LanguageDefinition> Languages { get; }

    /// <summary>Reads the catalogue that the program carries.</summary>
    public static LanguageCatalogue Load()
    {
        using var stream = typeof(LanguageCatalogue).Assembly.GetManifestResourceStream("languages.json")
            ?? throw new InvalidOperationException("The catalogue of languages is not in the assembly.");
        var file = JsonSerializer.Deserialize(stream, CatalogueJson.Default.CatalogueFile)
            ?? throw new InvalidOperationException("The catalogue of languages is empty.");
        return new LanguageCatalogue(file.Languages);
    }

    /// <summary>The language of an identifier or alias, in any case; null when unknown.</summary>
    public LanguageDefinition? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The language of a file by its name alone; null when the name tells nothing.</summary>
    public LanguageDefinition? FindByPath(ReadOnlySpan<char> path)
    {
        var name = Path.GetFileName(path);
        foreach (var (pattern, language) in _byFileName)
        {
            if (MatchesName(pattern, path, name))
            {
                return language;
            }
        }

        var dot = name.LastIndexOf('.');
        return dot < 0 ? null : _byExtension.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name[dot..], out var found) ? found : null;
    }

    /// <summary>The language that a first line such as <c>#!/usr/bin/env python3</c> names; null when it is no such line.</summary>
    public LanguageDefinition? FindByFirstLine(string firstLine)
    {
        if (!firstLine.StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var word in firstLine[2..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var program = word[(word.LastIndexOf('/') + 1)..];
            if (program != "env" && !program.StartsWith('-') && !program.Contains('='))
            {
                return _byInterpreter.GetValueOrDefault(program) ?? _byInterpreter.GetValueOrDefault(program.TrimEnd("0123456789.".ToCharArray()));
            }
        }

        return null;
    }

    private static LanguageDefinition WithAllowances(LanguageDefinition language, IReadOnlyList<LanguageDefinition> all) => language.AllowancesOf.Count == 0
        ? language
        : language with { Allowances = [.. language.Allowances, .. language.AllowancesOf.SelectMany(id => all.Single(other => other.Id == id).Allowances)] };

    private static bool MatchesName(string pattern, ReadOnlySpan<char> path, ReadOnlySpan<char> name)
    {
        if (!pattern.Contains('/'))
        {
            return FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
        }

        // "folder/name": the two last parts of the path.
        var parent = Path.GetFileName(Path.GetDirectoryName(path));
        var slash = pattern.IndexOf('/');
        return parent.SequenceEqual(pattern.AsSpan(0, slash)) && FileSystemName.MatchesSimpleExpression(pattern.AsSpan(slash + 1), name, ignoreCase: false);
    }
}

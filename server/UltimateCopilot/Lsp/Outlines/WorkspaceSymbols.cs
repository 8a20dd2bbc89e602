using System.Collections.Concurrent;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Outlines;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Lsp.Workspace;
using UltimateCopilot.Rpc;
using UltimateCopilot.Workspace.TextFiles;
using UltimateCopilot.Workspace.Walking;

namespace UltimateCopilot.Lsp.Outlines;

/// <summary>
/// Finds symbols of the whole workspace by their names. The first search reads every file; later ones read what has changed since. Data and
/// prose are left out: their keys and headings would bury the names of code.
/// </summary>
internal sealed class WorkspaceSymbols(LspSession session)
{
    /// <summary>Nobody reads on; whoever wants another one types more letters.</summary>
    private const int Most = 256;

    /// <summary>Larger files are generated or data.</summary>
    private const long LargestFile = 1 << 20;

    private readonly ConcurrentDictionary<string, FileSymbols> _files = new(StringComparer.Ordinal);

    public void Register(RpcMethods methods) => methods.OnRequest(
        "workspace/symbol", static () => LspJson.Default.WorkspaceSymbolParams, static () => LspJson.Default.IReadOnlyListSymbolInformation, SearchAsync);

    private async ValueTask<IReadOnlyList<SymbolInformation>> SearchAsync(WorkspaceSymbolParams parameters, CancellationToken cancellation)
    {
        await Task.Yield();
        var query = parameters.Query.Trim();
        var found = new ConcurrentBag<(int Rank, SymbolInformation Symbol)>();
        await Parallel.ForEachAsync(Files(cancellation), cancellation, (path, stop) =>
        {
            foreach (var symbol in Read(path, stop))
            {
                if (SymbolSearch.Rank(symbol.Name, query) is { } rank)
                {
                    found.Add((rank, symbol));
                }
            }

            return ValueTask.CompletedTask;
        });
        return [.. found.OrderBy(static match => match.Rank).ThenBy(static match => match.Symbol.Name.Length)
            .ThenBy(static match => match.Symbol.Name, StringComparer.Ordinal).ThenBy(static match => match.Symbol.Location.Uri, StringComparer.Ordinal)
            .Take(Most).Select(static match => match.Symbol)];
    }

    private IEnumerable<string> Files(CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in session.Folders.All)
        {
            if (FileUri.ToPath(folder.Uri) is { } path)
            {
                var walk = new WorkspaceWalk(new WalkOptions { Exclude = session.Settings.For(folder.Uri).Workspace.Exclude });
                foreach (var file in walk.Walk([path], cancellation).OfType<WalkedFile>().Where(file => seen.Add(file.Path)))
                {
                    yield return file.Path;
                }
            }
        }
    }

    private IReadOnlyList<SymbolInformation> Read(string path, CancellationToken cancellation)
    {
        if (session.Engine.Catalogue.FindByPath(path) is not { Grammar: not null, IsData: false, IsProse: false } language)
        {
            return [];
        }

        var uri = FileUri.FromPath(path);
        if (session.Documents.GetValueOrDefault(uri) is { } document)
        {
            var text = document.Text;
            using var structure = document.ReadStructure(text, cancellation);
            return Flatten(structure.Symbols(), document.Uri, text);
        }

        var file = new FileInfo(path);
        if (!file.Exists || file.Length > LargestFile)
        {
            _files.TryRemove(path, out _);
            return [];
        }

        if (_files.TryGetValue(path, out var known) && known.ModifiedAt == file.LastWriteTimeUtc && known.Length == file.Length)
        {
            return known.Symbols;
        }

        IReadOnlyList<SymbolInformation> symbols = [];
        if (TextFile.Read(path) is TextFileContent content)
        {
            using var structure = SyntaxEngine.ReadStructure(language, content.Text, cancellation);
            symbols = Flatten(structure.Symbols(), uri, content.Text);
        }

        _files[path] = new FileSymbols(file.LastWriteTimeUtc, file.Length, symbols);
        return symbols;
    }

    private List<SymbolInformation> Flatten(IReadOnlyList<Symbol> roots, string uri, SourceText text)
    {
        var flat = new List<SymbolInformation>();
        Add(roots, null);
        return flat;

        void Add(IReadOnlyList<Symbol> symbols, string? container)
        {
            foreach (var symbol in symbols)
            {
                flat.Add(new SymbolInformation(symbol.Name, (int)symbol.Kind, new Location(uri, text.RangeOf(symbol.NameSpan, session.Encoding))) { ContainerName = container });
                Add(symbol.Children, symbol.Name);
            }
        }
    }
}

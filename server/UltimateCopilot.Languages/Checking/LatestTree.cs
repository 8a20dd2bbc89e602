using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Checking;

/// <summary>The newest tree of a document, kept for readers on other threads. Trees share what they have in common, so a copy costs next to nothing.</summary>
internal sealed class LatestTree : IDisposable
{
    private readonly Lock _lock = new();
    private SyntaxTree? _tree;
    private SourceText? _text;
    private bool _isDisposed;

    /// <summary>Keeps a copy of the tree of <paramref name="text"/>.</summary>
    public void Keep(SyntaxTree tree, SourceText text)
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _tree?.Dispose();
                (_tree, _text) = (tree.Copy(), text);
            }
        }
    }

    /// <summary>A copy of the tree of exactly this text, which the caller disposes; null where the newest is of another.</summary>
    public SyntaxTree? Take(SourceText text)
    {
        lock (_lock)
        {
            return ReferenceEquals(text, _text) ? _tree?.Copy() : null;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _tree?.Dispose();
            _tree = null;
        }
    }
}

using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UltimateCopilot.Languages.Exact;

/// <summary>
/// Finds keys that stand twice in one mapping (YAML 1.2.2, 3.2.1.3: keys are unique), by the events of a parser. Of each mapping the first one
/// alone is told: a block pasted twice repeats every key.
/// </summary>
internal sealed class YamlKeys
{
    private const string Merge = "<<"; // YAML 1.1; some write it several times

    private readonly Stack<Level> _open = new();

    /// <summary>The key that stands twice, and where it stood first; null where the event brings none.</summary>
    public (Scalar Key, Mark First)? Read(ParsingEvent read)
    {
        switch (read)
        {
            case MappingStart:
                StartNode();
                _open.Push(new Level(IsMapping: true));
                return null;
            case SequenceStart:
                StartNode();
                _open.Push(new Level(IsMapping: false));
                return null;
            case MappingEnd or SequenceEnd:
                _open.TryPop(out _);
                return null;
            case AnchorAlias:
                StartNode();
                return null;
            case Scalar scalar when StartNode() && scalar.Value != Merge && _open.Peek() is var level:
                var name = (scalar.Value, scalar.Style == ScalarStyle.Plain);
                if (level.First.TryAdd(name, scalar.Start) || level.HasTold)
                {
                    return null;
                }

                level.HasTold = true;
                return (scalar, level.First[name]);
            default:
                return null;
        }
    }

    /// <summary>Whether the node that starts is a key of the innermost mapping.</summary>
    private bool StartNode()
    {
        if (!_open.TryPeek(out var level) || !level.IsMapping)
        {
            return false;
        }

        level.IsKeyNext = !level.IsKeyNext;
        return !level.IsKeyNext;
    }

    private sealed record Level(bool IsMapping)
    {
        public bool IsKeyNext { get; set; } = true;

        public bool HasTold { get; set; }

        public Dictionary<(string Value, bool IsPlain), Mark> First { get; } = [];
    }
}

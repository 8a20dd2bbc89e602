namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>
/// The tables of a document and their keys, to tell what is defined twice. Tables are numbers; each element of an array of tables is a
/// table of its own.
/// </summary>
internal sealed class TomlTables
{
    /// <summary>The table that all others lie in.</summary>
    public const int Root = 0;

    private readonly Dictionary<TomlName, int> _children = [];
    private readonly List<TomlNode> _nodes = [new TomlNode { Kind = TomlNodeKind.Table, IsDefined = true }];

    /// <summary>Number of the header that is in force: dotted keys may add to a table that they have made only below the same one.</summary>
    private int _section = 1;

    /// <summary>A table of its own, as an inline table is while it is read.</summary>
    public int AddDetached()
    {
        _nodes.Add(new TomlNode { Kind = TomlNodeKind.Table, IsDefined = true });
        return _nodes.Count - 1;
    }

    /// <summary>Steps into the table that the name before the last of a header, or of a dotted key, stands for; makes it where it is not there.</summary>
    /// <param name="table">Where the name is looked up, and afterwards the table.</param>
    /// <param name="name">The name.</param>
    /// <param name="offset">Where it stands.</param>
    /// <param name="isHeader">A header may add to any table that is not closed, a dotted key only to what dotted keys of its section have made.</param>
    /// <param name="before">Where the name was given another meaning, if the answer is false.</param>
    public bool TryEnter(ref int table, ReadOnlyMemory<char> name, int offset, bool isHeader, out int before)
    {
        before = -1;
        if (!_children.TryGetValue(new TomlName(table, name), out var child))
        {
            table = Add(table, name, new TomlNode { Kind = TomlNodeKind.Table, Offset = offset, DottedIn = isHeader ? 0 : _section });
            return true;
        }

        var node = _nodes[child];
        before = node.Offset;
        switch (node.Kind)
        {
            case TomlNodeKind.Table when isHeader:
                table = child;
                return true;
            case TomlNodeKind.Table when !node.IsDefined && (node.DottedIn == 0 || node.DottedIn == _section):
                _nodes[child] = node with { DottedIn = _section };
                table = child;
                return true;
            case TomlNodeKind.ArrayOfTables when isHeader:
                table = node.LastElement;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Defines the table that a header's last name stands for.</summary>
    public bool TryDefine(ref int table, ReadOnlyMemory<char> name, int offset, out int before)
    {
        _section++;
        before = -1;
        if (!_children.TryGetValue(new TomlName(table, name), out var child))
        {
            table = Add(table, name, new TomlNode { Kind = TomlNodeKind.Table, Offset = offset, IsDefined = true });
            return true;
        }

        var node = _nodes[child];
        before = node.Offset;
        table = child;
        if (node.Kind != TomlNodeKind.Table || node.IsDefined || node.DottedIn > 0)
        {
            return false;
        }

        _nodes[child] = node with { IsDefined = true, Offset = offset };
        return true;
    }

    /// <summary>Adds an element to the array of tables that a header's last name stands for.</summary>
    public bool TryAppend(ref int table, ReadOnlyMemory<char> name, int offset, out int before)
    {
        _section++;
        before = -1;
        var key = new TomlName(table, name);
        var element = AddDetached();
        if (!_children.TryGetValue(key, out var child))
        {
            Add(table, name, new TomlNode { Kind = TomlNodeKind.ArrayOfTables, Offset = offset, LastElement = element });
        }
        else if (_nodes[child].Kind == TomlNodeKind.ArrayOfTables)
        {
            _nodes[child] = _nodes[child] with { LastElement = element };
        }
        else
        {
            before = _nodes[child].Offset;
        }

        table = element;
        return before < 0;
    }

    /// <summary>Gives a name its value.</summary>
    public bool TrySet(int table, ReadOnlyMemory<char> name, int offset, out int before)
    {
        before = -1;
        if (_children.TryGetValue(new TomlName(table, name), out var child))
        {
            before = _nodes[child].Offset;
            return false;
        }

        Add(table, name, new TomlNode { Kind = TomlNodeKind.Value, Offset = offset });
        return true;
    }

    private int Add(int table, ReadOnlyMemory<char> name, TomlNode node)
    {
        _nodes.Add(node);
        _children.Add(new TomlName(table, name), _nodes.Count - 1);
        return _nodes.Count - 1;
    }
}

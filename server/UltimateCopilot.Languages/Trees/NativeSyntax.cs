using System.Runtime.InteropServices;

namespace UltimateCopilot.Languages.Trees;

/// <summary>The exports of the native syntax library, <c>grammars/native/syntax.h</c>.</summary>
internal static unsafe partial class NativeSyntax
{
    /// <summary>The number that <see cref="Abi"/> must answer.</summary>
    public const int ExpectedAbi = 3;

    private const string Library = "ultimate-copilot-syntax";

    [LibraryImport(Library, EntryPoint = "uc_abi")]
    public static partial int Abi();

    [LibraryImport(Library, EntryPoint = "uc_language", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Language(string name);

    [LibraryImport(Library, EntryPoint = "uc_symbol_count")]
    public static partial uint SymbolCount(nint language);

    [LibraryImport(Library, EntryPoint = "uc_symbol_name")]
    public static partial nint SymbolName(nint language, ushort symbol);

    [LibraryImport(Library, EntryPoint = "uc_symbol_is_named")]
    public static partial uint SymbolIsNamed(nint language, ushort symbol);

    [LibraryImport(Library, EntryPoint = "uc_expected")]
    public static partial uint Expected(nint language, ushort state, ushort* symbols, uint capacity);

    [LibraryImport(Library, EntryPoint = "uc_parser_new")]
    public static partial ParserHandle ParserNew(nint language);

    [LibraryImport(Library, EntryPoint = "uc_parser_delete")]
    public static partial void ParserDelete(nint parser);

    [LibraryImport(Library, EntryPoint = "uc_parse")]
    public static partial TreeHandle Parse(
        ParserHandle parser, nint oldTree, delegate* unmanaged[Cdecl]<nint, uint, uint*, char*> read, nint payload, int* cancel);

    [LibraryImport(Library, EntryPoint = "uc_parse_part")]
    public static partial TreeHandle ParsePart(
        ParserHandle parser, delegate* unmanaged[Cdecl]<nint, uint, uint*, char*> read, nint payload, int* cancel, NativePlace start, NativePlace end);

    [LibraryImport(Library, EntryPoint = "uc_tree_part")]
    public static partial uint TreePart(TreeHandle tree, uint start, uint end, ushort* containers, uint count, uint* part);

    [LibraryImport(Library, EntryPoint = "uc_tree_copy")]
    public static partial TreeHandle TreeCopy(TreeHandle tree);

    [LibraryImport(Library, EntryPoint = "uc_tree_delete")]
    public static partial void TreeDelete(nint tree);

    [LibraryImport(Library, EntryPoint = "uc_tree_edit")]
    public static partial void TreeEdit(
        TreeHandle tree, uint start, uint oldEnd, uint newEnd, uint startRow, uint startColumn, uint oldRow, uint oldColumn, uint newRow, uint newColumn);

    [LibraryImport(Library, EntryPoint = "uc_tree_has_error")]
    public static partial uint TreeHasError(TreeHandle tree);

    [LibraryImport(Library, EntryPoint = "uc_tree_damage")]
    public static partial uint TreeDamage(TreeHandle tree, NativeNode* nodes, uint capacity);

    [LibraryImport(Library, EntryPoint = "uc_query_new")]
    public static partial nint QueryNew(nint language, byte* source, uint length, uint* errorOffset);

    [LibraryImport(Library, EntryPoint = "uc_query_can_match")]
    public static partial uint QueryCanMatch(nint language, ReadOnlySpan<byte> source, uint length, out uint errorOffset);

    [LibraryImport(Library, EntryPoint = "uc_query_pattern_count")]
    public static partial uint QueryPatternCount(nint query);

    [LibraryImport(Library, EntryPoint = "uc_query_capture_count")]
    public static partial uint QueryCaptureCount(nint query);

    [LibraryImport(Library, EntryPoint = "uc_query_capture_name")]
    public static partial nint QueryCaptureName(nint query, uint capture);

    [LibraryImport(Library, EntryPoint = "uc_query_string")]
    public static partial nint QueryString(nint query, uint value);

    [LibraryImport(Library, EntryPoint = "uc_query_predicates")]
    public static partial uint QueryPredicates(nint query, uint pattern, uint** pairs);

    [LibraryImport(Library, EntryPoint = "uc_query_run")]
    public static partial uint QueryRun(nint query, TreeHandle tree, uint start, uint end, NativeCapture* captures, uint capacity);

    [LibraryImport(Library, EntryPoint = "uc_changed_ranges")]
    public static partial uint ChangedRanges(TreeHandle old, TreeHandle tree, uint* ranges, uint capacity);
}

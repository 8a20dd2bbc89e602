/*
 * The stable exports of the native syntax library. The server binds to these and to nothing else of tree-sitter, so
 * that a newer core changes this file's implementation only.
 *
 * All offsets are UTF-16 code units from the start of the text. Trees are immutable once parsed, except for uc_tree_edit.
 */
#ifndef ULTIMATE_COPILOT_SYNTAX_H
#define ULTIMATE_COPILOT_SYNTAX_H

#include <stdint.h>
#include <tree_sitter/api.h>

#ifdef _WIN32
#define UC_EXPORT __declspec(dllexport)
#else
#define UC_EXPORT __attribute__((visibility("default")))
#endif

/* Raised when a signature below changes; the server refuses a library of another number. */
#define UC_ABI 3

/* Gives the text from `offset` on: any number of units that lie together, 0 at the end. Stays valid until the next call. */
typedef const uint16_t *(*uc_read)(void *payload, uint32_t offset, uint32_t *units);

enum {
  UC_NAMED = 1,     /* a rule of the grammar, not a literal token */
  UC_MISSING = 2,   /* inserted by error recovery, zero width */
  UC_ERROR = 4,     /* text the parser could not place */
  UC_DAMAGED = 8,   /* contains an error or a missing node */
  UC_EXTRA = 16,    /* comments and the like, allowed anywhere */
  UC_LEAF = 32,
  UC_UNEXPECTED = 64 /* a token that its parse state has no use for */
};

/* One node of a damaged tree, in document order, parents first. */
typedef struct {
  uint32_t start, end;
  uint32_t parent;      /* index of the parent's record; own index for the root */
  uint32_t subtree_end; /* index after the last record below this one */
  uint16_t symbol;
  uint16_t state;       /* parse state before the node, 0 in error recovery: the key to what was expected there */
  uint16_t state_after; /* parse state behind the node, 0 when unknown */
  uint16_t flags;
} uc_node;

UC_EXPORT int32_t uc_abi(void);
UC_EXPORT const TSLanguage *uc_language(const char *name);
UC_EXPORT uint32_t uc_symbol_count(const TSLanguage *language);
UC_EXPORT const char *uc_symbol_name(const TSLanguage *language, uint16_t symbol);
UC_EXPORT uint32_t uc_symbol_is_named(const TSLanguage *language, uint16_t symbol);

/* Symbols that may follow in `state`; returns how many were written, at most `capacity`. */
UC_EXPORT uint32_t uc_expected(const TSLanguage *language, uint16_t state, uint16_t *symbols, uint32_t capacity);

UC_EXPORT TSParser *uc_parser_new(const TSLanguage *language);
UC_EXPORT void uc_parser_delete(TSParser *parser);

/* Parses from scratch, or reusing `old` (edited with uc_tree_edit). NULL when `*cancel` became non-zero meanwhile. */
UC_EXPORT TSTree *uc_parse(TSParser *parser, const TSTree *old, uc_read read, void *payload, const volatile int32_t *cancel);

/* A place of the text; rows count line feeds only, columns are units. */
typedef struct {
  uint32_t offset, row, column;
} uc_place;

/* Parses the units from `start` to `end` as if they were all there is; offsets mean the whole text as ever. */
UC_EXPORT TSTree *uc_parse_part(TSParser *parser, uc_read read, void *payload, const volatile int32_t *cancel, uc_place start, uc_place end);

UC_EXPORT TSTree *uc_tree_copy(const TSTree *tree);
UC_EXPORT void uc_tree_delete(TSTree *tree);

/* Tells the tree that units [start, old_end) became [start, new_end). Rows count line feeds only, columns are units. */
UC_EXPORT void uc_tree_edit(TSTree *tree, uint32_t start, uint32_t old_end, uint32_t new_end,
                            uint32_t start_row, uint32_t start_column, uint32_t old_row, uint32_t old_column,
                            uint32_t new_row, uint32_t new_column);

/*
 * The part of the tree around units [start, end]: the children of the root, or of a node whose symbol is among `containers`, that hold or touch
 * them, up to the start of the next one that is not on their last line. Writes the two offsets; 0 where there is no such part. UINT32_MAX as the
 * second: the text's end.
 */
UC_EXPORT uint32_t uc_tree_part(const TSTree *tree, uint32_t start, uint32_t end, const uint16_t *containers, uint32_t count, uint32_t *part);

UC_EXPORT uint32_t uc_tree_has_error(const TSTree *tree);

/*
 * Lists the damaged part of the tree: the root, and of every damaged node the damaged children, the literal tokens, and the
 * sound children next to damage; of an ERROR node all children. Sound ones stand for themselves without their inside. Returns how many records were written; `capacity` means that there may be more.
 */
UC_EXPORT uint32_t uc_tree_damage(const TSTree *tree, uc_node *nodes, uint32_t capacity);

/* One capture of a query's match; the captures of a match lie together. */
typedef struct {
  uint32_t start, end;
  uint32_t match;   /* the same number for all captures of one match */
  uint16_t pattern; /* index of the pattern within the query */
  uint16_t capture; /* index of the capture's name within the query */
} uc_capture;

typedef struct uc_query uc_query;

/* Compiles a query. NULL where it is wrong; `*error_offset` is then the byte of the mistake. */
UC_EXPORT uc_query *uc_query_new(const TSLanguage *language, const char *source, uint32_t length, uint32_t *error_offset);

/* Whether each pattern can match something, which takes long to prove; if not, `*error_offset` is the byte of the mistake. For tests. */
UC_EXPORT uint32_t uc_query_can_match(const TSLanguage *language, const char *source, uint32_t length, uint32_t *error_offset);
UC_EXPORT void uc_query_delete(uc_query *query);
UC_EXPORT uint32_t uc_query_pattern_count(const uc_query *query);
UC_EXPORT uint32_t uc_query_capture_count(const uc_query *query);
UC_EXPORT const char *uc_query_capture_name(const uc_query *query, uint32_t capture);
UC_EXPORT const char *uc_query_string(const uc_query *query, uint32_t string);

/* The predicates of a pattern as pairs (kind, value): kind 0 ends a predicate, 1 is a capture, 2 a string. Returns the number of pairs. */
UC_EXPORT uint32_t uc_query_predicates(const uc_query *query, uint32_t pattern, const uint32_t **pairs);

/* Nodes that lie deeper are not queried: hand-written text never nests that deeply. */
#define UC_DEEPEST 500

/*
 * Lists the captures of the matches that touch units [start, end), in document order. Returns how many were written; `capacity` means that
 * there may be more. A match is never cut in two.
 */
UC_EXPORT uint32_t uc_query_run(const uc_query *query, const TSTree *tree, uint32_t start, uint32_t end, uc_capture *captures, uint32_t capacity);

/* Ranges whose syntax differs between an edited tree and the tree parsed from it, as pairs of units; returns the number of pairs. */
UC_EXPORT uint32_t uc_changed_ranges(const TSTree *old, const TSTree *tree, uint32_t *ranges, uint32_t capacity);

#endif

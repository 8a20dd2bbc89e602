#include "syntax.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "grammars.h"
#include "language.h"

#define BYTES_PER_UNIT 2

int32_t uc_abi(void) { return UC_ABI; }

const TSLanguage *uc_language(const char *name) {
  for (size_t i = 0; i < sizeof grammars / sizeof *grammars; i++) {
    if (strcmp(grammars[i].name, name) == 0) return grammars[i].language();
  }
  return NULL;
}

uint32_t uc_symbol_count(const TSLanguage *language) { return ts_language_symbol_count(language); }

const char *uc_symbol_name(const TSLanguage *language, uint16_t symbol) { return ts_language_symbol_name(language, symbol); }

uint32_t uc_symbol_is_named(const TSLanguage *language, uint16_t symbol) {
  return ts_language_symbol_type(language, symbol) == TSSymbolTypeRegular;
}

uint32_t uc_expected(const TSLanguage *language, uint16_t state, uint16_t *symbols, uint32_t capacity) {
  TSLookaheadIterator *iterator = ts_lookahead_iterator_new(language, state);
  if (!iterator) return 0;
  uint32_t count = 0;
  while (count < capacity && ts_lookahead_iterator_next(iterator)) {
    symbols[count++] = ts_lookahead_iterator_current_symbol(iterator);
  }
  ts_lookahead_iterator_delete(iterator);
  return count;
}

TSParser *uc_parser_new(const TSLanguage *language) {
  TSParser *parser = ts_parser_new();
  if (!ts_parser_set_language(parser, language)) {
    ts_parser_delete(parser);
    return NULL;
  }
  return parser;
}

void uc_parser_delete(TSParser *parser) { ts_parser_delete(parser); }

typedef struct {
  uc_read read;
  void *payload;
} reader;

static const char *read_text(void *payload, uint32_t byte, TSPoint point, uint32_t *bytes_read) {
  (void)point;
  reader *source = payload;
  uint32_t units = 0;
  const uint16_t *text = source->read(source->payload, byte / BYTES_PER_UNIT, &units);
  *bytes_read = units * BYTES_PER_UNIT;
  return (const char *)text;
}

static bool cancelled(TSParseState *state) { return *(const volatile int32_t *)state->payload != 0; }

static TSPoint point_of(uc_place place) { return (TSPoint){ place.row, place.column * BYTES_PER_UNIT }; }

TSTree *uc_parse_part(TSParser *parser, uc_read read, void *payload, const volatile int32_t *cancel, uc_place start, uc_place end) {
  TSRange range = { point_of(start), point_of(end), start.offset * BYTES_PER_UNIT, end.offset * BYTES_PER_UNIT };
  ts_parser_set_included_ranges(parser, &range, 1);
  TSTree *tree = uc_parse(parser, NULL, read, payload, cancel);
  ts_parser_set_included_ranges(parser, NULL, 0);
  return tree;
}

TSTree *uc_parse(TSParser *parser, const TSTree *old, uc_read read, void *payload, const volatile int32_t *cancel) {
  reader source = { read, payload };
  TSInput input = { &source, read_text, TSInputEncodingUTF16LE, NULL };
  TSParseOptions options = { (void *)cancel, cancelled };
  TSTree *tree = ts_parser_parse_with_options(parser, old, input, options);
  if (!tree) ts_parser_reset(parser); // else the next parse would go on with this text
  return tree;
}

TSTree *uc_tree_copy(const TSTree *tree) { return ts_tree_copy(tree); }

void uc_tree_delete(TSTree *tree) { ts_tree_delete(tree); }

void uc_tree_edit(TSTree *tree, uint32_t start, uint32_t old_end, uint32_t new_end,
                  uint32_t start_row, uint32_t start_column, uint32_t old_row, uint32_t old_column,
                  uint32_t new_row, uint32_t new_column) {
  TSInputEdit edit = {
    start * BYTES_PER_UNIT, old_end * BYTES_PER_UNIT, new_end * BYTES_PER_UNIT,
    { start_row, start_column * BYTES_PER_UNIT },
    { old_row, old_column * BYTES_PER_UNIT },
    { new_row, new_column * BYTES_PER_UNIT },
  };
  ts_tree_edit(tree, &edit);
}

static bool is_among(uint16_t symbol, const uint16_t *symbols, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (symbols[i] == symbol) return true;
  }
  return false;
}

/* Whether a child stands for itself: it is no brace of its parent, nor another token that a line could start with. */
static bool stands_alone(TSNode node, bool is_first) {
  const char *type = ts_node_type(node);
  return ts_node_is_named(node) || (!is_first && strcmp(type, "{") != 0 && strcmp(type, "}") != 0);
}

/* From the child at the cursor to the last that touches `last`, with what shares its last line; false where they are no text of their own. */
static bool extend_part(TSTreeCursor *cursor, uint32_t last, uint32_t *part) {
  TSNode node = ts_tree_cursor_current_node(cursor);
  TSPoint end = ts_node_end_point(node);
  bool whole = stands_alone(node, true);
  uint32_t start = ts_node_start_byte(node) / BYTES_PER_UNIT;
  while (ts_tree_cursor_goto_next_sibling(cursor)) {
    node = ts_tree_cursor_current_node(cursor);
    if (ts_node_start_byte(node) > last && (ts_node_start_point(node).row > end.row || end.column == 0)) {
      if (whole) part[1] = ts_node_start_byte(node) / BYTES_PER_UNIT;
      break;
    }
    whole = whole && stands_alone(node, false);
    end = ts_node_end_point(node);
  }
  if (whole) part[0] = start;
  return whole;
}

uint32_t uc_tree_part(const TSTree *tree, uint32_t start, uint32_t end, const uint16_t *containers, uint32_t count, uint32_t *part) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  uint32_t first = start * BYTES_PER_UNIT, last = end * BYTES_PER_UNIT;
  bool found = false, deeper = true;
  part[1] = UINT32_MAX;
  while (deeper) {
    if (ts_tree_cursor_goto_first_child_for_byte(&cursor, first > 0 ? first - 1 : 0) < 0) {
      if (!ts_tree_cursor_goto_last_child(&cursor) || ts_node_end_byte(ts_tree_cursor_current_node(&cursor)) > first) break;
    } else if (ts_node_start_byte(ts_tree_cursor_current_node(&cursor)) > first) {
      ts_tree_cursor_goto_previous_sibling(&cursor);
    }
    TSNode node = ts_tree_cursor_current_node(&cursor);
    TSTreeCursor siblings = ts_tree_cursor_copy(&cursor);
    bool whole = extend_part(&siblings, last, part);
    ts_tree_cursor_delete(&siblings);
    if (!whole) break;
    found = true;
    deeper = ts_node_start_byte(node) < first && ts_node_end_byte(node) > last && is_among(ts_node_symbol(node), containers, count);
  }
  ts_tree_cursor_delete(&cursor);
  return found;
}

uint32_t uc_tree_has_error(const TSTree *tree) { return ts_node_has_error(ts_tree_root_node(tree)); }

static uc_node record_of(TSNode node, bool leaf, uint32_t index, uint32_t parent, const TSLanguage *language) {
  uint16_t symbol = ts_node_grammar_symbol(node), state = ts_node_parse_state(node);
  bool known = state != UINT16_MAX && state != 0 && !ts_node_is_error(node);
  bool unexpected = leaf && !ts_node_is_missing(node) && !(known && ts_language_has_actions(language, state, symbol));
  return (uc_node){
    ts_node_start_byte(node) / BYTES_PER_UNIT, ts_node_end_byte(node) / BYTES_PER_UNIT, parent, index + 1,
    ts_node_symbol(node), known ? state : 0, known ? ts_language_next_state(language, state, symbol) : 0,
    (uint16_t)((ts_node_is_named(node) ? UC_NAMED : 0) | (ts_node_is_missing(node) ? UC_MISSING : 0)
      | (ts_node_is_error(node) ? UC_ERROR : 0) | (ts_node_has_error(node) ? UC_DAMAGED : 0)
      | (ts_node_is_extra(node) ? UC_EXTRA : 0) | (leaf ? UC_LEAF : 0) | (unexpected ? UC_UNEXPECTED : 0)),
  };
}

/* Depth first without recursion, so that nesting of any depth is walked. */
uint32_t uc_tree_damage(const TSTree *tree, uc_node *nodes, uint32_t capacity) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  const TSLanguage *language = ts_tree_language(tree);
  uint32_t count = 0, parent = 0;
  TSNode skipped = { 0 };    /* the sound sibling just before, not listed so far */
  bool near_damage = true;   /* the sibling just before was damaged */
  while (count < capacity) {
    TSNode node = ts_tree_cursor_current_node(&cursor);
    bool damaged = ts_node_has_error(node);
    if (!damaged && !near_damage && ts_node_is_named(node) && !(nodes[parent].flags & UC_ERROR)) {
      if (!ts_node_is_extra(node)) skipped = node; /* comments stand between neighbours */
    } else {
      if (damaged && skipped.id && count + 1 < capacity) {
        nodes[count] = record_of(skipped, ts_node_child_count(skipped) == 0, count, parent, language);
        count++;
      }
      skipped = (TSNode){ 0 };
      bool leaf = ts_node_child_count(node) == 0;
      nodes[count] = record_of(node, leaf, count, parent, language);
      count++;
      near_damage = damaged || (near_damage && ts_node_is_extra(node));
      if (!leaf && damaged && ts_tree_cursor_goto_first_child(&cursor)) {
        parent = count - 1;
        near_damage = false;
        continue;
      }
    }
    while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
      if (!ts_tree_cursor_goto_parent(&cursor)) goto done;
      nodes[parent].subtree_end = count;
      parent = nodes[parent].parent;
      skipped = (TSNode){ 0 };
      near_damage = true;
    }
  }
  /* Full: the records still open end here. */
  for (uint32_t open = parent; count > 0; open = nodes[open].parent) {
    nodes[open].subtree_end = count;
    if (open == nodes[open].parent) break;
  }
done:
  ts_tree_cursor_delete(&cursor);
  return count;
}

uint32_t uc_changed_ranges(const TSTree *old, const TSTree *tree, uint32_t *ranges, uint32_t capacity) {
  uint32_t count;
  TSRange *found = ts_tree_get_changed_ranges(old, tree, &count);
  uint32_t written = count < capacity ? count : capacity;
  for (uint32_t i = 0; i < written; i++) {
    ranges[2 * i] = found[i].start_byte / BYTES_PER_UNIT;
    ranges[2 * i + 1] = (found[i].end_byte + BYTES_PER_UNIT - 1) / BYTES_PER_UNIT;
  }
  free(found);
  return written;
}

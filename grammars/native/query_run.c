/*
 * Matches queries. Each node is compared with the patterns of its symbol when it is entered, and its children are looked at from there; the core's
 * own matcher carries all patterns that have begun through all nodes below, which takes longer than parsing.
 */
#include <stdlib.h>
#include "language.h"
#include "query.h"
#include "subtree.h"
#include "tree.h"

#define BYTES_PER_UNIT 2
#define UNKNOWN UINT32_MAX
#define MOST_CAPTURES 32
#define MOST_REPEATED 500 /* of one node after the other for '*' and '+': each takes a piece of the thread's stack */

/* A node that a reader sees; offsets in bytes. */
typedef struct {
  Subtree subtree;
  uint32_t start, end;
  uint32_t children, child_count; /* where they lie in the list of nodes, UNKNOWN as long as they have not been read */
  TSSymbol symbol;
  TSFieldId field;
  bool named;
} node;

/* A node that no reader sees, while its children are read. */
typedef struct {
  Subtree subtree;
  uint32_t child, structural, position;
  TSFieldId field;
} hidden;

typedef struct {
  uint32_t node, next; /* the node whose children are gone through, UNKNOWN around the root, and how many have been */
} level;

typedef struct {
  const uc_query *query;
  const TSLanguage *language;
  node *nodes; /* of all that is being looked at, children behind their parents */
  uint32_t node_count, node_capacity;
  hidden *open;
  uint32_t open_count, open_capacity;
  uint32_t start, end;
  level levels[DEEPEST_PATTERN + 1];
  uc_capture taken[MOST_CAPTURES];
  uint32_t taken_count;
  uint32_t repeated; /* how many repetitions are open */
  int64_t patience; /* for the pattern at hand: two captures among a node's children would take the square of their number */
  uint16_t pattern;
  uc_capture *captures;
  uint32_t count, capacity, match;
  uint32_t last; /* where the captures of the last match of this pattern and node begin, UNKNOWN for none */
} run;

static uint32_t padding_of(Subtree s) { return s.data.is_inline ? s.data.padding_bytes : s.ptr->padding.bytes; }

static uint32_t size_of(Subtree s) { return s.data.is_inline ? s.data.size_bytes : s.ptr->size.bytes; }

static TSFieldId field_at(const run *r, Subtree parent, uint32_t structural, TSFieldId around) {
  const TSFieldMapEntry *entry, *end;
  ts_language_field_map(r->language, parent.ptr->production_id, &entry, &end);
  for (; entry < end; entry++) {
    if (entry->child_index == structural && !entry->inherited) return entry->field_id;
  }
  return around;
}

static TSSymbol symbol_of(const run *r, Subtree subtree, TSSymbol alias) {
  TSSymbol symbol = alias ? alias : ts_subtree_symbol(subtree);
  return symbol == ts_builtin_sym_error ? symbol : r->language->public_symbol_map[symbol];
}

static bool is_asked_for(const uc_query *q, TSSymbol symbol) {
  return symbol != ts_builtin_sym_error && (q->entries_of[1] > 0 || q->entries_of[symbol] < q->entries_of[symbol + 1]);
}

static void add_node(run *r, Subtree subtree, uint32_t position, TSSymbol alias, TSFieldId field) {
  if (r->node_count == r->node_capacity) {
    r->node_capacity = r->node_capacity ? r->node_capacity * 2 : 1024;
    r->nodes = realloc(r->nodes, r->node_capacity * sizeof *r->nodes);
  }
  r->nodes[r->node_count++] = (node){
    subtree, position, position + size_of(subtree), UNKNOWN, 0, symbol_of(r, subtree, alias), field,
    alias ? ts_language_symbol_metadata(r->language, alias).named : ts_subtree_named(subtree),
  };
}

static void open_hidden(run *r, hidden h) {
  if (r->open_count == r->open_capacity) {
    r->open_capacity = r->open_capacity ? r->open_capacity * 2 : 64;
    r->open = realloc(r->open, r->open_capacity * sizeof *r->open);
  }
  r->open[r->open_count++] = h;
}

/* Reads a node's children, those of hidden nodes among them: all, or only what patterns may begin with or below in [start, end). */
static void read_children(run *r, uint32_t parent, bool all) {
  node *n = &r->nodes[parent];
  n->children = r->node_count;
  n->child_count = 0;
  if (ts_subtree_visible_child_count(n->subtree) == 0) return;
  open_hidden(r, (hidden){ n->subtree, 0, 0, n->start, 0 });
  while (r->open_count > 0) {
    hidden h = r->open[--r->open_count];
    const TSSymbol *aliases = ts_language_alias_sequence(r->language, h.subtree.ptr->production_id);
    const Subtree *children = ts_subtree_children(h.subtree);
    for (uint32_t count = h.subtree.ptr->child_count; h.child < count;) {
      Subtree child = children[h.child];
      bool extra = ts_subtree_extra(child), below = ts_subtree_visible_child_count(child) > 0;
      uint32_t from = h.position + (h.child++ > 0 ? padding_of(child) : 0), structural = h.structural;
      TSSymbol alias = aliases && !extra ? aliases[structural] : 0;
      bool visible = alias || ts_subtree_visible(child);
      h.position = from + size_of(child);
      h.structural += !extra;
      if (!visible && !below) continue;
      if (!all) {
        if (from >= r->end) {
          r->open_count = 0;
          break;
        }
        if (h.position < r->start || (!below && !is_asked_for(r->query, symbol_of(r, child, alias)))) continue;
      }
      TSFieldId field = all && !extra ? field_at(r, h.subtree, structural, h.field) : h.field;
      if (visible) {
        add_node(r, child, from, alias, field);
      } else {
        open_hidden(r, h);
        open_hidden(r, (hidden){ child, 0, 0, from, field });
        break;
      }
    }
  }
  r->nodes[parent].child_count = r->node_count - r->nodes[parent].children;
}

/* Reads all of them. */
static void know_children(run *r, uint32_t parent) {
  if (r->nodes[parent].children == UNKNOWN) read_children(r, parent, true);
}

static bool has_field(run *r, uint32_t parent, TSFieldId field) {
  know_children(r, parent);
  for (uint32_t i = 0; i < r->nodes[parent].child_count; i++) {
    if (r->nodes[r->nodes[parent].children + i].field == field) return true;
  }
  return false;
}

static bool is_last_named(const run *r, uint32_t sibling, uint32_t end) {
  while (++sibling < end) {
    if (r->nodes[sibling].named) return false;
  }
  return true;
}

static bool fits(run *r, const query_step *step, uint32_t index, uint32_t end) {
  const node *n = &r->nodes[index];
  if (step->symbol ? n->symbol != step->symbol : n->symbol == ts_builtin_sym_error || (step->named && !n->named)) return false;
  if (step->field && n->field != step->field) return false;
  if (step->last && !is_last_named(r, index, end)) return false;
  for (uint32_t i = 0; i < step->absent_count; i++) {
    if (has_field(r, index, r->query->absent[step->absent + i])) return false;
  }
  return true;
}

static bool is_same_node(const uc_capture *a, const uc_capture *b) { return a->capture == b->capture && a->start == b->start && a->end == b->end; }

/* Whether the match before says the same and perhaps more: optional nodes are looked for first. */
static bool is_told(const run *r) {
  uint32_t next = 0;
  if (r->last == UNKNOWN) return false;
  for (uint32_t i = r->last; i < r->count && next < r->taken_count; i++) {
    if (is_same_node(&r->captures[i], &r->taken[next])) next++;
  }
  return next == r->taken_count;
}

static void tell(run *r) {
  if (r->count + r->taken_count >= r->capacity) {
    r->count = r->capacity;
  } else if (!is_told(r)) {
    r->last = r->count;
    for (uint32_t i = 0; i < r->taken_count; i++) {
      r->captures[r->count] = r->taken[i];
      r->captures[r->count++].match = r->match;
    }
    r->match++;
  }
}

static void capture(run *r, const query_step *step, uint32_t index) {
  const node *n = &r->nodes[index];
  for (uint32_t i = 0; i < step->capture_count && r->taken_count < MOST_CAPTURES; i++) {
    r->taken[r->taken_count++] = (uc_capture){ n->start / BYTES_PER_UNIT, n->end / BYTES_PER_UNIT, 0, r->pattern, step->captures[i] };
  }
}

static bool match(run *r, uint32_t at, uint32_t stop, bool adjacent);

/* Tries the siblings that are left, one by one. */
static bool match_node(run *r, uint32_t at, uint32_t stop, bool adjacent) {
  const query_step *step = &r->query->steps[at], *next = step + 1;
  level *l = &r->levels[step->depth], below = r->levels[step->depth + 1];
  if (l->node != UNKNOWN) know_children(r, l->node);
  uint32_t first = l->node != UNKNOWN ? r->nodes[l->node].children : 0;
  uint32_t end = first + (l->node != UNKNOWN ? r->nodes[l->node].child_count : 1);
  uint32_t before = l->next, taken = r->taken_count, nodes = r->node_count;
  bool next_adjacent = step->symbol == 0 && !step->named && next->kind == STEP_NODE && next->immediate;
  bool found = false, named = false, told = false; /* told: what may follow at once has been tried from a node before this one */
  for (uint32_t i = first + before; i < end && !found && !(named && step->immediate) && r->patience > 0; i++, r->patience--) {
    bool known = r->nodes[i].children != UNKNOWN;
    named = r->nodes[i].named;
    told = told && !named;
    bool fit = !told && fits(r, step, i, end);
    if (fit) {
      l->next = i + 1 - first;
      r->levels[step->depth + 1] = (level){ i, 0 };
      capture(r, step, i);
      if (step->silent) {
        fit = step->target == at + 1 || match(r, at + 1, step->target, false);
        found = fit && match(r, step->target, stop, next_adjacent);
        told = fit && step->lenient;
      } else {
        found = match(r, at + 1, stop, next_adjacent);
      }
      r->taken_count = taken;
    }
    r->node_count = nodes;
    if (!known) r->nodes[i].children = UNKNOWN;
    if (adjacent || (fit && step->settled)) break;
  }
  l->next = before;
  r->levels[step->depth + 1] = below;
  return found;
}

/* Follows the steps until one fails, or `stop` is reached; a pattern that is complete is told and then fails, so that all ways are tried. */
static bool match(run *r, uint32_t at, uint32_t stop, bool adjacent) {
  while (at != stop) {
    const query_step *step = &r->query->steps[at];
    switch (step->kind) {
      case STEP_NODE:
        return match_node(r, at, stop, adjacent);
      case STEP_EITHER:
        if (match(r, at + 1, stop, adjacent)) return true;
        at = step->target;
        break;
      case STEP_AGAIN:
        if (r->repeated < MOST_REPEATED) {
          r->repeated++;
          bool found = match(r, step->target, stop, true);
          r->repeated--;
          if (found) return true;
        }
        at++;
        break;
      case STEP_JUMP:
        at = step->target;
        break;
      default:
        tell(r);
        return false;
    }
  }
  return true;
}

/* Tries the patterns that begin with a symbol at a node within another one. */
static void try_patterns(run *r, uint32_t index, uint32_t around, TSSymbol symbol, bool rooted) {
  const uint32_t *of = r->query->entries_of;
  bool beside = around != UNKNOWN && r->nodes[around].symbol != ts_builtin_sym_error;
  for (uint32_t i = of[symbol], before = UNKNOWN; i < of[symbol + 1]; i++) {
    const query_entry *entry = &r->query->entries[i];
    if (!(entry->beside ? beside : rooted)) continue;
    if (entry->pattern != before) r->last = UNKNOWN;
    before = r->pattern = entry->pattern;
    r->levels[0] = (level){ around, around == UNKNOWN ? 0 : index - r->nodes[around].children };
    r->patience = 2000 + 4ll * ts_subtree_visible_descendant_count(r->nodes[index].subtree);
    match(r, entry->step, UNKNOWN, true);
  }
}

static void try_all_patterns(run *r, uint32_t index, uint32_t around, bool rooted) {
  TSSymbol symbol = r->nodes[index].symbol;
  if (!is_asked_for(r->query, symbol)) return;
  if (r->query->entries_of[1] > 0) try_patterns(r, index, around, 0, rooted);
  if (symbol) try_patterns(r, index, around, symbol, rooted);
}

static void enter(run *r, uint32_t index, uint32_t around) {
  read_children(r, index, r->query->beside || is_asked_for(r->query, r->nodes[index].symbol));
  try_all_patterns(r, index, around, true);
}

static bool touches(const run *r, const node *n) { return n->start < r->end && (n->end > r->start || (n->end == r->start && n->start == n->end)); }

/* Depth first without recursion, so that nesting of any depth is walked. */
static void walk(run *r) {
  uint32_t next[UC_DEEPEST + 1] = { 0 }, path[UC_DEEPEST + 1] = { 0 }, depth = 0;
  enter(r, 0, UNKNOWN);
  while (r->count < r->capacity) {
    const node *parent = &r->nodes[path[depth]];
    if (next[depth] == parent->child_count) {
      r->node_count = parent->children;
      if (depth-- == 0) break;
      continue;
    }
    uint32_t child = parent->children + next[depth]++;
    if (!touches(r, &r->nodes[child])) {
      if (r->query->beside) try_all_patterns(r, child, path[depth], false);
      continue;
    }
    enter(r, child, path[depth]);
    if (depth < UC_DEEPEST) {
      path[++depth] = child;
      next[depth] = 0;
    } else {
      r->node_count = r->nodes[child].children;
    }
  }
}

uint32_t uc_query_run(const uc_query *query, const TSTree *tree, uint32_t start, uint32_t end, uc_capture *captures, uint32_t capacity) {
  run r = {
    .query = query, .language = tree->language, .start = start * BYTES_PER_UNIT,
    .end = end > UINT32_MAX / BYTES_PER_UNIT ? UINT32_MAX : end * BYTES_PER_UNIT, .captures = captures, .capacity = capacity,
  };
  add_node(&r, tree->root, padding_of(tree->root), 0, 0);
  if (start < end && touches(&r, r.nodes)) walk(&r);
  free(r.nodes);
  free(r.open);
  return r.count;
}

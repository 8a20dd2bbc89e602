/* A compiled query: what query_source.c makes of its text and query_run.c matches. Everything is found by index in flat arrays. */
#ifndef ULTIMATE_COPILOT_QUERY_H
#define ULTIMATE_COPILOT_QUERY_H

#include <stdbool.h>
#include "syntax.h"

#define MOST_CAPTURES_OF_NODE 3
#define DEEPEST_PATTERN 16

enum { STEP_NODE, STEP_EITHER, STEP_AGAIN, STEP_JUMP, STEP_DONE };

/* What a pattern asks for next. Steps follow one another as the nodes do in the tree, parents first; the others branch. */
typedef struct {
  uint8_t kind;
  uint8_t depth;          /* below the pattern's outermost node */
  bool named;             /* of any symbol: only a rule will do */
  bool immediate;         /* no named node lies between this one and the one before, or the parent's start */
  bool last;              /* no named node follows within the parent */
  bool silent;            /* nothing is captured here and below: one way of fitting is as good as all */
  bool lenient;           /* silent, and what follows has only to be near, with tokens between at most */
  bool settled;           /* silent, and what follows may lie anywhere behind: the first node that fits is as good as any */
  uint8_t capture_count;
  uint16_t captures[MOST_CAPTURES_OF_NODE];
  TSSymbol symbol;        /* 0 for any */
  TSFieldId field;        /* 0 for any or none */
  uint32_t absent, absent_count; /* fields that it must not have */
  uint32_t target;        /* STEP_NODE: behind the steps of its children; STEP_EITHER: the alternative; STEP_AGAIN and STEP_JUMP: where to go on */
} query_step;

/* Where the patterns begin whose outermost node has one symbol. */
typedef struct {
  TSSymbol symbol;
  uint16_t pattern;
  bool beside; /* of nodes side by side, with none around them */
  uint32_t step;
} query_entry;

typedef struct {
  uint32_t first_pair, pair_count; /* of its predicates */
} query_pattern;

struct uc_query {
  const TSLanguage *language;
  bool beside; /* whether there is a pattern of nodes side by side */
  query_step *steps;
  uint32_t step_count, step_capacity;
  query_entry *entries; /* by symbol, then as written; any symbol first */
  uint32_t entry_count, entry_capacity;
  uint32_t *entries_of; /* of each symbol its first entry; behind the last symbol the number of entries */
  query_pattern *patterns;
  uint32_t pattern_count, pattern_capacity;
  TSFieldId *absent;
  uint32_t absent_count, absent_capacity;
  uint32_t *pairs;
  uint32_t pair_count, pair_capacity; /* in numbers, two a pair */
  char **captures;
  uint32_t capture_count, capture_capacity;
  char **strings;
  uint32_t string_count, string_capacity;
};

/* Makes room for one more element of an array. */
#define QUERY_PUSH(query, array, name, value)                                                              \
  do {                                                                                                     \
    if ((query)->name##_count == (query)->name##_capacity) {                                               \
      (query)->name##_capacity = (query)->name##_capacity ? (query)->name##_capacity * 2 : 64;             \
      (query)->array = realloc((query)->array, (query)->name##_capacity * sizeof *(query)->array);         \
    }                                                                                                      \
    (query)->array[(query)->name##_count++] = (value);                                                     \
  } while (0)

#endif

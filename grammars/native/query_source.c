/*
 * Compiles queries: https://tree-sitter.github.io/tree-sitter/using-parsers/queries/1-syntax.html. The core's own compiler also proves of every
 * pattern that it can match, which takes a tenth of a second for the checks of one language; only the tests ask it to.
 * Left out is what no query here uses: fields of a pattern's outermost node, missing nodes, and supertypes.
 */
#include <stdlib.h>
#include <string.h>
#include "language.h"
#include "query.h"

typedef struct {
  uc_query *query;
  const char *start, *at, *end;
  bool beside; /* whether the pattern at hand is of nodes side by side */
} source;

static char peek(const source *s) { return s->at < s->end ? *s->at : '\0'; }

static void skip_space(source *s) {
  while (s->at < s->end) {
    if (*s->at == ';') {
      while (s->at < s->end && *s->at != '\n') s->at++;
    } else if (*s->at == ' ' || (*s->at >= '\t' && *s->at <= '\r')) {
      s->at++;
    } else {
      break;
    }
  }
}

static bool take(source *s, char sign) {
  if (peek(s) != sign) return false;
  s->at++;
  skip_space(s);
  return true;
}

static bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

static bool take_name(source *s, const char **name, uint32_t *length) {
  *name = s->at;
  if (!is_name_start(peek(s))) return false;
  while (is_name_start(peek(s)) || peek(s) == '.' || peek(s) == '?' || peek(s) == '!') s->at++;
  *length = (uint32_t)(s->at - *name);
  skip_space(s);
  return true;
}

/* The text between quotes, which the caller frees; NULL where it has no end. */
static char *take_string(source *s, uint32_t *length) {
  const char *open = s->at++;
  char *text = malloc((size_t)(s->end - open) + 1);
  *length = 0;
  while (s->at < s->end && *s->at != '"' && *s->at != '\n') {
    if (*s->at == '\\' && s->at + 1 < s->end) {
      s->at++;
      text[(*length)++] = *s->at == 'n' ? '\n' : *s->at == 'r' ? '\r' : *s->at == 't' ? '\t' : *s->at == '0' ? '\0' : *s->at;
    } else {
      text[(*length)++] = *s->at;
    }
    s->at++;
  }
  text[*length] = '\0';
  if (peek(s) == '"') {
    take(s, '"');
    return text;
  }
  s->at = open;
  free(text);
  return NULL;
}

static uint32_t find_word(char **words, uint32_t count, const char *word, uint32_t length) {
  uint32_t i = 0;
  while (i < count && (strncmp(words[i], word, length) != 0 || words[i][length] != '\0')) i++;
  return i;
}

static char *copy_word(const char *word, uint32_t length) {
  char *copy = malloc(length + 1);
  memcpy(copy, word, length);
  copy[length] = '\0';
  return copy;
}

static uint32_t number_of_capture(uc_query *q, const char *name, uint32_t length) {
  uint32_t number = find_word(q->captures, q->capture_count, name, length);
  if (number == q->capture_count) QUERY_PUSH(q, captures, capture, copy_word(name, length));
  return number;
}

static void add_pair(uc_query *q, uint32_t kind, uint32_t value) {
  QUERY_PUSH(q, pairs, pair, kind);
  QUERY_PUSH(q, pairs, pair, value);
}

static void add_string(uc_query *q, const char *text, uint32_t length) {
  uint32_t number = find_word(q->strings, q->string_count, text, length);
  if (number == q->string_count) QUERY_PUSH(q, strings, string, copy_word(text, length));
  add_pair(q, TSQueryPredicateStepTypeString, number);
}

/* From behind '(#' to behind ')'. */
static bool compile_predicate(source *s) {
  const char *name;
  uint32_t length;
  if (!take_name(s, &name, &length)) return false;
  add_string(s->query, name, length);
  while (!take(s, ')')) {
    if (take(s, '@')) {
      if (!take_name(s, &name, &length)) return false;
      uint32_t number = find_word(s->query->captures, s->query->capture_count, name, length);
      if (number == s->query->capture_count) return s->at = name, false;
      add_pair(s->query, TSQueryPredicateStepTypeCapture, number);
    } else if (peek(s) == '"') {
      char *text = take_string(s, &length);
      if (!text) return false;
      add_string(s->query, text, length);
      free(text);
    } else if (take_name(s, &name, &length)) {
      add_string(s->query, name, length);
    } else {
      return false;
    }
  }
  add_pair(s->query, TSQueryPredicateStepTypeDone, 0);
  return true;
}

static query_step *add_step(uc_query *q, uint8_t kind, uint8_t depth, uint32_t target) {
  query_step step = { .kind = kind, .depth = depth, .target = target };
  QUERY_PUSH(q, steps, step, step);
  return &q->steps[q->step_count - 1];
}

/* An alternative in front of steps that stand already: to what lies behind them. */
static void insert_either(uc_query *q, uint32_t at, uint8_t depth) {
  add_step(q, STEP_EITHER, depth, 0);
  query_step either = q->steps[q->step_count - 1];
  memmove(&q->steps[at + 1], &q->steps[at], (q->step_count - 1 - at) * sizeof either);
  for (uint32_t i = at + 1; i < q->step_count; i++) {
    if (q->steps[i].target >= at && q->steps[i].kind != STEP_DONE) q->steps[i].target++;
  }
  q->steps[at] = either;
}

typedef void (*change_step)(query_step *step, uint32_t value);

static void add_capture(query_step *step, uint32_t capture) {
  if (step->capture_count < MOST_CAPTURES_OF_NODE) step->captures[step->capture_count++] = (uint16_t)capture;
}

static void set_field(query_step *step, uint32_t field) { step->field = (TSFieldId)field; }

static void set_last(query_step *step, uint32_t unused) { (void)unused, step->last = true; }

/* Changes the node that a stretch of steps begins with, in each of its alternatives. */
static void change_heads(uc_query *q, uint32_t at, change_step change, uint32_t value) {
  for (uint32_t end = q->step_count; at < end && q->steps[at].kind == STEP_EITHER; at = q->steps[at].target) {
    change_heads(q, at + 1, change, value);
  }
  if (at < q->step_count && q->steps[at].kind == STEP_NODE) change(&q->steps[at], value);
}

static bool compile_node(source *s, uint8_t depth, bool immediate, uint32_t *nodes);

static bool compile_alternatives(source *s, uint8_t depth, bool immediate) {
  uc_query *q = s->query;
  uint32_t ends = UINT32_MAX; /* the jumps to the end, each to the one before as long as the end is not known */
  for (;;) {
    uint32_t branch = q->step_count, nodes = 0;
    if (!compile_node(s, depth, immediate, &nodes)) return false;
    if (take(s, ']')) break;
    insert_either(q, branch, depth);
    add_step(q, STEP_JUMP, depth, ends);
    ends = q->step_count - 1;
    q->steps[branch].target = q->step_count;
  }
  while (ends != UINT32_MAX) {
    uint32_t before = q->steps[ends].target;
    q->steps[ends].target = q->step_count;
    ends = before;
  }
  return true;
}

static bool find_symbol(source *s, const char *name, const char *at, uint32_t length, bool named, TSSymbol *symbol) {
  *symbol = ts_language_symbol_for_name(s->query->language, name, length, named);
  if (*symbol && !ts_language_symbol_metadata(s->query->language, *symbol).supertype) return true;
  s->at = at;
  return false;
}

static bool take_field(source *s, const char *name, uint32_t length, TSFieldId *field) {
  *field = ts_language_field_id_for_name(s->query->language, name, length);
  if (!*field) s->at = name;
  return *field != 0;
}

/* A node in parentheses, from behind '('. */
static bool compile_rule(source *s, uint8_t depth, bool immediate) {
  uc_query *q = s->query;
  uint32_t start = q->step_count, length;
  const char *name;
  TSSymbol symbol = 0;
  if (!take_name(s, &name, &length) || depth + 1 >= DEEPEST_PATTERN) return false;
  if ((length != 1 || *name != '_') && !find_symbol(s, name, name, length, true, &symbol)) return false;
  query_step *step = add_step(q, STEP_NODE, depth, 0);
  step->symbol = symbol;
  step->named = symbol == 0;
  step->immediate = immediate;
  step->absent = q->absent_count;

  bool anchor = false;
  uint32_t child = 0, children = 0;
  while (!take(s, ')')) {
    if (take(s, '!')) {
      TSFieldId field;
      if (!take_name(s, &name, &length) || !take_field(s, name, length, &field)) return false;
      if (q->steps[start].absent + q->steps[start].absent_count != q->absent_count) return false; /* they stand before the children's */
      QUERY_PUSH(q, absent, absent, field);
      q->steps[start].absent_count++;
    } else if (take(s, '.')) {
      anchor = true;
    } else {
      uint32_t at = q->step_count;
      if (!compile_node(s, (uint8_t)(depth + 1), anchor, &children)) return false;
      if (q->step_count > at) child = at;
      anchor = false;
    }
  }
  if (anchor && !child) return false;
  if (anchor) change_heads(q, child, set_last, 0);
  q->steps[start].target = q->step_count;
  return true;
}

/* Nodes side by side, or a predicate, or one node: from behind '('. */
static bool compile_parentheses(source *s, uint8_t depth, bool immediate, uint32_t *nodes) {
  if (take(s, '#')) return compile_predicate(s);
  if (peek(s) != '(' && peek(s) != '[' && peek(s) != '"') {
    ++*nodes;
    return compile_rule(s, depth, immediate);
  }
  uint32_t count = 0;
  for (bool anchor = immediate; !take(s, ')'); anchor = false) {
    if (take(s, '.')) anchor = true;
    if (!compile_node(s, depth, anchor, &count)) return false;
  }
  *nodes += count;
  s->beside = s->beside || (depth == 0 && count > 1);
  return count > 0;
}

static bool compile_suffixes(source *s, uint32_t start, uint8_t depth) {
  uc_query *q = s->query;
  for (;;) {
    if (take(s, '@')) {
      const char *name;
      uint32_t length;
      if (!take_name(s, &name, &length)) return false;
      change_heads(q, start, add_capture, number_of_capture(q, name, length));
    } else if (q->step_count > start && (peek(s) == '?' || peek(s) == '*' || peek(s) == '+')) {
      char sign = *s->at;
      take(s, sign);
      if (sign != '?') add_step(q, STEP_AGAIN, depth, start);
      if (sign != '+') {
        insert_either(q, start, depth);
        q->steps[start].target = q->step_count;
      }
    } else {
      return true;
    }
  }
}

/* Counts the nodes that stand side by side; a predicate is none. */
static bool compile_node(source *s, uint8_t depth, bool immediate, uint32_t *nodes) {
  uc_query *q = s->query;
  uint32_t start = q->step_count, length;
  const char *name = s->at;
  if (take(s, '[')) {
    ++*nodes;
    if (!compile_alternatives(s, depth, immediate)) return false;
  } else if (take(s, '(')) {
    if (!compile_parentheses(s, depth, immediate, nodes)) return false;
  } else if (peek(s) == '"') {
    TSSymbol symbol;
    char *text = take_string(s, &length);
    bool found = text && find_symbol(s, text, name + 1, length, false, &symbol);
    free(text);
    if (!found) return false;
    query_step *step = add_step(q, STEP_NODE, depth, q->step_count + 1);
    step->symbol = symbol;
    step->immediate = immediate;
    ++*nodes;
  } else if (take_name(s, &name, &length)) {
    if (length == 1 && *name == '_') {
      add_step(q, STEP_NODE, depth, q->step_count + 1)->immediate = immediate;
      ++*nodes;
    } else {
      TSFieldId field;
      if (depth == 0 || !take(s, ':')) return s->at = name, false;
      if (!compile_node(s, depth, immediate, nodes) || !take_field(s, name, length, &field)) return false;
      change_heads(q, start, set_field, field);
    }
  } else {
    return false;
  }
  return q->step_count == start || compile_suffixes(s, start, depth);
}

static void note_silence(uc_query *q, uint32_t start) {
  for (uint32_t i = q->step_count; i-- > start;) {
    query_step *step = &q->steps[i];
    if (step->kind != STEP_NODE) continue;
    step->silent = true;
    for (uint32_t j = i; j < step->target; j++) step->silent = step->silent && q->steps[j].capture_count == 0;
    const query_step *next = &q->steps[step->target];
    while (next->kind == STEP_JUMP) next = &q->steps[next->target];
    step->lenient = step->silent && next->kind == STEP_NODE && next->depth == step->depth && next->immediate && (step->symbol || step->named);
    step->settled = step->silent && (next->kind == STEP_DONE || (next->kind == STEP_NODE && (next->depth < step->depth || !next->immediate)));
  }
}

static void add_entries(uc_query *q, uint32_t at, uint16_t pattern, bool beside) {
  for (; q->steps[at].kind == STEP_EITHER; at = q->steps[at].target) add_entries(q, at + 1, pattern, beside);
  if (q->steps[at].kind != STEP_NODE) return;
  query_entry entry = { q->steps[at].symbol, pattern, beside, at };
  q->beside = q->beside || beside;
  QUERY_PUSH(q, entries, entry, entry);
}

static int compare_entries(const void *left, const void *right) {
  const query_entry *a = left, *b = right;
  return a->symbol != b->symbol ? (a->symbol < b->symbol ? -1 : 1) : a->step < b->step ? -1 : a->step > b->step;
}

static void index_entries(uc_query *q) {
  uint32_t symbols = ts_language_symbol_count(q->language), next = 0;
  if (q->entry_count) qsort(q->entries, q->entry_count, sizeof *q->entries, compare_entries);
  q->entries_of = malloc((symbols + 1) * sizeof *q->entries_of);
  for (uint32_t symbol = 0; symbol <= symbols; symbol++) {
    while (next < q->entry_count && q->entries[next].symbol < symbol) next++;
    q->entries_of[symbol] = symbol == symbols ? q->entry_count : next;
  }
}

uc_query *uc_query_new(const TSLanguage *language, const char *text, uint32_t length, uint32_t *error_offset) {
  uc_query *q = calloc(1, sizeof *q);
  q->language = language;
  source s = { q, text, text, text + length, false };
  skip_space(&s);
  while (s.at < s.end) {
    uint32_t start = q->step_count, first_pair = q->pair_count, nodes = 0;
    s.beside = false;
    if (!compile_node(&s, 0, false, &nodes) || nodes == 0) {
      *error_offset = (uint32_t)(s.at - text);
      uc_query_delete(q);
      return NULL;
    }
    add_step(q, STEP_DONE, 0, 0);
    note_silence(q, start);
    add_entries(q, start, (uint16_t)q->pattern_count, s.beside);
    query_pattern pattern = { first_pair, (q->pair_count - first_pair) / 2 };
    QUERY_PUSH(q, patterns, pattern, pattern);
  }
  index_entries(q);
  return q;
}

static void free_words(char **words, uint32_t count) {
  while (count > 0) free(words[--count]);
  free(words);
}

void uc_query_delete(uc_query *q) {
  free_words(q->captures, q->capture_count);
  free_words(q->strings, q->string_count);
  free(q->steps);
  free(q->entries);
  free(q->entries_of);
  free(q->patterns);
  free(q->absent);
  free(q->pairs);
  free(q);
}

uint32_t uc_query_can_match(const TSLanguage *language, const char *text, uint32_t length, uint32_t *error_offset) {
  TSQueryError error;
  TSQuery *proved = ts_query_new(language, text, length, error_offset, &error);
  if (proved) ts_query_delete(proved);
  return proved != NULL;
}

uint32_t uc_query_pattern_count(const uc_query *q) { return q->pattern_count; }

uint32_t uc_query_capture_count(const uc_query *q) { return q->capture_count; }

const char *uc_query_capture_name(const uc_query *q, uint32_t capture) { return q->captures[capture]; }

const char *uc_query_string(const uc_query *q, uint32_t string) { return q->strings[string]; }

uint32_t uc_query_predicates(const uc_query *q, uint32_t pattern, const uint32_t **pairs) {
  *pairs = q->pairs + q->patterns[pattern].first_pair;
  return q->patterns[pattern].pair_count;
}

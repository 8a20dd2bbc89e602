/*
 * The bare parsers: reads lines "grammar<TAB>file" and parses each file once, one after the other. Prints bytes and the seconds that parsing
 * alone took; reading the files and turning them into UTF-16 is not counted.
 */
#define _POSIX_C_SOURCE 200809L
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { const uint16_t *units; uint32_t length; } text;
typedef const uint16_t *(*read_text)(void *payload, uint32_t offset, uint32_t *units);

static const uint16_t *rest_of(void *payload, uint32_t offset, uint32_t *units) {
  text *t = payload;
  *units = offset < t->length ? t->length - offset : 0;
  return t->units + (offset < t->length ? offset : t->length);
}

/* Good enough for measuring: malformed input becomes some units, too. */
static uint32_t to_utf16(const unsigned char *from, long count, uint16_t *to) {
  uint32_t length = 0;
  for (long i = 0; i < count; i++) {
    uint32_t c = from[i];
    int more = c < 0x80 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
    if (more) c &= 0x3F >> more;
    for (; more > 0 && i + 1 < count; more--) c = c << 6 | (from[++i] & 0x3F);
    if (c > 0xFFFF) {
      to[length++] = (uint16_t)(0xD800 + ((c - 0x10000) >> 10 & 0x3FF));
      c = 0xDC00 + (c & 0x3FF);
    }
    to[length++] = (uint16_t)c;
  }
  return length;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  void *library = argc > 1 ? dlopen(argv[1], RTLD_NOW) : NULL;
  if (!library) return fprintf(stderr, "usage: parse LIBRARY < list\n"), 2;
  void *(*language_of)(const char *) = dlsym(library, "uc_language");
  void *(*parser_new)(void *) = dlsym(library, "uc_parser_new");
  void (*parser_delete)(void *) = dlsym(library, "uc_parser_delete");
  void *(*parse)(void *, void *, read_text, void *, const volatile int32_t *) = dlsym(library, "uc_parse");
  void (*tree_delete)(void *) = dlsym(library, "uc_tree_delete");
  char line[8192];
  double seconds = 0;
  long long bytes = 0;
  int32_t cancel = 0;
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    char *path = strchr(line, '\t');
    if (!path) continue;
    *path++ = 0;
    FILE *file = fopen(path, "rb");
    if (!file) continue;
    fseek(file, 0, SEEK_END);
    long count = ftell(file);
    rewind(file);
    unsigned char *content = malloc(count + 1);
    count = (long)fread(content, 1, count, file);
    fclose(file);
    uint16_t *units = malloc((count + 1) * sizeof *units);
    text source = { units, to_utf16(content, count, units) };
    void *parser = parser_new(language_of(line));
    double start = now();
    void *tree = parse(parser, NULL, rest_of, &source, &cancel);
    seconds += now() - start;
    bytes += count;
    tree_delete(tree);
    parser_delete(parser);
    free(units);
    free(content);
  }
  printf("%lld %.6f\n", bytes, seconds);
  return 0;
}

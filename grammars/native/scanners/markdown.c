/*
 * The grammar's scanner with a limit to how deeply blocks nest. It saves all open blocks into a buffer of the core, whose size it does not
 * look at: 255 quotes in one another would write behind its end. Deeper blocks are forgotten here; what they hold is read as if it stood
 * one level up.
 */
#define tree_sitter_markdown_external_scanner_serialize serialize_unchecked
#include "scanner.c"
#undef tree_sitter_markdown_external_scanner_serialize

enum { SCALARS = 5, MOST_BLOCKS = (TREE_SITTER_SERIALIZATION_BUFFER_SIZE - SCALARS) / sizeof(Block) };

unsigned tree_sitter_markdown_external_scanner_serialize(void *payload, char *buffer) {
  Scanner *scanner = payload;
  if (scanner->open_blocks.size > MOST_BLOCKS) {
    scanner->open_blocks.size = MOST_BLOCKS;
  }
  return serialize_unchecked(payload, buffer);
}

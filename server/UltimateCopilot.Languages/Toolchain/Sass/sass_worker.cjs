// SCSS by Sass's own parser, from the package whose path is the argument. The package has no way to only parse; but it parses all before
// it evaluates anything, and the first thing that it would evaluate here is a line of ours that cannot be.
'use strict';
const sass = require(process.argv[1]);

const STOP = '$-stop: 1px + 1em;\n';

serve((source) => {
  try {
    sass.compileString(STOP + source, { logger: { warn() {}, debug() {} }, importers: [] });
    return [];
  } catch (error) {
    if (error.span === undefined) {
      throw error;
    }
    const start = error.span.start.offset - STOP.length;
    return start < 0 ? [] : [{ message: error.sassMessage, start }];
  }
}, () => ({ version: sass.info.split(/\s/)[1], path: process.argv[1] }));

// SQL by PostgreSQL's own grammar: libpg_query, compiled to WebAssembly, whose path is the argument.
'use strict';
const load = require(process.argv[1]);

// Behind a mistake the parser stops; from the next statement on it is asked again, this often.
const MOST = 5;

let ready = load();

serve(async (source) => {
  const pg = await ready;
  try {
    return mistakes(pg, source.replaceAll('\0', '\x01')); // to the parser a zero ends the text; both are wrong outside of strings
  } catch (error) {
    ready = load(); // what is left of the one that broke down cannot be trusted
    throw error;
  }
}, async () => {
  const { version } = scan(await ready, ';');
  return { version: `${Math.floor(version / 10_000)}.${version % 10_000}`, path: process.argv[1] };
});

function mistakes(pg, source) {
  const found = [];
  while (found.length < MOST) {
    const mistake = parse(pg, source);
    if (mistake === undefined) {
      break;
    }
    found.push(mistake);
    const statement = /^unterminated/.test(mistake.message) ? undefined : statementAround(pg, source, mistake.start);
    if (statement === undefined) {
      break;
    }
    const [from, to] = statement;
    source = source.slice(0, from) + source.slice(from, to).replace(/[^\r\n]/g, ' ') + source.slice(to);
  }
  return found;
}

function parse(pg, source) {
  const text = pointerTo(pg, source);
  let result = 0;
  try {
    result = pg._wasm_parse_query_raw(text);
    const error = pg.getValue(result + 8, 'i32');
    if (error === 0) {
      return undefined;
    }
    const message = pg.UTF8ToString(pg.getValue(error, 'i32'));
    if (/^memory exhausted|stack depth|out of memory/.test(message)) {
      throw new Error(message);
    }
    return { message, start: offsetOf(source, pg.getValue(error + 16, 'i32')) };
  } finally {
    pg._free(text);
    pg._wasm_free_parse_result(result);
  }
}

// The parser counts characters from 1; 0 means that it does not know.
function offsetOf(source, position) {
  let offset = 0;
  for (let left = position - 1; left > 0 && offset < source.length; left--) {
    offset += source.codePointAt(offset) > 0xffff ? 2 : 1;
  }
  return offset;
}

// From behind the semicolon before an offset to behind the next one.
function statementAround(pg, source, offset) {
  const bytes = Buffer.byteLength(source.slice(0, offset));
  const ends = scan(pg, source).tokens?.filter((token) => token.text === ';').map((token) => token.end) ?? [];
  const next = ends.find((end) => end > bytes);
  if (next === undefined) {
    return undefined;
  }
  const encoded = Buffer.from(source);
  return [ends.findLast((end) => end <= bytes) ?? 0, next].map((end) => encoded.subarray(0, end).toString().length);
}

function scan(pg, source) {
  const text = pointerTo(pg, source);
  const result = pg._wasm_scan(text);
  const said = pg.UTF8ToString(result);
  pg._free(text);
  pg._wasm_free_string(result);
  try {
    return JSON.parse(said);
  } catch {
    return {}; // it cannot be read as tokens, or holds what the parser does not know to write as JSON
  }
}

function pointerTo(pg, source) {
  const length = pg.lengthBytesUTF8(source) + 1;
  const text = pg._malloc(length);
  if (text === 0) {
    throw new Error('out of memory');
  }
  pg.stringToUTF8(source, text, length);
  return text;
}

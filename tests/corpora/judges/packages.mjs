import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';

/** Judges that are npm packages, taken from the `node_modules` of a tools folder and run inside this process. */

const lineAt = (text, offset) => text.slice(0, offset).split('\n').length;
const good = { ok: true };
const bad = (line, message) => ({ ok: false, line, message });

const judge = (name, check) => ({ name, check: async (text, context) => check(text, context), close() {} });

/** Runs a parser that throws; `lineOf` tells where by the exception. */
function attempt(parse, lineOf) {
  try {
    parse();
    return good;
  } catch (error) {
    return bad(lineOf(error), String(error.message ?? error).split('\n')[0]);
  }
}

function javascript(load) {
  const acorn = load('acorn');
  const options = { ecmaVersion: 'latest', locations: true, allowHashBang: true };
  return judge('acorn and V8', (text) => {
    const module = attempt(() => acorn.parse(text, { ...options, sourceType: 'module' }), (error) => error.loc?.line);
    const script = attempt(() => acorn.parse(text, { ...options, sourceType: 'script' }), (error) => error.loc?.line);
    const v8 = attempt(() => new vm.Script(text), () => undefined);
    if (module.ok || (script.ok && v8.ok)) {
      return good;
    }

    return script.ok || v8.ok ? { ok: null } : /^\s*(import|export)\b/m.test(text) ? module : script;
  });
}

function typescript(load, name) {
  const ts = load('typescript');
  return (text) => {
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, false);
    const first = file.parseDiagnostics[0];
    return first === undefined ? good : bad(lineAt(text, first.start), ts.flattenDiagnosticMessageText(first.messageText, ' '));
  };
}

function jsx(load) {
  const babel = load('@babel/parser');
  const byTypeScript = typescript(load, 'file.jsx');
  return judge('Babel and TypeScript', (text) => {
    const byBabel = attempt(() => babel.parse(text, { sourceType: 'unambiguous', plugins: ['jsx'] }), (error) => error.loc?.line);
    const other = byTypeScript(text);
    return byBabel.ok === other.ok ? byBabel : { ok: null };
  });
}

function json() {
  return judge('V8', (text) => attempt(() => JSON.parse(text), (error) => {
    const position = /position (\d+)/.exec(error.message);
    return lineAt(text, position ? Number(position[1]) : text.length);
  }));
}

function jsonc(load) {
  const { parse, printParseErrorCode } = load('jsonc-parser');
  return judge('jsonc-parser', (text) => {
    const errors = [];
    try {
      parse(text, errors, { allowTrailingComma: true });
    } catch (error) {
      return error instanceof RangeError ? { ok: null } : Promise.reject(error); // nested too deep for its stack
    }

    return errors.length === 0 ? good : bad(lineAt(text, errors[0].offset), printParseErrorCode(errors[0].error));
  });
}

/** Valid where all three parsers agree that it is, invalid where two of them reject it. */
function css(load) {
  const cssTree = load('css-tree');
  const postcss = load('postcss');
  const service = load('vscode-css-languageservice').getCSSLanguageService();
  const { TextDocument } = load('vscode-languageserver-textdocument');
  return judge('css-tree, postcss and vscode-css', (text) => {
    const errors = [];
    cssTree.parse(text, { positions: true, onParseError: (error) => errors.push(error.line) });
    const byPostcss = attempt(() => postcss.parse(text), (error) => error.line);
    const document = TextDocument.create('file:///a.css', 'css', 1, text);
    const byService = service.doValidation(document, service.parseStylesheet(document)).filter((one) => one.severity === 1);
    const lines = [errors[0], byPostcss.ok ? undefined : byPostcss.line, byService[0] && byService[0].range.start.line + 1].filter((line) => line !== undefined);
    return lines.length === 0 ? good : lines.length >= 2 ? bad(Math.min(...lines), byService[0]?.message) : { ok: null };
  });
}

/** The parser takes the steps of an animation for selectors, so that it refuses percentages, which Sass takes. */
function scss(load) {
  const { scss: syntax } = load('sass-parser');
  return judge('sass-parser', (text) => {
    const verdict = attempt(() => syntax.parse(text), (error) => error.span && error.span.start.line + 1);
    return !verdict.ok && /expected selector/.test(verdict.message) && /@(-\w+-)?keyframes\b[^]*%/.test(text) ? { ok: null } : verdict;
  });
}

function yaml(load) {
  const { parseAllDocuments } = load('yaml');
  return judge('yaml', (text) => {
    const error = [...parseAllDocuments(text, { version: '1.2', strict: true })].flatMap((one) => one.errors)[0];
    return error === undefined ? good : bad(error.linePos?.[0].line, error.message.split('\n')[0]);
  });
}

/** What real pages have by the thousand and browsers and editors let pass without a word. */
const BENIGN_HTML = /character-reference|duplicate-attribute|solidus|non-void|whitespace-between-attributes|unexpected-character-in|incorrectly-opened-comment|control-character|cdata-in-html|unexpected-question-mark/;

function html(load) {
  const parse5 = load('parse5');
  const errorsOf = (text) => {
    const errors = [];
    parse5.parse(text, { sourceCodeLocationInfo: true, onParseError: (error) => errors.push(error) });
    return errors.filter((error) => !/^(missing|non-conforming)-doctype/.test(error.code));
  };
  return judge('parse5', (text, { before }) => {
    const known = new Map();
    for (const { code } of before === undefined ? [] : errorsOf(before)) {
      known.set(code, (known.get(code) ?? 0) + 1);
    }

    const errors = errorsOf(text);
    const fresh = errors.filter(({ code }) => {
      known.set(code, (known.get(code) ?? 0) - 1);
      return known.get(code) < 0;
    });
    if (fresh.length === 0) {
      return good;
    }

    const grave = fresh.find(({ code }) => !BENIGN_HTML.test(code));
    return grave === undefined ? { ok: null } : bad(grave.startLine, grave.code);
  });
}

/**
 * A command for psql: at the start of a line, behind a query, or the end of data. The server never sees it, and its parser knows nothing of it.
 */
const COMMAND_OF_PSQL = new RegExp([
  String.raw`^\s*\\(?:a|c|connect|cd|copy|d[a-zA-Z]*[+S]*|echo|elif|else|encoding|endif|errverbose|i|if|include|ir|include_relative|l|o|out|password|prompt|pset|q|qecho|quit|set|sf|sv|t|timing|unset|warn|x|!)(?=\s|$)`,
  String.raw`\\(?:bind|crosstabview|g|gdesc|gexec|gset|gx|watch)(?=\s|$)`,
  String.raw`\\;|^\\\.\r?$`,
].join('|'), 'm');

async function sql(load) {
  const { parse } = await load('libpg-query', true);
  return judge('libpg-query', async (text) => {
    try {
      await parse(text);
      return good;
    } catch (error) {
      if (COMMAND_OF_PSQL.test(text)) {
        return { ok: null };
      }

      const at = error.sqlDetails?.cursorPosition ?? error.cursorPosition;
      return bad(at === undefined ? undefined : lineAt(text, at), error.message);
    }
  });
}

const MAKERS = {
  javascript, jsx, json, jsonc, css, scss, yaml, html, sql,
  typescript: (load) => judge('TypeScript', typescript(load, 'file.ts')),
  tsx: (load) => judge('TypeScript', typescript(load, 'file.tsx')),
};

/** The judge of a language that a package decides; nothing where none does or the package is not installed. */
export async function packageJudge(language, tools) {
  const require = createRequire(join(tools, 'package.json'));
  const load = (name, asModule) => {
    const path = require.resolve(name);
    return asModule ? import(pathToFileURL(path)) : require(path);
  };
  return MAKERS[language]?.(load);
}

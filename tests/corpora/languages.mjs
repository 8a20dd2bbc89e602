/**
 * What mutations and the structural judge need to know of each language: which files are its, how comments and
 * strings look (so that an edit lands in code), and which words and lines carry its structure.
 *
 * A string is [open, close, options]: `lines` may span lines, `escape` is its escape character, `hole` opens code in it.
 */
const line = (...marks) => marks;
const C_BLOCK = [['/*', '*/']];
const DOUBLE = ['"', '"', { escape: '\\' }];
const SINGLE = ["'", "'", { escape: '\\' }];
const BRACES = '()[]{}';
const BRACE_END = /^\s*\}[;,)]*\s*$/;

const cFamily = (extra) => ({ comments: line('//'), blocks: C_BLOCK, strings: [DOUBLE, SINGLE], brackets: BRACES, blockEnd: BRACE_END, ...extra });

const script = cFamily({
  strings: [DOUBLE, SINGLE, ['`', '`', { escape: '\\', lines: true, hole: '${' }]],
  keywords: ['function', 'const', 'let', 'return', 'class', 'import', 'export', 'if', 'else', 'for', 'while', 'switch', 'case', 'try', 'catch', 'new', 'async', 'await'],
});

const typed = { ...script, keywords: [...script.keywords, 'interface', 'type', 'enum', 'extends', 'implements'] };

const markup = { comments: [], blocks: [['<!--', '-->']], strings: [], brackets: '<>', tags: true, blockEnd: /^\s*<\/[\w:.-]+>\s*$/, keywords: [] };

export const LANGUAGES = {
  csharp: cFamily({
    files: /\.cs$/,
    strings: [['"""', '"""', { lines: true }], ['@"', '"', { lines: true }], ['$@"', '"', { lines: true }], DOUBLE, SINGLE],
    keywords: ['namespace', 'class', 'interface', 'struct', 'using', 'foreach', 'return', 'if', 'else', 'try', 'catch', 'switch', 'case', 'new', 'get', 'throw', 'while'],
  }),
  javascript: { ...script, files: /\.(js|mjs|cjs)$/ },
  jsx: { ...script, files: /\.jsx$/, tags: true },
  typescript: { ...typed, files: /\.(ts|mts|cts)$/ },
  tsx: { ...typed, files: /\.tsx$/, tags: true },
  json: { files: /\.json$/, comments: [], blocks: [], strings: [DOUBLE], brackets: '[]{}', blockEnd: /^\s*[\]}],?\s*$/, keywords: ['true', 'false', 'null'] },
  jsonc: { files: /\.(jsonc|json)$|\.(eslintrc|babelrc|swcrc|jshintrc)$/, comments: line('//'), blocks: C_BLOCK, strings: [DOUBLE], brackets: '[]{}', blockEnd: /^\s*[\]}],?\s*$/, keywords: ['true', 'false', 'null'] },
  css: { files: /\.css$/, comments: [], blocks: C_BLOCK, strings: [DOUBLE, SINGLE], brackets: BRACES, blockEnd: BRACE_END, keywords: [] },
  scss: { files: /\.scss$/, comments: line('//'), blocks: C_BLOCK, strings: [DOUBLE, SINGLE], brackets: BRACES, blockEnd: BRACE_END, keywords: ['@mixin', '@include', '@if', '@else', '@each', '@function', '@return', '@use'] },
  html: { ...markup, files: /\.html?$/ },
  xml: { ...markup, files: /\.(xml|csproj|svg|props|targets|resx|xaml|plist|xsd|storyboard)$/ },
  markdown: { files: /\.(md|markdown)$/, comments: [], blocks: [['<!--', '-->']], strings: [['```', '```', { lines: true }], ['~~~', '~~~', { lines: true }]], brackets: '', keywords: [], prose: true },
  yaml: { files: /\.ya?ml$/, comments: line('#'), blocks: [], strings: [['"', '"', { escape: '\\', lines: true }], ["'", "'", { lines: true }]], brackets: '[]{}', keywords: [], indented: true },
  toml: { files: /\.toml$/, comments: line('#'), blocks: [], strings: [['"""', '"""', { escape: '\\', lines: true }], ["'''", "'''", { lines: true }], DOUBLE, ["'", "'", {}]], brackets: '[]{}', blockEnd: /^\s*[\]}],?\s*$/, keywords: ['true', 'false'] },
  sql: {
    files: /\.sql$/, comments: line('--'), blocks: C_BLOCK, strings: [["'", "'", { lines: true }], ['"', '"', {}], ['$$', '$$', { lines: true }]], brackets: '()', blockEnd: /^\s*\)\s*;?\s*$/, ignoreCase: true,
    keywords: ['SELECT', 'CREATE', 'TABLE', 'INSERT', 'INTO', 'UPDATE', 'WHERE', 'ALTER', 'FUNCTION', 'VALUES', 'FROM', 'INDEX', 'PRIMARY', 'REFERENCES', 'DEFAULT', 'DROP'],
  },
  python: {
    files: /\.py$/, comments: line('#'), blocks: [], strings: [['"""', '"""', { escape: '\\', lines: true }], ["'''", "'''", { escape: '\\', lines: true }], DOUBLE, SINGLE], brackets: BRACES, indented: true,
    keywords: ['def', 'class', 'return', 'import', 'from', 'if', 'else', 'elif', 'for', 'while', 'try', 'except', 'with', 'lambda', 'raise', 'not', 'in', 'is', 'and'],
  },
  java: cFamily({ files: /\.java$/, strings: [['"""', '"""', { escape: '\\', lines: true }], DOUBLE, SINGLE], keywords: ['class', 'interface', 'public', 'private', 'import', 'package', 'return', 'if', 'else', 'for', 'while', 'try', 'catch', 'new', 'static', 'throws', 'extends', 'implements', 'switch', 'case'] }),
  kotlin: cFamily({
    files: /\.kts?$/, blocks: [['/*', '*/', { nested: true }]], strings: [['"""', '"""', { lines: true, hole: '${' }], ['"', '"', { escape: '\\', hole: '${' }], SINGLE, ['`', '`', {}]],
    keywords: ['fun', 'class', 'val', 'var', 'import', 'interface', 'object', 'override'], declarations: /^\s*(?:(?:public|private|internal|override|protected|abstract|open|data) )*(?:fun|class|val|var|import|interface|object) /,
  }),
  go: cFamily({ files: /\.go$/, strings: [['`', '`', { lines: true }], DOUBLE, SINGLE], keywords: ['func', 'type', 'struct', 'interface', 'import', 'package', 'return', 'if', 'else', 'for', 'range', 'switch', 'case', 'defer', 'var', 'const', 'map', 'go'] }),
  rust: cFamily({ files: /\.rs$/, blocks: [['/*', '*/', { nested: true }]], strings: [['r#"', '"#', { lines: true }], ['"', '"', { escape: '\\', lines: true }]], characters: true, keywords: ['fn', 'let', 'struct', 'enum', 'impl', 'use', 'pub', 'match', 'if', 'else', 'for', 'while', 'return', 'mod', 'trait', 'const'] }),
  c: cFamily({ files: /\.[ch]$/, preprocessed: true, keywords: ['struct', 'typedef', 'return', 'if', 'else', 'for', 'while', 'switch', 'case', 'static', 'enum'] }),
  cpp: cFamily({ files: /\.(cpp|cc|cxx|hpp|hh)$/, preprocessed: true, strings: [['R"(', ')"', { lines: true }], DOUBLE, SINGLE], keywords: ['class', 'struct', 'namespace', 'template', 'typename', 'return', 'if', 'else', 'for', 'while', 'switch', 'case', 'public', 'private', 'using', 'virtual', 'operator'] }),
  ruby: { files: /\.(rb|rake|gemspec)$/, comments: line('#'), blocks: [['\n=begin', '\n=end']], strings: [DOUBLE, SINGLE], brackets: BRACES, blockEnd: /^\s*(end|\}|\))\s*$/, keywords: ['def', 'class', 'module', 'do', 'end', 'if', 'unless', 'elsif', 'else', 'case', 'when', 'begin', 'rescue', 'ensure', 'while', 'return'] },
  php: { files: /\.php$/, comments: line('//', '#'), blocks: C_BLOCK, strings: [['"', '"', { escape: '\\', lines: true }], ["'", "'", { escape: '\\', lines: true }]], brackets: BRACES, blockEnd: BRACE_END, keywords: ['function', 'class', 'namespace', 'use', 'public', 'private', 'protected', 'return', 'if', 'else', 'foreach', 'while', 'try', 'catch', 'new', 'extends', 'implements', 'static', 'switch', 'case'] },
  bash: { files: /\.(sh|bash)$/, comments: line('#'), blocks: [], strings: [['"', '"', { escape: '\\', lines: true }], ["'", "'", { lines: true }]], brackets: BRACES, blockEnd: /^\s*(fi|done|esac|\})\s*$/, keywords: ['if', 'then', 'else', 'elif', 'fi', 'for', 'while', 'do', 'done', 'case', 'in', 'esac', 'function'] },
  lua: { files: /\.lua$/, comments: line('--'), blocks: [['--[[', ']]'], ['--[=[', ']=]']], strings: [['[[', ']]', { lines: true }], DOUBLE, SINGLE], brackets: BRACES, blockEnd: /^\s*(end[,)]*|\}[,)]*)\s*$/, keywords: ['function', 'local', 'then', 'end', 'if', 'else', 'elseif', 'for', 'do', 'while', 'return', 'repeat', 'until', 'in'] },
  swift: cFamily({
    files: /\.swift$/, blocks: [['/*', '*/', { nested: true }]], strings: [['#"', '"#', {}], ['"""', '"""', { escape: '\\', lines: true, hole: '\\(' }], ['"', '"', { escape: '\\', hole: '\\(' }], ['`', '`', {}]],
    keywords: ['func', 'class', 'struct', 'enum', 'let', 'var', 'import', 'extension', 'protocol', 'guard'], declarations: /^\s*(?:(?:public|private|internal|fileprivate|override|static|final|open) )*(?:func|class|let|var|import|struct|enum|extension|protocol) /,
  }),
  dockerfile: { files: /(^|\/)(Dockerfile[^/]*|Containerfile|[^/]*\.[Dd]ockerfile)$/, comments: line('#'), blocks: [], strings: [['"', '"', { escape: '\\' }], ["'", "'", {}]], brackets: BRACES, keywords: ['FROM', 'RUN', 'COPY', 'ENV', 'ARG', 'WORKDIR', 'ENTRYPOINT', 'CMD', 'EXPOSE', 'LABEL', 'USER', 'VOLUME'] },
};

// Writes the Language Server Protocol as data to standard output: types, constants and methods as the official package declares them.
// The package ships the protocol's declarations, and not the meta model that they are generated from.
// Usage: node protocol-model.mjs REPOSITORY
import { createRequire } from 'node:module';
import { join } from 'node:path';

const fromClient = createRequire(join(process.argv[2], 'client-vscode', 'package.json'));
const fromLibrary = createRequire(fromClient.resolve('vscode-languageclient/node'));
const ts = fromClient('typescript');
const entry = fromLibrary.resolve('vscode-languageserver-protocol').replace(/\.js$/, '.d.ts');
const runtime = fromLibrary('vscode-languageserver-protocol');

const program = ts.createProgram([entry], { strict: true, skipLibCheck: true, types: [], module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 });
const checker = program.getTypeChecker();
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)));
const model = { types: {}, values: {}, methods: {} };

for (const symbol of exported) {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  if (target.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) {
    model.types[symbol.name] ??= describe(checker.getDeclaredTypeOfSymbol(target), symbol.name);
  }

  if (target.flags & ts.SymbolFlags.ValueModule) {
    takeNamespace(symbol.name, target);
  }
}

process.stdout.write(JSON.stringify(model));

function takeNamespace(name, symbol) {
  const value = runtime[name];
  if (!value) {
    return;
  }

  const constants = Object.entries(value).filter(([, constant]) => typeof constant === 'number');
  if (constants.length > 0) {
    model.values[name] = Object.fromEntries(constants);
  }

  const member = checker.getExportsOfModule(symbol).find((one) => one.name === 'type');
  const method = value.type?.method;
  if (!member || typeof method !== 'string') {
    return;
  }

  const type = checker.getTypeOfSymbol(member);
  const args = checker.getTypeArguments(type);
  const kind = type.symbol.name;
  const isRequest = kind.includes('Request');
  const hasParameters = !kind.endsWith('0');
  model.methods[method] = {
    isRequest,
    direction: value.messageDirection ?? 'both',
    ...(hasParameters ? { params: describe(args[0]) } : {}),
    ...(isRequest ? { result: describe(args[hasParameters ? 1 : 0]) } : {}),
  };
}

/** What a value of the type looks like; `own` is the name that is being declared, which must not refer to itself. */
function describe(type, own) {
  const name = type.aliasSymbol?.name ?? (isDeclared(type) ? type.symbol.name : undefined);
  if (name?.startsWith('LSP')) {
    return { kind: 'any' }; // LSPAny, LSPObject, LSPArray: any JSON
  }

  if (name && name !== own && !type.aliasTypeArguments && !hasArguments(type)) {
    if (!(name in model.types)) {
      model.types[name] = {}; // entered before it is described: types may hold themselves
      model.types[name] = describe(type, name);
    }

    return { kind: 'ref', name };
  }

  if (type.isUnion()) {
    const of = type.types.filter((one) => !(one.flags & ts.TypeFlags.Undefined)).map((one) => describe(one));
    return of.length === 1 ? of[0] : { kind: 'union', of };
  }

  if (type.isStringLiteral() || type.isNumberLiteral()) {
    return { kind: 'literal', value: type.value };
  }

  if (type.flags & ts.TypeFlags.BooleanLiteral) {
    return { kind: 'literal', value: checker.typeToString(type) === 'true' };
  }

  for (const [flag, kind] of [[ts.TypeFlags.String, 'string'], [ts.TypeFlags.Number, 'number'], [ts.TypeFlags.Null, 'null'], [ts.TypeFlags.Void, 'null']]) {
    if (type.flags & flag) {
      return { kind };
    }
  }

  if (checker.isArrayType(type)) {
    return { kind: 'array', item: describe(checker.getTypeArguments(type)[0]) };
  }

  return type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection) && !checker.isTupleType(type) ? describeObject(type) : { kind: 'any' };
}

function describeObject(type) {
  const properties = {};
  for (const property of checker.getPropertiesOfType(type)) {
    properties[property.name] = { optional: (property.flags & ts.SymbolFlags.Optional) !== 0, type: describe(checker.getTypeOfSymbol(property)) };
  }

  const index = checker.getIndexInfosOfType(type)[0];
  return { kind: 'object', properties, ...(index ? { index: describe(index.type) } : {}) };
}

function isDeclared(type) {
  return Boolean(type.symbol && type.symbol.flags & ts.SymbolFlags.Interface) && !checker.isArrayType(type);
}

function hasArguments(type) {
  return Boolean(type.objectFlags & ts.ObjectFlags.Reference) && checker.getTypeArguments(type).length > 0;
}

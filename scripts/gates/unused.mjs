// Finds files that nothing reaches and exports that nobody imports. Why not knip: docs/adr/0002.
// It reads syntax only: imports, re-exports, import(), import types, import.meta.glob and `new URL(…, import.meta.url)`.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ts from "typescript";

const ROOT = resolve(process.argv[2] ?? join(import.meta.dirname, "..", ".."));
const CODE = /\.(svelte|[cm]?[jt]s)$/;
/** Reached by something that imports no module: the page, the build, the tests, a person. */
const ENTRIES = [
  /^src\/main\.ts$/,
  /^src\/page\/pwa\/service-worker\.ts$/,
  /^(scripts|tests)\//,
  /^[^/]+\.(ts|js|cjs)$/,
  /\.test\.ts$/,
  // The acknowledged journal of the user's own work (docs/adr: storage): tested down to kills; the first thing that
  // a person writes here (segments kept and notes on the customers page) appends to it.
  /^src\/storage\/journal\.ts$/,
  /\.d\.m?ts$/,
];
const SKIPPED = /(^|\/)(node_modules|dist|specimens|\.[^/]+)(\/|$)/;

/** @typedef {{ from: string, names: Set<string> }} Use  names `*` = everything */
/** @typedef {{ name: string, line: number, isType: boolean }} Export */
/** @typedef {{ uses: Use[], exports: Export[], text: string }} Module */

function listFiles() {
  return ["src", "scripts", "tests", "."]
    .flatMap((folder) => {
      const path = join(ROOT, folder);
      if (!existsSync(path)) return [];
      const entries = readdirSync(path, { withFileTypes: true, recursive: folder !== "." });
      return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
    })
    .map((file) => relative(ROOT, file).split(sep).join("/"))
    .filter((file) => CODE.test(file) && !SKIPPED.test(file));
}

/** Code of a component: its scripts, blanked around so that line numbers stay. @param {string} text */
function scriptsOf(text) {
  let code = "";
  let at = 0;
  for (const match of text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) {
    const start = match.index + match[0].indexOf(">") + 1;
    code += text.slice(at, start).replace(/[^\n]/g, " ") + match[1];
    at = start + (match[1] ?? "").length;
  }
  return code;
}

/** @param {ts.Node} node */
const hasExport = (node) =>
  ts.canHaveModifiers(node) &&
  ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) === true;
const hasDefault = (node) =>
  ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.DefaultKeyword) === true;

/** @param {ts.SourceFile} source @param {ts.Statement} node @returns {Export[]} */
function exportsOf(source, node) {
  const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  if (ts.isExportAssignment(node)) return [{ name: "default", line, isType: false }];
  if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)) {
    return node.exportClause.elements.map((e) => ({
      name: e.name.text,
      line,
      isType: node.isTypeOnly,
    }));
  }
  if (!hasExport(node)) return [];
  if (hasDefault(node)) return [{ name: "default", line, isType: false }];
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap((d) =>
      ts.isIdentifier(d.name) ? [{ name: d.name.text, line, isType: false }] : [],
    );
  }
  const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  return node.name ? [{ name: node.name.text, line, isType }] : [];
}

/** @param {ts.Statement} node @returns {{ specifier: string, names: string[] }[]} */
function importsOf(node) {
  if (ts.isImportDeclaration(node)) {
    const specifier = node.moduleSpecifier.text;
    const clause = node.importClause;
    if (!clause) return [{ specifier, names: [] }];
    const names = clause.name ? ["default"] : [];
    const bindings = clause.namedBindings;
    if (bindings && ts.isNamespaceImport(bindings)) names.push("*");
    if (bindings && ts.isNamedImports(bindings)) {
      names.push(...bindings.elements.map((e) => (e.propertyName ?? e.name).text));
    }
    return [{ specifier, names }];
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    const { exportClause } = node;
    const names =
      exportClause && ts.isNamedExports(exportClause)
        ? exportClause.elements.map((e) => (e.propertyName ?? e.name).text)
        : ["*"];
    return [{ specifier: node.moduleSpecifier.text, names }];
  }
  return [];
}

/** Imports inside of expressions and types. @param {ts.Node} node */
function nestedImport(node) {
  const literal = (argument) =>
    argument && ts.isStringLiteralLike(argument) ? argument.text : null;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: literal(node.argument.literal), names: ["*"] };
  }
  if (ts.isCallExpression(node)) {
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      return { specifier: literal(node.arguments[0]), names: ["*"] };
    }
    const isMock = node.expression.getText?.().startsWith("vi.");
    if (isMock) return { specifier: literal(node.arguments[0]), names: ["*"] };
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "URL") {
    return { specifier: literal(node.arguments?.[0]), names: ["*"] };
  }
  return null;
}

/** @param {ts.Node} node @returns {string[]} */
function globsOf(node) {
  if (!ts.isCallExpression(node) || node.expression.getText() !== "import.meta.glob") return [];
  const [first] = node.arguments;
  if (first && ts.isStringLiteralLike(first)) return [first.text];
  if (first && ts.isArrayLiteralExpression(first)) {
    return first.elements.filter(ts.isStringLiteralLike).map((e) => e.text);
  }
  return [];
}

const SUFFIXES = ["", ".ts", ".svelte.ts", ".svelte", ".mjs", ".js", ".d.ts", "/index.ts"];

/** The file that a relative specifier names, or null. @param {string} from @param {string} specifier */
function resolveFile(from, specifier) {
  const path = specifier.replace(/\?.*$/, "");
  const base = path.startsWith("/")
    ? path.slice(1)
    : join(dirname(from), path).split(sep).join("/");
  if (!path.startsWith(".") && !path.startsWith("/")) return null;
  for (const suffix of SUFFIXES) {
    if (known.has(base + suffix)) return base + suffix;
  }
  return null;
}

/** @param {string} pattern */
function globMatcher(pattern) {
  const source = pattern
    .replace(/[.+^$()|[\]\\]/g, String.raw`\$&`)
    .replace(/\{([^}]*)\}/g, (_, list) => `(${list.split(",").join("|")})`)
    .replaceAll("**/", "\0")
    .replaceAll("*", "[^/]*")
    .replaceAll("\0", "(.*/)?");
  return new RegExp(`^${source}$`);
}

/** @param {string} file @returns {Module} */
function readModule(file) {
  const raw = readFileSync(join(ROOT, file), "utf8");
  const text = file.endsWith(".svelte") ? scriptsOf(raw) : raw;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  /** @type {Use[]} */
  const uses = [];
  const use = (specifier, names) => {
    const target = specifier === null ? null : resolveFile(file, specifier);
    if (target !== null) uses.push({ from: target, names: new Set(names) });
  };
  const visit = (node) => {
    const nested = nestedImport(node);
    if (nested) use(nested.specifier, nested.names);
    for (const glob of globsOf(node)) {
      const matcher = globMatcher(join(dirname(file), glob).split(sep).join("/"));
      for (const other of known) {
        if (matcher.test(other)) uses.push({ from: other, names: new Set(["*"]) });
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of source.statements) {
    for (const { specifier, names } of importsOf(statement)) use(specifier, names);
  }
  visit(source);
  return { uses, exports: source.statements.flatMap((s) => exportsOf(source, s)), text };
}

const known = new Set(listFiles());
/** @type {Map<string, Module>} */
const modules = new Map([...known].map((file) => [file, readModule(file)]));

/** Files that can be reached from these. @param {readonly string[]} entries */
function reach(entries) {
  const reached = new Set(entries);
  const queue = [...entries];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    for (const { from } of modules.get(file)?.uses ?? []) {
      if (reached.has(from)) continue;
      reached.add(from);
      queue.push(from);
    }
  }
  return reached;
}

const isTest = (file) => /^tests\/|\.test\.ts$/.test(file);
const entries = [...known].filter((file) => ENTRIES.some((entry) => entry.test(file)));
const reached = reach(entries.filter((file) => !isTest(file)));
const unusedFiles = [...known].filter(
  (file) =>
    file.startsWith("src/") && !reached.has(file) && !isTest(file) && !/\.d\.ts$/.test(file),
);

/** @type {Map<string, Set<string>>} */
const used = new Map();
for (const { uses } of modules.values()) {
  for (const { from, names } of uses) {
    const all = used.get(from) ?? new Set();
    for (const name of names) all.add(name);
    used.set(from, all);
  }
}

/** A type beside the exports that speak of it is part of their contract. */
function isWordOfTheContract({ isType, name }, text) {
  return isType && [...text.matchAll(new RegExp(String.raw`\b${name}\b`, "g"))].length > 1;
}

const findings = unusedFiles.map((file) => `${file}: nothing imports this file`);
for (const [file, { exports, text }] of modules) {
  if (/\.(svelte|d\.m?ts)$|\.config\.(ts|js)$/.test(file) || unusedFiles.includes(file)) continue;
  const names = used.get(file) ?? new Set();
  if (names.has("*")) continue;
  for (const entry of exports) {
    if (names.has(entry.name) || isWordOfTheContract(entry, text)) continue;
    if (/\.test\.ts$|\/global-setup\.ts$/.test(file)) continue;
    findings.push(
      `${file}:${entry.line} nobody imports '${entry.name}'; drop the export or the code`,
    );
  }
}
for (const finding of findings) console.log(finding);
console.log(`${modules.size} files, ${findings.length} unused`);
process.exitCode = findings.length > 0 ? 1 : 0;

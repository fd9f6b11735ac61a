// TypeScript to JavaScript for the package: types are blanked out, so lines and columns stay those of the source, and
// paths of our own `.ts` files become `.js`. Node refuses to strip types inside an installed package by itself.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** Folders and files of a workspace that only its developers need. */
const LEFT_OUT = /(^|\/)(fixtures|assembly|node_modules)(\/|$)|\.(test|test-helper)\.ts$|\.snap$|\.md$|\.d\.ts$/;
/** A path of a file of ours inside a string: relative, or through a workspace's name. */
const OWN_PATH = /^(?:\.{1,2}\/|@coscore\/|coscore\/).*\.ts$/;

/**
 * @param {string} source TypeScript with erasable syntax only
 * @returns {string} JavaScript
 */
export function emit(source) {
  const edits = [];
  const visit = (node) => {
    if (ts.isStringLiteral(node) && OWN_PATH.test(node.text)) edits.push(node.end - 1);
    else if (ts.isTemplateExpression(node) && OWN_PATH.test(node.head.text + node.templateSpans.at(-1).literal.text))
      edits.push(node.end - 1);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.ESNext));
  let stripped = stripTypeScriptTypes(source);
  if (stripped.length !== source.length) throw new Error('type stripping moved the code');
  // Same length, so positions hold; what lies in an erased type is blank by now.
  for (const end of edits.reverse()) {
    if (stripped.slice(end - 3, end) === '.ts') stripped = `${stripped.slice(0, end - 3)}.js${stripped.slice(end)}`;
  }
  return stripped;
}

/**
 * Copies one workspace, its TypeScript as JavaScript.
 * @param {string} from @param {string} to folders
 */
export function emitWorkspace(from, to) {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const relative = path.slice(from.length + 1);
    if (!entry.isFile() || LEFT_OUT.test(relative)) continue;
    const target = join(to, relative);
    mkdirSync(dirname(target), { recursive: true });
    if (relative.endsWith('.ts')) writeFileSync(`${target.slice(0, -3)}.js`, emit(readFileSync(path, 'utf8')));
    else if (relative === 'package.json') writeFileSync(target, installedManifest(readFileSync(path, 'utf8')));
    else copyFileSync(path, target);
  }
}

/** The workspace's own package.json with its exports on the emitted files. */
function installedManifest(text) {
  return text.replaceAll('.ts"', '.js"');
}

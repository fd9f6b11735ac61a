/** YAML text -> checked recipe. Every refusal names file, line, column and field. */
import { readFile } from 'node:fs/promises';
import { isAbsolute, resolve, dirname } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { NodeError } from '../errors/node-error.ts';
import { explain, type Finding } from './findings.ts';
import { recipeSchema, type Recipe } from './schema.ts';

/** A recipe is a page of text; more is a mistake or an attack on the parser. */
const MAX_BYTES = 1 << 20;
const MAX_FINDINGS = 8;

/**
 * @param path names the file in errors
 * @throws NodeError `recipe-invalid` with params path, line, column (from 1), field and findings (how many)
 */
export function parseRecipe(text: string, path: string): Recipe {
  if (text.length > MAX_BYTES) throw invalid(path, [{ line: 1, column: 1, field: '', message: 'is over 1 MiB' }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw invalid(
      path,
      document.errors.map((error) => ({ ...position(lines, error.pos[0]), field: '', message: error.message })),
    );
  }
  const input = plainValue(document, path);
  if (input === null) throw invalid(path, [{ line: 1, column: 1, field: '', message: 'the recipe is empty' }]);
  const checked = recipeSchema.safeParse(input);
  if (checked.success) return checked.data;
  const findings = explain(checked.error.issues, input);
  throw invalid(
    path,
    findings.map((finding) => ({
      ...position(lines, offsetOf(document, finding)),
      field: [...finding.path, ...(finding.key === undefined ? [] : [finding.key])].map(String).join('.'),
      message: finding.message,
    })),
  );
}

/** @throws NodeError `recipe-not-found`, `recipe-invalid` */
export async function readRecipe(path: string): Promise<Recipe> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new NodeError('recipe-not-found', `the recipe ${path} cannot be read`, { cause, params: { path } });
  }
  return parseRecipe(text, path);
}

/** Where a party's rows are: relative to `dataDir` when given, else to the recipe's own folder. */
export function resolveDataPath(data: string, recipePath: string, dataDir?: string): string {
  return isAbsolute(data) ? data : resolve(dataDir ?? dirname(recipePath), data);
}

interface Located {
  readonly line: number;
  readonly column: number;
  readonly field: string;
  readonly message: string;
}

function invalid(path: string, found: readonly Located[]): NodeError {
  const sorted = found.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const shown = sorted
    .slice(0, MAX_FINDINGS)
    .map(
      ({ line, column, field, message }) => `${path}:${line}:${column} ${field === '' ? '' : `${field}: `}${message}`,
    );
  if (sorted.length > MAX_FINDINGS) shown.push(`and ${sorted.length - MAX_FINDINGS} more`);
  const { line, column, field } = sorted[0]!;
  return new NodeError('recipe-invalid', shown.join('\n'), {
    params: { path, line, column, field, findings: sorted.length },
  });
}

function plainValue(document: Document, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (cause) {
    // Only aliases can fail here: an unknown anchor, or a chain of them that would blow up.
    throw new NodeError('recipe-invalid', `${path}:1:1 ${(cause as Error).message}`, {
      cause,
      params: { path, line: 1, column: 1, field: '', findings: 1 },
    });
  }
}

function position(lines: LineCounter, offset: number): { readonly line: number; readonly column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Offset of the finding's value; of the key when that is wrong or has no value; of the group's key when it is missing. */
function offsetOf(document: Document, finding: Finding): number {
  let node: unknown = document.contents;
  let offset = 0;
  const steps = finding.key === undefined ? finding.path : [...finding.path, finding.key];
  for (const [depth, step] of steps.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      if (depth === steps.length - 1 && finding.key !== undefined) return offset;
      node = pair.value;
    } else node = document.getIn(steps.slice(0, depth + 1).map(String), true);
  }
  if (!isNode(node) || isMap(node) || (isScalar(node) && node.value === null)) return offset;
  return node.range?.[0] ?? offset;
}

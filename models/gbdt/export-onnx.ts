/**
 * A forest as an ONNX model: one TreeEnsembleRegressor (ai.onnx.ml, operator set 3), for `binary` with a Sigmoid behind it.
 *
 * Input `columns` is [rows x columns] of doubles and thresholds are doubles too (`nodes_values_as_tensor`, which is why it is
 * operator set 3), so a split is exactly x < edge: nothing is rounded on the way in, and no row flips. The sum comes out as
 * float32, so scores agree to about 1e-7 of their size. Splits on a category are chains of equality tests on bin codes
 * (`describeColumns`, which the file also carries as metadata `columns`) that share the branch they lead to.
 */
import { assembleForest, describeColumns, type ExportedForest, type ExportedOwner } from './export-columns.ts';
import type { Forest, Tree } from './forest.ts';
import {
  DOUBLE,
  doublesAttribute,
  encodeOnnx,
  FLOAT,
  intAttribute,
  intsAttribute,
  matrixOf,
  textAttribute,
  textsAttribute,
  type OnnxNode,
} from './onnx-model.ts';

/**
 * @returns a file with outputs `score` [rows x 1], the raw score, and for `binary` `probability` [rows x 1].
 * @throws RangeError as `assembleForest` does.
 */
export function exportOnnx(forest: Forest, owners: ReadonlyMap<string, ExportedOwner>): Uint8Array {
  const assembled = assembleForest(forest, owners);
  const binary = forest.objective === 'binary';
  const sigmoid: OnnxNode = {
    opType: 'Sigmoid',
    domain: '',
    name: 'sigmoid',
    input: ['score'],
    output: ['probability'],
    attribute: [],
  };
  return encodeOnnx({
    irVersion: 8,
    producerName: 'coscore',
    opsetImport: [
      { domain: '', version: 15 },
      { domain: 'ai.onnx.ml', version: 3 },
    ],
    metadataProps: [{ key: 'columns', value: JSON.stringify(describeColumns(assembled.columns)) }],
    graph: {
      name: 'forest',
      node: [ensemble(forest, assembled), ...(binary ? [sigmoid] : [])],
      input: [matrixOf('columns', DOUBLE, assembled.columns.length)],
      output: [matrixOf('score', FLOAT, 1), ...(binary ? [matrixOf('probability', FLOAT, 1)] : [])],
    },
  });
}

/** One node of the ensemble; [tree] and [node] address it. */
interface Row {
  readonly node: number;
  readonly mode: 'BRANCH_LT' | 'BRANCH_EQ' | 'LEAF';
  readonly feature: number;
  readonly value: number;
  /** Node to go to where the test holds; 0 at a leaf. */
  readonly yes: number;
  readonly no: number;
  readonly missingIsYes: boolean;
  readonly hitrate: number;
}

function ensemble({ trees, baseScore }: Forest, assembled: ExportedForest): OnnxNode {
  // An ensemble without trees is refused by readers: one leaf that adds nothing stands for it.
  const held: readonly Tree[] =
    trees.length > 0 ? trees : [{ nodes: [{ kind: 'leaf', value: 0, rows: 0, hessian: 0 }] }];
  const rows = held.map((tree) => rowsOf(tree, assembled));
  const all = rows.flat();
  const leaves = held.flatMap(({ nodes }, tree) =>
    nodes.flatMap((node, i) => (node.kind === 'leaf' ? [{ tree, node: i, value: node.value }] : [])),
  );
  return {
    opType: 'TreeEnsembleRegressor',
    domain: 'ai.onnx.ml',
    name: 'trees',
    input: ['columns'],
    output: ['score'],
    attribute: [
      intAttribute('n_targets', 1),
      textAttribute('aggregate_function', 'SUM'),
      textAttribute('post_transform', 'NONE'),
      doublesAttribute('base_values_as_tensor', [baseScore]),
      intsAttribute(
        'nodes_treeids',
        rows.flatMap((of, tree) => of.map(() => tree)),
      ),
      intsAttribute(
        'nodes_nodeids',
        all.map(({ node }) => node),
      ),
      intsAttribute(
        'nodes_featureids',
        all.map(({ feature }) => feature),
      ),
      doublesAttribute(
        'nodes_values_as_tensor',
        all.map(({ value }) => value),
      ),
      doublesAttribute(
        'nodes_hitrates_as_tensor',
        all.map(({ hitrate }) => hitrate),
      ),
      textsAttribute(
        'nodes_modes',
        all.map(({ mode }) => mode),
      ),
      intsAttribute(
        'nodes_truenodeids',
        all.map(({ yes }) => yes),
      ),
      intsAttribute(
        'nodes_falsenodeids',
        all.map(({ no }) => no),
      ),
      intsAttribute(
        'nodes_missing_value_tracks_true',
        all.map(({ missingIsYes }) => (missingIsYes ? 1 : 0)),
      ),
      intsAttribute(
        'target_treeids',
        leaves.map(({ tree }) => tree),
      ),
      intsAttribute(
        'target_nodeids',
        leaves.map(({ node }) => node),
      ),
      intsAttribute(
        'target_ids',
        leaves.map(() => 0),
      ),
      doublesAttribute(
        'target_weights_as_tensor',
        leaves.map(({ value }) => value),
      ),
    ],
  };
}

/** Nodes keep their numbers; the further links of an equality chain are numbered after them. */
function rowsOf({ nodes }: Tree, { testOf }: ExportedForest): Row[] {
  const rows: Row[] = [];
  let next = nodes.length;
  nodes.forEach((node, id) => {
    const hitrate = node.rows;
    if (node.kind === 'leaf') {
      rows.push({ node: id, mode: 'LEAF', feature: 0, value: 0, yes: 0, no: 0, missingIsYes: false, hitrate });
      return;
    }
    const test = testOf(node);
    const feature = test.column;
    switch (test.kind) {
      case 'below':
        rows.push({
          ...{ node: id, mode: 'BRANCH_LT', feature, value: finite(test.threshold), yes: node.left, no: node.right },
          ...{ missingIsYes: test.missingLeft, hitrate },
        });
        break;
      case 'member': {
        const [yes, no] = test.membersLeft ? [node.left, node.right] : [node.right, node.left];
        // A split that sends nothing to one side cannot come from training; a code that no value has keeps it a split.
        const codes = test.codes.length > 0 ? test.codes : [-1];
        codes.forEach((value, i) => {
          const last = i === codes.length - 1;
          const link = i === 0 ? id : next++;
          const on = last ? no : next;
          rows.push({ node: link, mode: 'BRANCH_EQ', feature, value, yes, no: on, missingIsYes: false, hitrate });
        });
        break;
      }
    }
  });
  return rows;
}

/** Infinite edges (only missing values part from the rest) as finite ones: data holds no infinite number. */
const finite = (threshold: number): number => Math.min(Math.max(threshold, -Number.MAX_VALUE), Number.MAX_VALUE);

/** A thread that sums some of a party's columns for `threadedSource`. */
import { parentPort, workerData } from 'node:worker_threads';
import { ColumnBlock } from './column-block.ts';
import type { FeatureSums, OwnedSplit, TreeFeature, TreeStep } from './histogram-source.ts';
import { joinBins } from './join-bins.ts';

export interface ColumnWorkerData {
  readonly features: readonly TreeFeature[];
  readonly codes: readonly Uint16Array[];
  readonly rows: number;
  readonly floor: number | undefined;
  /** [rows] shared: written by the main thread before it asks. */
  readonly g: Int32Array;
  readonly h: Uint32Array;
  readonly active: Uint8Array;
  /** [ceil(rows / 8)] shared. */
  readonly right: Uint8Array;
}

export type ColumnRequest =
  | { readonly kind: 'start'; readonly wanted: readonly number[]; readonly sampled: boolean }
  | { readonly kind: 'route'; readonly own: readonly OwnedSplit[] }
  | { readonly kind: 'refine'; readonly step: TreeStep };

export type ColumnReply =
  | { readonly kind: 'sums'; readonly sums: readonly FeatureSums[] }
  | { readonly kind: 'bits'; readonly bits: Uint8Array };

const port = parentPort;
if (port === null) throw new Error('column-worker.ts is started by threaded-source.ts');
const data = workerData as ColumnWorkerData;
const { features, codes, rows, floor } = data;
const block = new ColumnBlock({
  features,
  codes,
  rows,
  joinBins: floor === undefined ? undefined : joinBins(floor),
});

port.on('message', (request: ColumnRequest) => port.postMessage(answer(request)));

function answer(request: ColumnRequest): ColumnReply {
  switch (request.kind) {
    case 'start':
      return { kind: 'sums', sums: block.startTree(data, request.wanted, request.sampled ? data.active : undefined) };
    case 'route':
      return { kind: 'bits', bits: block.route(request.own) };
    case 'refine':
      return { kind: 'sums', sums: block.refine(request.step, data.right) };
  }
}

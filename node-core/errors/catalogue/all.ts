/** All texts together, checked against the unions of codes. */
import { dataTexts } from './data.ts';
import { entry, type CatalogueEntry, type Texts } from './entry.ts';
import { modelTexts } from './model.ts';
import { nodeTexts } from './node.ts';
import { protocolTexts } from './protocol.ts';
import { trustTexts } from './trust.ts';
import type { NodeErrorCode } from '../node-error.ts';

const unexpectedTexts: Readonly<Record<'unexpected', Texts>> = {
  unexpected: [
    'unexpected',
    [
      'Something happened that Coscore has no name for',
      'This is a defect. Please report it with the log of the node; logs hold no data values.',
    ],
    ['发生了 Coscore 未定义的情况', '这是程序缺陷。请附上节点日志反馈；日志不含数据取值。'],
  ],
};

/** A missing code fails to compile. */
const allNodeTexts: Readonly<Record<NodeErrorCode, Texts>> = { ...trustTexts, ...nodeTexts };

const texts = { ...unexpectedTexts, ...dataTexts, ...allNodeTexts, ...protocolTexts, ...modelTexts };

/** In order of code. */
export const catalogue: ReadonlyMap<string, CatalogueEntry> = new Map(
  Object.entries<Texts>(texts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, written]) => [code, entry(code, written)]),
);

export const unexpected: CatalogueEntry = entry('unexpected', unexpectedTexts.unexpected);

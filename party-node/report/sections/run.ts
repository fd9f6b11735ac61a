/** Where the time went, and who sent how much to whom. */
import type { ReportBase, ReportLink, ReportStage } from '@coscore/models/evaluate/report.ts';
import { partyColour } from '../charts/option.ts';
import { partiesOf, sum } from '../derive.ts';
import { bytes, count, seconds } from '../format.ts';
import { cleanText, type Html, html } from '../markup.ts';
import { t } from '../texts.ts';
import { bar, section, stageName, table } from './parts.ts';

export function runSection(report: ReportBase): Html {
  return section(
    'run',
    'sectionRun',
    html`<div class="pair">
        <div>
          <h3>${t('stagesTitle')}</h3>
          ${stagesTable(report)}
        </div>
        <figure>
          <h3>${t('trafficTitle')}</h3>
          ${trafficDiagram(report)}
        </figure>
      </div>
      ${trafficTable(report)}`,
  );
}

function stagesTable({ stages, attempts = 1 }: ReportBase): Html {
  const longest = Math.max(...stages.map((stage) => stage.seconds), 1e-9);
  const total = sum(stages, (stage) => stage.seconds);
  return table(
    [
      { head: 'colStage', text: true, cell: (stage) => stageName(stage.name) },
      // Only where a job was broken off and went on: which attempt finished the stage.
      ...(attempts > 1
        ? [{ head: 'colAttempt' as const, cell: (stage: ReportStage) => String(stage.attempt ?? attempts) }]
        : []),
      {
        head: 'colTime',
        cell: (stage) => html`${bar(stage.seconds / longest)} <span class="sized">${seconds(stage.seconds)}</span>`,
      },
    ],
    stages,
    {
      foot: html`<tr>
        <th scope="row" class="text" colspan="${attempts > 1 ? 2 : 1}">${t('total')}</th>
        <td class="number"><b>${seconds(total)}</b></td>
      </tr>`,
    },
  );
}

function trafficTable({ links }: ReportBase): Html {
  const most = Math.max(...links.map((link) => link.bytes), 1);
  return table(
    [
      { head: 'colFrom', text: true, cell: (link) => link.from },
      {
        head: 'colTo',
        text: true,
        cell: (link) => (link.direct === true ? html`${link.to} (${t('linkDirect')})` : link.to),
      },
      {
        head: 'colVolume',
        cell: (link) => html`${bar(link.bytes / most)} <span class="sized">${bytes(link.bytes)}</span>`,
      },
      { head: 'colMessages', cell: (link) => count(link.messages) },
    ],
    links,
    {
      foot: html`<tr>
        <th scope="row" class="text" colspan="2">${t('total')}</th>
        <td class="number"><b>${bytes(sum(links, (link) => link.bytes))}</b></td>
        <td class="number">${count(sum(links, (link) => link.messages))}</td>
      </tr>`,
    },
  );
}

const WIDTH = 460;
const HEIGHT = 300;

/**
 * Participants on an ellipse, one line a pair, as wide as the logarithm of the bytes both ways. Figures stand off the
 * middle, where lines cross.
 */
function trafficDiagram(report: ReportBase): Html {
  const order = partiesOf(report);
  const names = [...new Set([...order, ...report.links.flatMap((link) => [link.from, link.to])])];
  const place = (i: number): { x: number; y: number } => {
    const angle = (2 * Math.PI * i) / names.length - Math.PI / 2;
    return { x: WIDTH / 2 + (WIDTH / 2 - 78) * Math.cos(angle), y: HEIGHT / 2 + (HEIGHT / 2 - 34) * Math.sin(angle) };
  };
  const lines = [...pairs(report.links)].map(([key, volume]) => {
    const [from = '', to = ''] = JSON.parse(key) as string[];
    return { a: place(names.indexOf(from)), b: place(names.indexOf(to)), volume };
  });
  return html`<svg class="diagram" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">
    ${lines.map(({ a, b, volume }) => html`<line x1="${a.x.toFixed(1)}" y1="${a.y.toFixed(1)}" x2="${b.x.toFixed(1)}" y2="${b.y.toFixed(1)}" stroke="#9fb2c4" stroke-width="${lineWidth(volume)}" />`)}
    ${lines.map(({ a, b, volume }) => label(a.x + 0.4 * (b.x - a.x), a.y + 0.4 * (b.y - a.y), volume))}
    ${names.map((name, i) => node(name, place(i), order.indexOf(name)))}
  </svg>`;
}

/** Bytes both ways of each pair that exchanged any. */
function pairs(links: readonly ReportLink[]): Map<string, number> {
  const volumes = new Map<string, number>();
  for (const { from, to, bytes: volume } of links) {
    const key = JSON.stringify([from, to].sort());
    volumes.set(key, (volumes.get(key) ?? 0) + volume);
  }
  return volumes;
}

function lineWidth(volume: number): string {
  return Math.max(1, Math.min(10, 2 * (Math.log10(volume + 1) - 3))).toFixed(1);
}

function label(x: number, y: number, volume: number): Html {
  return html`<g
    ><rect
      x="${(x - 34).toFixed(1)}"
      y="${(y - 10).toFixed(1)}"
      width="68"
      height="20"
      rx="3"
      fill="#fff"
      opacity="0.9"
    /><text x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}" text-anchor="middle" font-size="12" fill="#1b2733"
      >${bytes(volume)}</text
    ></g
  >`;
}

function node(name: string, { x, y }: { x: number; y: number }, index: number): Html {
  const fill = index < 0 ? '#5b6875' : partyColour(index);
  const characters = [...cleanText(name)];
  const text = characters.length > 16 ? `${characters.slice(0, 15).join('')}…` : characters.join('');
  return html`<g
    ><rect x="${(x - 66).toFixed(1)}" y="${(y - 17).toFixed(1)}" width="132" height="34" rx="6" fill="${fill}" /><text
      x="${x.toFixed(1)}"
      y="${(y + 5).toFixed(1)}"
      text-anchor="middle"
      font-size="13"
      font-weight="600"
      fill="#fff"
      >${text}</text
    ></g
  >`;
}

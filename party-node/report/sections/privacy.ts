/** The table of what each party learned. */
import type { Learned, ReportBase } from '@coscore/models/evaluate/report.ts';
import { type Html, html, type HtmlValue } from '../markup.ts';
import { both, t, type TextKey } from '../texts.ts';
import { partyTag, section, stageName } from './parts.ts';

export function privacySection(report: ReportBase): Html {
  const parties = [...new Set(report.learned.map((line) => line.party))];
  return section(
    'learned',
    'sectionPrivacy',
    html`<p>${t('privacyNote')}</p>
      <div class="scroll">
        <table class="grouped learned">
          <thead>
            <tr>
              <th scope="col" class="text">${t('colParty')}</th>
              <th scope="col" class="text">${t('colStage')}</th>
              <th scope="col" class="text">${t('colLearned')}</th>
            </tr>
          </thead>
          ${parties.map((party) =>
            partyRows(
              report,
              party,
              report.learned.filter((line) => line.party === party),
            ),
          )}
        </table>
      </div>
      <p class="note">${t('assumption')}</p>`,
  );
}

function partyRows(report: ReportBase, party: string, lines: readonly Learned[]): Html {
  const head = html`<th scope="rowgroup" class="text" rowspan="${lines.length}">
    ${partyTag(report, party)}<br />${role(report, party)}
  </th>`;
  return html`<tbody>
    ${lines.map(
      (line, i) =>
        html`<tr>
          ${i === 0 ? head : undefined}
          <td class="text stage">${stageName(line.stage)}</td>
          <td class="text wide">${both({ en: '{text}', zh: '{text}' }, { text: line })}</td>
        </tr> `,
    )}
  </tbody> `;
}

function role(report: ReportBase, party: string): HtmlValue {
  return html`<span class="soft">${t(roleKey(report, party))}</span>`;
}

export function roleKey(report: ReportBase, party: string): TextKey {
  const known = report.parties[party]?.role;
  if (known !== undefined) return known === 'label' ? 'roleLabel' : 'roleFeature';
  if (party !== report.helper) return 'roleCoordinator';
  // Only the coordinator keeps the record of the traffic.
  const coordinates = report.learned.some((line) => line.party === party && line.what === 'job.traffic');
  return coordinates ? 'roleCoordinatorHelper' : 'roleHelper';
}

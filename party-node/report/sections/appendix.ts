/** What went in: data sets, recipe, and the model's record. */
import type { ReportBase } from '@coscore/models/evaluate/report.ts';
import { partiesOf } from '../derive.ts';
import { count } from '../format.ts';
import { type Html, html } from '../markup.ts';
import { t } from '../texts.ts';
import { partyTag, section, table } from './parts.ts';
import { roleKey } from './privacy.ts';

export function appendixSection(report: ReportBase): Html {
  return section(
    'appendix',
    'sectionAppendix',
    html`<h3>${t('dataTitle')}</h3>
      ${table(
        [
          { head: 'colParty', text: true, cell: (party) => partyTag(report, party) },
          { head: 'colRole', text: true, cell: (party) => t(roleKey(report, party)) },
          { head: 'colRows', cell: (party) => count(report.parties[party]?.rows ?? Number.NaN) },
          { head: 'colOffered', cell: (party) => count(report.parties[party]?.features ?? Number.NaN) },
          { head: 'colSelected', cell: (party) => count(report.parties[party]?.selected ?? Number.NaN) },
        ],
        partiesOf(report),
      )}
      <h3>${t('recipeTitle')}</h3>
      <pre>${JSON.stringify(report.recipe, null, 2) ?? '—'}</pre>
      <h3>${t('modelTitle')}</h3>
      <dl class="facts stacked">
        <div>
          <dt>${t('modelId')}</dt>
          <dd><code>${report.model.id}</code></dd>
        </div>
        <div>
          <dt>${t('digest')}</dt>
          <dd><code>${report.model.digest}</code></dd>
        </div>
      </dl>`,
  );
}

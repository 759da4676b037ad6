/** Asks one report and gives its answer what every answer has: what it is about, warnings, the stamp. */
import type { Input } from '../../../schema/contract.ts'
import type { SourceId } from '../../../schema/ids.ts'
import type { ReportQuery } from '../../../schema/report-query.ts'
import type { ReportNote, ReportStamp, ReportTable } from '../../../schema/report-table.ts'
import type { Reader } from '../db.ts'
import { now } from '../fresh.ts'
import { agreement } from './agreement/agreement.ts'
import { codeByQuestion } from './code-by-question.ts'
import { codeBySource } from './code-by-source.ts'
import { codeFrequency } from './code-frequency.ts'
import { codeByAttribute } from './code-by-attribute.ts'
import { cooccurrence } from './cooccurrence.ts'
import { coverage } from './coverage.ts'
import { facetTable } from './facet-table.ts'
import { similarity } from './similarity.ts'
import { timeline } from './timeline.ts'
import { neverUsed } from './never-used.ts'
import { words } from './words.ts'
import { keyness } from './keyness.ts'
import { kwic } from './kwic.ts'
import { collocations } from './collocations.ts'
import { countParked } from './coding-filter.ts'
import type { Asking, Draft } from './draft.ts'
import { fingerprintOf } from './fingerprint.ts'
import { namesIn } from '../services/report-names.ts'
import { selectionOf, type Selection } from './selection.ts'
import { studyOf, type Study } from './study.ts'

const nothingClosed: ReadonlySet<SourceId> = new Set()

/**
 * An answer about words takes no longer than its arithmetic and `patience`, in milliseconds. `closed`: documents
 * that are not even compared with, when the answer leaves the archive.
 */
export function runReport(
  db: Reader,
  { report, page }: Input<'report.run'>,
  patience = 120,
  closed: ReadonlySet<SourceId> = nothingClosed,
): ReportTable {
  const study = studyOf(db)
  const selection = selectionOf(db, study, report.filter)
  const {
    columnsOf,
    rowsOf,
    notes,
    alone = [],
    ...draft
  } = drafted({
    db,
    study,
    selection,
    query: report,
    page,
    patience,
    closed,
  })
  return {
    query: report,
    ...draft,
    alone,
    shown: { rows: { from: page.rows.from, of: rowsOf }, columns: { from: page.columns.from, of: columnsOf } },
    notes: [...notesOn(db, report, study, selection), ...notes],
    stamp: stampOf(db, report, study),
  }
}

function drafted<Query extends ReportQuery>({ query, ...asking }: Asking<Query>): Draft {
  switch (query.name) {
    case 'code-frequency':
      return codeFrequency({ ...asking, query })
    case 'code-by-source':
      return codeBySource({ ...asking, query })
    case 'code-by-attribute':
      return codeByAttribute({ ...asking, query })
    case 'cooccurrence':
      return cooccurrence({ ...asking, query })
    case 'coverage':
      return coverage({ ...asking, query })
    case 'facets':
      return facetTable({ ...asking, query })
    case 'similarity':
      return similarity({ ...asking, query })
    case 'timeline':
      return timeline({ ...asking, query })
    case 'words':
      return words({ ...asking, query })
    case 'keyness':
      return keyness({ ...asking, query })
    case 'kwic':
      return kwic({ ...asking, query })
    case 'collocations':
      return collocations({ ...asking, query })
    case 'never-used':
      return neverUsed({ ...asking, query })
    case 'agreement':
      return agreement({ ...asking, query })
    case 'code-by-question':
      return codeByQuestion({ ...asking, query })
  }
}

export function stampOf(db: Reader, query: ReportQuery, study: Study): ReportStamp {
  return {
    query,
    names: namesIn(db, query),
    at: now(),
    fingerprint: fingerprintOf(db),
    counts: {
      sources: study.sources.length,
      codes: study.codes.length,
      passages: study.passages.ids.length,
      codings: study.codings.passage.length,
    },
  }
}

/** What every report about codings says of itself. */
function notesOn(
  db: Reader,
  { filter, name: report }: ReportQuery,
  study: Study,
  { codings, sources }: Selection,
): readonly ReportNote[] {
  const coders = new Set<number>()
  const regions = new Set<number>()
  for (const n of codings) {
    coders.add(study.codings.coder[n] ?? -1)
    const passage = study.codings.passage[n] ?? 0
    if ((study.passages.start[passage] ?? -1) < 0) regions.add(passage)
  }
  const parked = countParked(db, filter)
  return [
    {
      kind: 'about',
      sources: sources.length,
      codings: codings.length,
      coders: study.coders.flatMap(({ name }, n) => (coders.has(n) ? [name] : [])),
    },
    ...(Object.values(filter).some((field) => field !== undefined) ? [{ kind: 'filtered', filter } as const] : []),
    ...(coders.size > 1 && report !== 'agreement' ? [{ kind: 'several-coders', coders: coders.size } as const] : []),
    ...(parked > 0 ? [{ kind: 'parked', passages: parked } as const] : []),
    ...(regions.size > 0 ? [{ kind: 'regions', passages: regions.size } as const] : []),
  ]
}

/** What is remembered of a union: counts, names and clashes, and no words of the field. */
import type { BriefReport, Clash, ImportReport, PlannedDocument } from '../../../../schema/interchange.ts'
import { ArchiveError } from '../../../../schema/error.ts'
import type { ImportReportId } from '../../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../../db.ts'
import { newId, now } from '../../fresh.ts'
import { grouped } from '../losses.ts'
import { pathsOf } from './match-codes.ts'
import type { Union } from './union.ts'
import type { Uniting } from './unite.ts'

const mostClashes = 500
export interface Ending {
  readonly isCancelled: boolean
  readonly hasWritten: boolean
}
type Facts = Omit<ImportReport, 'id' | 'at' | 'coder' | 'fileName' | 'origin' | 'name'>

/** A union that changed nothing leaves no report. */
export function writeReport(
  db: Writer,
  union: Union,
  { kind, fileName, project, isCancelled, hasWritten }: Uniting & Ending,
): ImportReport {
  const paths = pathsOf(project.codes)
  const facts: Facts = {
    kind,
    isCancelled,
    counts: union.counts,
    documents: [...union.documents.values()].map(({ prepared, id: source, short, isNew, texts, landed }) => ({
      title: prepared.document.title,
      becomes: (isNew
        ? { kind: 'new', short }
        : { kind: texts.areSame ? 'same' : 'other-text', source, short }) as PlannedDocument['becomes'],
      remark: prepared.remark,
      ...landed,
    })),
    newCodes: project.codes.flatMap(({ ref }) =>
      union.codes.get(ref)?.isNew ? [(paths.get(ref) ?? []).join(' / ')] : [],
    ),
    newCoders: [...new Set([...union.coders.values()].filter(({ isNew }) => isNew).map(({ name }) => name))],
    clashes: union.clashes.slice(0, mostClashes).map(withoutWords),
    clashesInAll: union.clashes.length,
    losses: grouped(union.losses),
  }
  const report: ImportReport = {
    id: newId<ImportReportId>(),
    at: now(),
    coder: union.acting,
    fileName,
    origin: project.origin,
    name: project.name,
    ...facts,
  }
  if (hasWritten)
    db.run(sql`
      INSERT INTO import_report (id, at, coder, file, origin, project, facts)
      VALUES (${report.id}, ${report.at}, ${report.coder}, ${fileName}, ${report.origin}, ${report.name}, ${JSON.stringify(facts)})`)
  return report
}

const wordy: ReadonlySet<Clash['kind']> = new Set([
  'code-wording',
  'document-title',
  'value',
  'value-refused',
  'saved-query',
  'round-questions',
  'review-answer',
])
/** A value, a definition or a question may be anybody's words; that two differ is what is remembered. */
const withoutWords = (clash: Clash): Clash => (wordy.has(clash.kind) ? { ...clash, stays: '', leaves: '' } : clash)

interface Row extends BriefReport {
  readonly facts: string
}
export function listReports(db: Reader): readonly BriefReport[] {
  return db.all<BriefReport>(
    sql`SELECT id, at, coder, file AS fileName, origin, project AS name FROM import_report ORDER BY at DESC, rowid DESC`,
  )
}

export function reportOf(db: Reader, id: ImportReportId): ImportReport {
  const row = db.get<Row>(
    sql`SELECT id, at, coder, file AS fileName, origin, project AS name, facts FROM import_report WHERE id = ${id}`,
  )
  if (!row) throw new ArchiveError({ kind: 'no-such-report', report: id })
  const { facts, ...brief } = row
  return { ...brief, ...(JSON.parse(facts) as Facts) }
}

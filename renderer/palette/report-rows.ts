/** The reports, by their names and the questions that they answer: asked from wherever one is. */
import { reportWords } from '../../schema/report-words.ts'
import { catalogue } from '../reports/catalogue.ts'
import { showReport } from '../reports/report-wish.ts'
import type { Words } from '../words/shape.ts'
import { inBoth, type Row } from './rows.ts'

export function reportRows(words: Words): readonly Row[] {
  return catalogue.flatMap(({ reports }) =>
    reports.map((name): Row => {
      const say = ({ say: { locale } }: Words) => {
        const report = reportWords(locale === 'ru-RU' ? 'ru' : 'en').reports[name]
        return `${report.name}: ${report.question}`
      }
      return {
        key: `report-${name}`,
        label: say(words),
        also: inBoth(say),
        kind: words.views.reports,
        hint: '',
        why: null,
        do: () => showReport(name),
      }
    }),
  )
}

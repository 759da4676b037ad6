import type { SourceKind } from '../../../schema/source.ts'

/** A first guess that the review list shows and the researcher corrects. */
export function kindOf(facts: {
  readonly name: string
  readonly turns: number
  readonly pages: number
  readonly characters: number
}): SourceKind {
  if (facts.turns >= 2) return 'transcript'
  const name = facts.name.toLowerCase()
  const isAbout = (...words: readonly string[]) => words.some((word) => name.includes(word))
  if (isAbout('interview', 'transcript', 'интервью', 'расшифровк')) return 'transcript'
  if (isAbout('fieldnote', 'field note', 'field-note', 'notes', 'diary', 'дневник', 'заметки')) return 'fieldnote'
  if (isAbout('law', 'code', 'convention', 'закон', 'кодекс', 'статья')) return 'law'
  if (isAbout('pamphlet', 'leaflet', 'brochure', 'flyer', 'card', 'памятка', 'листовка', 'буклет', 'брошюра'))
    return 'pamphlet'
  if (isAbout('report', 'study', 'annual', 'отчёт', 'отчет', 'доклад')) return 'report'
  if (facts.pages > 0) return facts.pages <= 4 ? 'pamphlet' : 'report'
  return facts.characters > 20_000 ? 'report' : 'other'
}

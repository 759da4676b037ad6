/** A study in which a name stands wherever a person can write: whatever leaves of it must hold none of its forms. */
import { offeredForms } from '../../electron/archive/names/offered-forms.ts'
import type { LeavingTerms } from '../../electron/archive/export/departure.ts'
import type { QuotationLevel, SourceKind } from '../../schema/source.ts'
import type { SourceId } from '../../schema/ids.ts'
import { anIntake, bringIn, offer } from './importing.ts'
import { choose } from './reviewed-study.ts'

/** A woman with a Russian name, and a town whose name is two words, neither of which says anything alone. */
export const person = 'Зинаида Хмелёва'
export const town = 'Dovrinsk Gora'
const entries = [
  { id: 'n-1', pseudonym: 'adviser 2', forms: offeredForms('person', person, 'female') },
  { id: 'n-2', pseudonym: 'a town', forms: offeredForms('place', town, '') },
]
export const named: LeavingTerms = { smallGroups: 'accept', names: { entries, refused: [], refusedForms: [] } }

/** Half a name is one too; of the town its first word, which nothing else has. */
const sought = [
  ...new Set(
    [...entries.flatMap(({ forms }) => forms), 'elyova', 'Dovrinsk', 'Довринск'].map((form) =>
      form.toLowerCase().replaceAll('ё', 'е'),
    ),
  ),
]

/** Forms of the names that occur, letters big or small, with some of what stands around them. */
export function namesIn(said: string): readonly string[] {
  const lower = said.toLowerCase().replaceAll('ё', 'е')
  return sought.flatMap((form) => {
    const at = lower.indexOf(form)
    return at === -1 ? [] : [`${form}: ${said.slice(Math.max(0, at - 30), at + form.length + 15)}`]
  })
}

const talk = `INTERVIEWER: Who pays in Dovrinsk Gora, Zinaida?
KHMELYOVA: In Dovrinsk Gora the town pays, says Khmelyova; Khmelyova's house waits.
INTERVIEWER: А дальше?
KHMELYOVA: У Зинаиды Хмелёвой нет списка в Dovrinsk
Gora, and Хмелёва ждёт.
`
const translated = 'INTERVIEWER: А дальше?\nXМ: Зинаида Хмелёва ждёт в Dovrinsk Gora.\n'
const leaflet = 'Ask Khmelyova in Dovrinsk Gora.\nZinaida knows.\n'

export async function aStudyFullOfNames() {
  const intake = anIntake()
  const { archive, ada } = intake
  const sources = (await bringIn(intake, [
    offer(`${person}, first talk.txt`, talk),
    offer('Khmelyova translated.txt', translated),
    offer('Leaflet of Khmelyova.txt', leaflet),
  ])) as [SourceId, SourceId, SourceId]
  const [first, second, third] = sources
  const described = [
    [first, 'Khmelyova', 'O', 'transcript'],
    [second, 'Zinaida-2', 'N', 'transcript'],
    [third, 'Khmelyova-3', 'N', 'pamphlet'],
  ] as const satisfies readonly (readonly [SourceId, string, QuotationLevel, SourceKind])[]
  for (const [source, short, quotationLevel, kind] of described)
    archive.run('source.update', ada, {
      source,
      short,
      quotationLevel,
      kind,
      title: `Talk with ${person} in ${town}`,
      place: town,
      citation: `Khmelyova, Z. (2009). ${town}.`,
      collectedOn: '2009-07-14',
    })
  const coder = archive.run('coder.create', '', { name: 'Zinaida Khmelyova' }).id
  archive.run('project.update', ada, { name: `The study of Khmelyova`, question: `What of ${town}?` })
  const words = {
    definition: `As ${person} says.`,
    include: `All of ${town}.`,
    exclude: 'Not what Zinaida says.',
    example: 'Khmelyova: “it pays”.',
  }
  const code = archive.run('code.create', ada, {
    parent: null,
    name: 'What Khmelyova asks',
    shortcut: '4',
    ...words,
  }).id
  const below = archive.run('code.create', ada, { parent: code, name: `In ${town}`, shortcut: '4a', ...words }).id
  archive.run('code.update', ada, { code: below, definition: 'Зинаиде сказали.' })
  archive.run('codeSet.create', ada, { name: `Of Khmelyova`, codes: [code, below] })
  archive.run('guide.takeFamilies', ada, {})
  archive.run('guide.create', ada, { name: `Does Khmelyova pay in ${town}?` })
  const question = archive.run('guide.list', ada, {})[0]!
  archive.run('guide.addWording', ada, { question: question.id, words: 'Who pays, Zinaida?' })
  archive.run('guide.overrule', ada, {
    source: first,
    question: question.id,
    verdict: 'declined',
    note: 'Хмелёва knows.',
  })
  const mark = (source: SourceId, text: string, stretch: string, as = code, by = ada) => {
    const start = text.indexOf(stretch)
    const passage = archive.run('coding.create', by, { source, start, end: start + stretch.length, code: as })
    archive.run('memo.create', by, { about: { kind: 'passage', id: passage.id }, text: `${person} of ${town}.` })
    return passage
  }
  mark(first, talk, 'the town pays, says Khmelyova')
  // Borders within names: of a word, and of a name of two words.
  mark(first, talk, 'Gora the town pays', below, coder)
  mark(first, talk, 'elyova; Khmel', below)
  mark(first, talk, 'нет списка в Dovrinsk', below)
  mark(second, translated, 'ждёт в Dovrinsk', code, coder)
  mark(third, leaflet, 'Ask Khmelyova in Dovrinsk Gora.')
  mark(third, leaflet, 'Zinaida knows', below)
  const { id: link } = archive.run('translation.create', ada, { original: first, translation: second })
  archive.run('translation.pair', ada, { link, from: talk.indexOf('\nGora') + 1, to: translated.indexOf('XМ') })
  const about = [{ kind: 'project' }, { kind: 'source', id: first }, { kind: 'code', id: code }] as const
  for (const target of about) archive.run('memo.create', ada, { about: target, text: `${person} in ${town}` })
  const house = archive.run('case.create', ada, { name: `House of Khmelyova, ${town}`, sources: [third] })
  archive.run('memo.create', ada, { about: { kind: 'case', id: house.id }, text: 'Зинаида' })
  for (const owner of ['source', 'case'] as const) {
    const { id: column } = archive.run('attribute.create', ada, {
      owner,
      name: `Sister of Khmelyova (${owner})`,
      type: 'text',
      leavesFrom: 'T',
    })
    const owners = owner === 'case' ? [house.id] : sources
    archive.run('attribute.set', ada, {
      owner,
      extendLists: true,
      skipRefused: false,
      cells: owners.map((id) => ({ owner: id, column, value: `Зинаида of ${town}` })),
    })
  }
  archive.run('glossary.create', ada, { terms: ['adviser', 'Хмелёвой', town] })
  const round = archive.run(
    'review.create',
    ada,
    choose({ name: 'Khmelyova first', questions: `Does Zinaida sign in ${town}?` }),
  )
  const { items } = archive.run('review.items', ada, { round: round.id, filter: {}, offset: 0, limit: 10 })
  archive.run('review.note', ada, { item: items[0]!.id, note: `Is this ${person}’s own?` })
  archive.run('review.toQuestion', coder, { round: round.id, question: 0, answer: 'Хмелёва signs.' })
  archive.run('review.verdict', coder, {
    round: round.id,
    item: items[0]!.id,
    verdicts: { [items[0]!.codings[0]!.code]: 'disagree' },
    suggested: [],
    chosen: null,
    comment: `No: ${person} said so.`,
  })
  archive.run('review.say', coder, { item: items[0]!.id, text: `Ask ${person} again.` })
  const proposals = archive.run('review.ids', ada, { round: round.id, filter: { verdicts: ['disagree'] } }).proposals
  archive.run('review.decide', ada, {
    proposals: [...proposals],
    decision: 'keep',
    reason: 'Хмелёва agrees.',
    exclude: null,
  })
  return { ...intake, sources, round: round.id, house: house.id, code, below }
}

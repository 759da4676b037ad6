/** What an advisor gets holds no real name: not in what is quoted, around it, asked, defined, or in the file itself. */
import { expect, it } from 'vitest'
import { packFile, packMark } from '../../electron/archive/review/pack-file.ts'
import type { NameLayer } from '../../schema/names.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'
import { packIn } from '../support/review.ts'
import { choose } from '../support/reviewed-study.ts'
import { packFrom } from '../support/reviewing.ts'

const names: NameLayer = {
  entries: [
    {
      id: 'n-1',
      pseudonym: 'adviser 1',
      forms: ['Anna Ivanova', 'Anna', 'Ivanova', 'Анна Иванова', 'Анны Ивановой', 'Иванова', 'Ивановой'],
    },
    { id: 'n-2', pseudonym: 'a town', forms: ['Verkhnyaya', 'Верхняя', 'Верхней'] },
  ],
  refused: [],
  refusedForms: [],
}
const real = names.entries.flatMap(({ forms }) => forms)
const occursIn = (text: string) => real.filter((name) => text.toLowerCase().includes(name.toLowerCase()))

const interview = `INTERVIEWER: Who pays for the shelter in Verkhnyaya, Anna?
ANNA IVANOVA: Two embassies pay, in turns, and Ivanova signs.
INTERVIEWER: А дальше?
ANNA IVANOVA: В Верхней у Анны Ивановой нет списка.
INTERVIEWER: Since when?
ANNA IVANOVA: Since May. Nobody in Verkhnyaya asks us.
`

it('a pack holds none of the real names of the table, sealed or opened', async () => {
  const intake = anIntake()
  const { archive, ada, path } = intake
  const [source] = await bringIn(intake, [offer('R01 Anna Ivanova.txt', interview)])
  const terms = archive.run('code.create', ada, { name: 'What Anna signs', parent: null }).id
  archive.run('code.update', ada, { code: terms, definition: 'As in Verkhnyaya.', example: 'Ivanova: “in turns”.' })
  for (const words of ['Two embassies pay, in turns, and Ivanova signs.', 'у Анны Ивановой нет списка', 'Since May']) {
    const start = interview.indexOf(words)
    archive.run('coding.create', ada, { source: source!, start, end: start + words.length, code: terms })
  }
  const round = archive.run('review.create', ada, choose({ name: 'Verkhnyaya', questions: 'Does Anna sign?' }))
  const { items } = archive.run('review.items', ada, { round: round.id, filter: {}, offset: 0, limit: 10 })
  archive.run('review.note', ada, { item: items[0]!.id, note: 'Is this Anna Ivanova’s own money?' })
  const { pack } = await packFrom(path, round.id, { terms: { names } })
  const html = await packFile(pack, 'in turns', `<p>Review</p><i id="sealed">${packMark}</i>`)
  expect(occursIn(new TextDecoder('utf-8').decode(html).replaceAll(/[A-Za-z0-9+/=]{200,}/g, ''))).toEqual([])
  const opened = await packIn(html, 'in turns')
  expect(opened.excerpts.map(({ quote }) => quote)).toEqual([
    'Two embassies pay, in turns, and [adviser 1] signs.',
    'у [adviser 1] нет списка',
    'Since May',
  ])
  expect(occursIn(JSON.stringify(opened))).toEqual([])
})

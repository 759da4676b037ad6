/** What is in a pack: no name, no label of a transcript, nothing that must stay. */
import { describe, expect, it } from 'vitest'
import { reviewPack } from '../support/pack-shape.ts'
import { choose } from '../support/reviewed-study.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'
import { packFrom } from '../support/reviewing.ts'

const talk = [
  'Zinaida Khmelyova: Who pays for the house?',
  'Marta Osei: The city, a little.',
  'Zinaida Khmelyova: And since when?',
  'Marta Osei: Since May. Before that nobody did.',
  'Petr Lind: I was there in May.',
  'Marta Osei: He was.',
  'Zinaida Khmelyova: Did Olga Serova ask for anything?',
  'Marta Osei: She asked for our list.',
  'Petr Lind: She did.',
  'Vera Nowak: Goodbye.',
].join('\n')

async function aTalk() {
  const intake = anIntake()
  const { archive, ada } = intake
  const [source] = await bringIn(intake, [offer('R07.txt', `${talk}\n`)])
  for (const { label, id } of archive.run('source.text', ada, { source: source! }).speakers)
    archive.run('speaker.update', ada, { speaker: id, isInterviewer: label.startsWith('Zinaida') })
  const code = archive.run('code.create', ada, { parent: null, name: 'Money' }).id
  const mark = (words: string, to = words) => {
    const start = talk.indexOf(words)
    const end = talk.indexOf(to) + to.length
    return archive.run('coding.create', ada, { source: source!, start, end, code })
  }
  const ask = () => archive.run('review.create', ada, choose({ name: 'First' })).id
  return { ...intake, source: source!, code, mark, ask }
}

describe('a pack', () => {
  it('shows an excerpt in its turn with two turns either side, and numbers instead of who speaks', async () => {
    const { path, mark, ask, code } = await aTalk()
    mark('Before that nobody')
    const { pack } = await packFrom(path, ask())
    expect(pack.excerpts).toMatchObject([
      {
        document: 'R07',
        place: 'R07:4.2',
        speaker: 'Speaker 1',
        before: [
          { speaker: 'Speaker 1', text: 'The city, a little.' },
          { speaker: 'Interviewer', text: 'And since when?' },
        ],
        lead: 'Since May. ',
        quote: 'Before that nobody',
        tail: ' did.',
        after: [
          { speaker: 'Speaker 2', text: 'I was there in May.' },
          { speaker: 'Speaker 1', text: 'He was.' },
        ],
        codes: [code],
      },
    ])
    expect(reviewPack.safeParse(pack).success).toBe(true)
  })

  it('has no label of the transcript, in the middle of a quotation neither', async () => {
    const { path, mark, ask } = await aTalk()
    mark('Since May.', 'He was.')
    const { pack } = await packFrom(path, ask())
    expect(pack.excerpts[0]?.quote).toBe(
      'Since May. Before that nobody did.\nSpeaker 2: I was there in May.\nSpeaker 1: He was.',
    )
    expect(JSON.stringify(pack)).not.toMatch(/Zinaida|Khmelyova|Marta|Osei|Petr|Lind/)
  })

  it('has no name before a colon that was not known for a speaker’s', async () => {
    const { path, mark, ask } = await aTalk()
    mark('Petr Lind: She did.', 'Vera Nowak: Goodbye.')
    const { pack } = await packFrom(path, ask())
    expect(pack.excerpts[0]?.quote).toBe('Speaker 2: She did.\nSpeaker: Goodbye.')
  })

  it('has the names of the open name table replaced in words, questions and codebook', async () => {
    const { archive, ada, path, mark, code } = await aTalk()
    mark('She asked for our list.')
    archive.run('code.update', ada, { code, example: 'As Olga Serova did.' })
    const round = archive.run('review.create', ada, choose({ name: 'Serova', questions: 'Is Olga Serova meant?' })).id
    const names = {
      entries: [{ id: 'e1', pseudonym: 'adviser 2', forms: ['Olga Serova', 'Serova'] }],
      refused: [],
      refusedForms: [],
    }
    const { pack, departure } = await packFrom(path, round, { terms: { names } })
    expect(pack.excerpts[0]?.before.at(-1)?.text).toBe('Did [adviser 2] ask for anything?')
    expect(JSON.stringify(pack)).not.toContain('Serova')
    expect(departure.report().replaced).toBeGreaterThan(3)
  })

  it('has a gap where dangerous words stand around an excerpt', async () => {
    const { archive, ada, path, mark, ask } = await aTalk()
    mark('He was.')
    const { id } = mark('I was there in May.')
    const round = ask()
    archive.run('passage.update', ada, { passage: id, sensitivity: 4 })
    const { pack, withheld, departure } = await packFrom(path, round)
    expect(pack.excerpts.map(({ quote }) => quote)).toEqual(['He was.'])
    expect(pack.excerpts[0]?.before.at(-1)).toEqual({ speaker: 'Speaker 2', text: '[…]' })
    expect(withheld).toBe(1)
    expect(departure.report()).toMatchObject({ dangerous: 1, levels: { P: 1 } })
  })

  it('leaves without what was closed, edited or deleted since, and is refused where nothing may leave', async () => {
    const { archive, ada, path, source, mark, ask } = await aTalk()
    mark('The city, a little.')
    mark('He was.')
    const round = ask()
    archive.run('source.retext', ada, { source, text: `${talk.replace('The city', 'The town')}\n` })
    expect((await packFrom(path, round)).pack.excerpts.map(({ quote }) => quote)).toEqual(['He was.'])
    archive.run('source.update', ada, { source, quotationLevel: 'S' })
    const refused: unknown = await packFrom(path, round).catch((error: unknown) => error)
    expect(refused).toMatchObject({ fault: { kind: 'review-empty' } })
  })

  it('shows what is known of a document only as its level lets it, and asks where it fits few', async () => {
    const { archive, ada, path, source, mark, ask } = await aTalk()
    mark('He was.')
    const round = ask()
    const attribute = archive.run('attribute.create', ada, {
      owner: 'source',
      name: 'Actor',
      key: 'actor',
      type: 'text',
      leavesFrom: 'T',
    }).id
    archive.run('attribute.set', ada, {
      owner: 'source',
      cells: [{ owner: source, column: attribute, value: 'NGO' }],
      extendLists: false,
      skipRefused: false,
    })
    expect((await packFrom(path, round, { show: ['actor'] })).pack.excerpts[0]?.document).toBe('R07')
    archive.run('source.update', ada, { source, quotationLevel: 'T' })
    const asked: unknown = await packFrom(path, round, { show: ['actor'] }).catch((error: unknown) => error)
    expect(asked).toMatchObject({ fault: { kind: 'small-groups', total: 1 } })
    const accepted = await packFrom(path, round, { show: ['actor'], terms: { smallGroups: 'accept' } })
    expect(accepted.pack.excerpts[0]?.document).toBe('R07, NGO')
  })
})

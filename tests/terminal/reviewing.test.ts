/** A round of review in a terminal, from the question to the figures. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../support/archive.ts'
import { aReviewedStudy } from '../support/reviewed-study.ts'
import { packFrom, replyTo, sealed } from '../support/reviewing.ts'
import type { RoundId } from '../../schema/ids.ts'
import { answerOf, kartoteka, refusalOf } from '../support/terminal.ts'

describe('review in a terminal', () => {
  it('asks, makes a pack, takes a reply, decides, and prints the figures', async () => {
    const { archive, path, doors, terms } = await aReviewedStudy()
    archive.close()
    const folder = aFolder()
    const page = join(folder, 'round.html')
    writeFileSync(join(folder, 'key'), 'harbour lantern seven\n')
    const made = await answerOf('review', path, 'new', 'First', '--share', '100', '--by', 'kind', '--coder', 'Ada')
    expect(made.json).toMatchObject({ act: 'round', round: { name: 'First', items: 5, sent: [] } })
    const sent = await answerOf(
      ...(['review', 'pack', path, '--out', page, '--to', 'Prof. Lind', '--coder', 'Ada'] as const),
      '--pack-passphrase-file',
      join(folder, 'key'),
    )
    expect(sent.json).toMatchObject({
      rows: 5,
      withheld: 0,
      sent: { to: 'Prof. Lind' },
      gate: { levels: { P: 5 - 2 } },
    })
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/i)

    const { pack } = await packFrom(
      path,
      (made.json as unknown as { readonly round: { readonly round: RoundId } }).round.round,
    )
    const reply = join(folder, 'Lind.kartoteka-reply')
    const said = replyTo(pack, 'Lind', (_, at) =>
      at === 0 ? { verdicts: { [terms]: 'disagree' }, suggested: [doors] } : null,
    )
    writeFileSync(reply, await sealed(pack, said))
    const taken = await answerOf('review', path, 'reply', reply, '--coder', 'Ada')
    expect(taken.json).toMatchObject({ act: 'reply', advisor: 'Lind', answers: 1, isTaken: true, open: 2 })
    const decided = await answerOf(
      ...(['review', path, 'decide', 'accept', '--coder', 'Ada', '--reason', 'So it is.'] as const),
      ...(['--verdict', 'disagree', '--rule', 'Terms'] as const),
    )
    expect(decided.json).toEqual({ act: 'decide', decided: 1, superseded: 1, added: 0, outdated: 0 })
    expect((await answerOf('review', path, 'packages', '--source', 'R02')).json).toMatchObject({
      packages: [{ name: 'First', to: 'Prof. Lind', excerpts: 5, documents: ['R01', 'R02', 'P01'] }],
    })
    const figures = await kartoteka('review', path, 'summary')
    expect(figures.out).toContain('Lind: 1 answered; 0 agree, 1 disagree, 1 suggest')
    expect(figures.out).toMatch(/R01:2\.1: \S* ?Terms superseded \(Lind\): So it is\./)
  })

  it('says what is missing, and refuses what is no reply of this archive', async () => {
    const { archive, path } = await aReviewedStudy()
    archive.close()
    expect(await refusalOf('review', path, 'pack', '--out', 'x.html')).toMatchObject({
      kind: 'review-no-round',
      status: 1,
    })
    expect(await refusalOf('review', path, 'think')).toMatchObject({ kind: 'option-not-allowed', status: 2 })
    const letter = join(aFolder(), 'letter')
    writeFileSync(letter, 'Dear Ada,')
    expect(await refusalOf('review', path, 'reply', letter, '--coder', 'Ada')).toMatchObject({
      kind: 'sealed-unknown',
      status: 1,
    })
  })
})

/** Packs and replies of invented material. */
import type { CodeId, ReviewItemId, RoundId } from '../../schema/ids.ts'
import type { PackCode, PackExcerpt, ReviewPack, ReviewReply } from '../../schema/review-pack.ts'
import { fromBase64 } from '../../schema/sealed-bytes.ts'
import { deriveKeys, openPack, readHeader } from '../../schema/sealed.ts'
import { reviewPack } from './pack-shape.ts'

export const roundOne = 'a0000000-0000-4000-8000-000000000001' as RoundId

const code = (id: string, key: string, name: string, parent: string | null = null): PackCode => ({
  id: id as CodeId,
  parent: parent as CodeId | null,
  key,
  name,
  definition: `What is said about ${name.toLowerCase()}.`,
  include: 'Sums, terms, and who decides on them.',
  exclude: 'Donations in kind.',
  example: '“They pay until the spring.”',
  colour: parent === null ? '#332288' : '#44AA99',
  codable: parent !== null,
})

export const packCodes: readonly PackCode[] = [
  code('c-4', '4', 'Funding'),
  code('c-4a', '4a', 'Foreign donors', 'c-4'),
  code('c-4b', '4b', 'Own earnings', 'c-4'),
  code('c-4e', '4e', 'Terms of grants', 'c-4'),
  code('c-7', '7', 'Взаимодействие с властями'),
  code('c-7a', '7a', 'Полиция', 'c-7'),
]

export const hashOf = (number: number): string => number.toString(16).padStart(64, '0')

/** Excerpt `number`, from 1; every third has two codes. */
export const excerpt = (number: number): PackExcerpt => ({
  item: `i-${number}` as ReviewItemId,
  hash: hashOf(number),
  place: `R07:${number + 11}`,
  document: 'R07',
  speaker: 'R07',
  before: [
    { speaker: 'Interviewer', text: 'Who pays for the shelter?' },
    { speaker: 'R07', text: 'That is a long story, and it changes every year.' },
  ],
  after: [
    { speaker: 'Interviewer', text: 'And when the list changes?' },
    { speaker: 'R07', text: 'Then we change doors, and we begin again with the letters.' },
  ],
  lead: 'We never knew in the autumn what there would be in spring. ',
  quote: `Two embassies pay, in turns, and for the rest we count what is in the tin (${number}).`,
  tail: ' So nobody signs a lease.',
  codes: (number % 3 === 0 ? ['c-4a', 'c-4e'] : ['c-4a']) as CodeId[],
  note: number === 2 ? 'Is this about the donors, or about the terms?' : '',
})

export const reviewPackOf = (excerpts: number, changes: Partial<ReviewPack> = {}): ReviewPack => ({
  version: 1,
  round: roundOne,
  kind: 'review',
  name: 'Funding, first reading',
  from: 'Anna K.',
  madeAt: '2026-11-28T10:00:00Z',
  blind: false,
  questions: 'Is “Terms of grants” wide enough?\nWould you split “Foreign donors”?',
  reply: {
    salt: Buffer.alloc(16, 1).toString('base64'),
    rounds: 600_000,
    check: Buffer.alloc(32, 2).toString('base64'),
    reply: Buffer.alloc(32, 3).toString('base64'),
    sign: Buffer.alloc(32, 4).toString('base64'),
  },
  codes: packCodes,
  excerpts: Array.from({ length: excerpts }, (_, index) => excerpt(index + 1)),
  ...changes,
})

export const reviewReplyOf = (changes: Partial<ReviewReply> = {}): ReviewReply => ({
  version: 1,
  round: roundOne,
  advisor: 'Prof. Lindqvist',
  startedAt: '2026-11-29T09:00:00.000Z',
  answers: [],
  savedAt: '2026-11-29T09:40:00.000Z',
  items: [
    {
      item: 'i-1' as ReviewItemId,
      hash: hashOf(1),
      verdicts: { ['c-4a' as CodeId]: 'disagree' },
      suggested: ['c-4e' as CodeId],
      chosen: null,
      comment: 'It is the terms that she speaks of.',
      at: '2026-11-29T09:10:00.000Z',
    },
  ],
  ...changes,
})

/** What a pack's page holds, opened as its own script does. */
export async function packIn(html: Uint8Array<ArrayBuffer>, passphrase: string): Promise<ReviewPack> {
  const sealed = /id="sealed">([A-Za-z0-9+/=]+)</.exec(new TextDecoder().decode(html))?.[1] ?? ''
  const file = fromBase64(sealed) ?? new Uint8Array(0)
  const header = await readHeader(file)
  if (!header.ok) throw new Error(header.fault.kind)
  const opened = await openPack(file, await deriveKeys(passphrase, header.value.salt, header.value.rounds))
  if (!opened.ok) throw new Error(opened.fault.kind)
  return reviewPack.parse(opened.value)
}

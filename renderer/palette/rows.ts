/** A row of the palette, and the rows of the key table: every act that has a key stands there. */
import { canPerform, chordWords, keyTable, perform, type KeyAct } from '../keys.ts'
import type { Offer } from '../offers.ts'
import { en } from '../words/en.ts'
import { ru } from '../words/ru.ts'
import type { Words } from '../words/shape.ts'

export interface Row {
  readonly key: string
  readonly label: string
  /** What else it is looked for by: its words in the other language. */
  readonly also: string
  readonly kind: string
  readonly hint: string
  /** Why it cannot be done now; null where it can. */
  readonly why: string | null
  readonly do: () => void
  readonly doBeside?: () => void
}

/** Acts of a row: they are done by key where the list has the focus, which the palette takes away. */
const ofLists: ReadonlySet<KeyAct> = new Set([
  'open',
  'openBeside',
  'rename',
  'remove',
  'selectAll',
  'tick',
  'pickToo',
  'moveRight',
  'moveLeft',
  'copyRight',
  'copyLeft',
  'acceptProposal',
  'keepProposal',
  'discussProposal',
  'giveReason',
])

/** The words of something in both languages, so that either finds it. */
export const inBoth = (say: (words: Words) => string): string => `${say(en)} ${say(ru)}`

/**
 * One for every act that a view lends: what is in the menus, buttons and choices in sight. Where two views lend
 * one act, that of the view mounted last stands.
 */
export function offeredRows(words: Words, offers: readonly Offer[]): readonly Row[] {
  const seen = new Set<string>()
  return offers.flatMap((offer) => {
    const [inEnglish, inRussian] = [offer.acts(en), offer.acts(ru)]
    const kind = offer.of(words)
    const acts = offer.acts(words).filter(({ id }) => !seen.has(id))
    for (const { id } of acts) seen.add(id)
    return acts.map((act) => ({
      key: `offer-${act.id}`,
      label: act.label,
      also: [inEnglish, inRussian].map((same) => same.find(({ id }) => id === act.id)?.label ?? '').join(' '),
      kind,
      hint: act.hint ?? '',
      why: act.isDisabled ? words.palette.notNow : null,
      do: act.do,
    }))
  })
}

/** One for every act of the key table but the palette itself. `named` overrules what an act is called now. */
export function keyRows(words: Words, named: { readonly [Act in KeyAct]?: string | null }): readonly Row[] {
  return (Object.keys(keyTable) as KeyAct[])
    .filter((act) => act !== 'palette')
    .map((act) => ({
      key: act,
      label: named[act] ?? words.keys[act],
      also: inBoth((each) => each.keys[act]),
      kind: words.palette.acts,
      hint: chordWords(keyTable[act].keys[0]),
      why: whyNot(words, act, named),
      do: () => void perform(act),
    }))
}

const ofPages: ReadonlySet<KeyAct> = new Set([
  'asPrinted',
  'goToPage',
  'pageLarger',
  'pageSmaller',
  'pageFit',
  'pageTurn',
  'handOrDraw',
  'newRectangle',
])

function whyNot(words: Words, act: KeyAct, named: { readonly [Act in KeyAct]?: string | null }): string | null {
  if (named[act] === null) return act === 'undo' ? words.history.nothingToUndo : words.history.nothingToRedo
  if (ofLists.has(act)) return words.palette.inLists
  if (canPerform(act)) return null
  if (ofPages.has(act)) return words.palette.onPages
  const { group } = keyTable[act]
  if (group !== 'coding' && group !== 'reading') return words.palette.notHere
  // Every reader answers how crowded its margin is.
  return canPerform('density') ? words.palette.notNow : words.palette.inDocuments
}

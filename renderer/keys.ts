/**
 * Every act that has a key, in one table: the window listens by it and the shortcut sheet is printed from it.
 *
 * Letters and digits are found by where they lie (`KeyboardEvent.code`), so that `e` and `4` work while a
 * Russian layout is on; signs (`/ . + ? [ ]`) by what they write (`key`), because they wander between layouts.
 * A key typed into a text field belongs to the field, unless its row says otherwise.
 *
 * Not here: what the acts do. Views lend themselves to acts by `useKeys`; the one mounted last answers first.
 */
import { createContext, useContext, useEffect, useRef } from 'react'
import { afterPaint } from './after-paint.ts'

interface Row {
  /** 'mod+shift+Z', 'alt+ArrowUp', '/', 'F6', '4': any of them will do; the first is shown. `mod` is Ctrl, on a Mac Cmd. */
  readonly keys: readonly string[]
  readonly group: 'window' | 'lists' | 'codebook' | 'reading' | 'coding' | 'review'
  /** True where the key works while a text field has the focus. */
  readonly inFields?: boolean
  /** True for what is done with the passage in focus: a code that is on its way to it comes first. */
  readonly ofPassage?: boolean
}

export const keyTable = {
  palette: { keys: ['mod+K'], group: 'window', inFields: true },
  shortcuts: { keys: ['?'], group: 'window' },
  undo: { keys: ['mod+Z'], group: 'window' },
  redo: { keys: ['mod+Y', 'mod+shift+Z'], group: 'window' },
  back: { keys: ['alt+ArrowLeft'], group: 'window', inFields: true },
  forward: { keys: ['alt+ArrowRight'], group: 'window', inFields: true },
  showDocuments: { keys: ['mod+1'], group: 'window', inFields: true },
  showSearch: { keys: ['mod+2', 'mod+shift+F'], group: 'window', inFields: true },
  showReports: { keys: ['mod+3'], group: 'window', inFields: true },
  showReading: { keys: ['mod+9'], group: 'window', inFields: true },
  showGuide: { keys: ['mod+8'], group: 'window', inFields: true },
  showReview: { keys: ['mod+7'], group: 'window', inFields: true },
  showMemos: { keys: ['mod+4'], group: 'window', inFields: true },
  showAttributes: { keys: ['mod+6'], group: 'window', inFields: true },
  showRepair: { keys: ['mod+5'], group: 'window', inFields: true },
  showVersions: { keys: ['mod+shift+H'], group: 'window', inFields: true },
  showHistory: { keys: ['mod+H'], group: 'window', inFields: true },
  showSettings: { keys: ['mod+,'], group: 'window', inFields: true },
  import: { keys: ['mod+I'], group: 'window', inFields: true },
  toggleLeft: { keys: ['mod+B'], group: 'window', inFields: true },
  toggleRight: { keys: ['mod+shift+B'], group: 'window', inFields: true },
  nextPane: { keys: ['F6'], group: 'window', inFields: true },
  zoomIn: { keys: ['mod+=', 'mod++'], group: 'window', inFields: true },
  zoomOut: { keys: ['mod+-'], group: 'window', inFields: true },
  zoomReset: { keys: ['mod+0'], group: 'window', inFields: true },
  filterList: { keys: ['mod+shift+L'], group: 'lists', inFields: true },
  open: { keys: ['Enter'], group: 'lists' },
  openBeside: { keys: ['mod+Enter', 'alt+Enter'], group: 'lists' },
  rename: { keys: ['F2'], group: 'lists' },
  remove: { keys: ['Delete'], group: 'lists' },
  selectAll: { keys: ['mod+A'], group: 'lists' },
  tick: { keys: ['Space'], group: 'lists' },
  followUp: { keys: ['F'], group: 'lists' },
  pickToo: { keys: ['mod+Space'], group: 'lists' },
  sameAsPrevious: { keys: ['mod+D'], group: 'lists', inFields: true },
  codeUp: { keys: ['alt+ArrowUp'], group: 'codebook' },
  codeDown: { keys: ['alt+ArrowDown'], group: 'codebook' },
  codeIn: { keys: ['alt+ArrowRight'], group: 'codebook' },
  codeOut: { keys: ['alt+ArrowLeft'], group: 'codebook' },
  moveCode: { keys: ['mod+shift+M'], group: 'codebook' },
  mergeCode: { keys: ['mod+shift+G'], group: 'codebook' },
  splitCode: { keys: ['mod+shift+S'], group: 'codebook' },
  readCode: { keys: ['shift+Enter'], group: 'codebook' },
  compareCodes: { keys: ['='], group: 'codebook' },
  moveRight: { keys: ['mod+ArrowRight'], group: 'lists' },
  moveLeft: { keys: ['mod+ArrowLeft'], group: 'lists' },
  copyRight: { keys: ['mod+shift+ArrowRight'], group: 'lists' },
  copyLeft: { keys: ['mod+shift+ArrowLeft'], group: 'lists' },
  addCodeBelow: { keys: ['Insert'], group: 'codebook' },
  giveKey: { keys: ['shift+F2'], group: 'codebook' },
  showDefinition: { keys: ['alt+Enter'], group: 'codebook' },
  filterCodes: { keys: ['mod+shift+K'], group: 'codebook', inFields: true },
  confirmWords: { keys: ['Y'], group: 'lists' },
  placePassage: { keys: ['P'], group: 'lists' },
  nextTab: { keys: ['alt+PageDown'], group: 'reading', inFields: true },
  previousTab: { keys: ['alt+PageUp'], group: 'reading', inFields: true },
  closeTab: { keys: ['alt+W'], group: 'reading', inFields: true },
  sideBySide: { keys: ['mod+\\'], group: 'reading', inFields: true },
  otherHalf: { keys: ['alt+O'], group: 'reading', inFields: true },
  swapHalves: { keys: ['alt+shift+O'], group: 'reading', inFields: true },
  toOtherHalf: { keys: ['alt+shift+PageDown'], group: 'reading', inFields: true },
  closeHalf: { keys: ['alt+shift+W'], group: 'reading', inFields: true },
  pairParagraphs: { keys: ['alt+P'], group: 'reading', inFields: true },
  scrollTogether: { keys: ['alt+L'], group: 'reading', inFields: true },
  findInText: { keys: ['mod+F'], group: 'reading', inFields: true },
  nextFound: { keys: ['F3', 'mod+G'], group: 'reading', inFields: true },
  previousFound: { keys: ['shift+F3', 'mod+shift+G'], group: 'reading', inFields: true },
  editText: { keys: ['mod+E'], group: 'reading', inFields: true },
  saveText: { keys: ['mod+S'], group: 'reading', inFields: true },
  nextPassage: { keys: ['J'], group: 'reading', ofPassage: true },
  previousPassage: { keys: ['K'], group: 'reading', ofPassage: true },
  copy: { keys: ['C', 'mod+C'], group: 'reading' },
  print: { keys: ['mod+P'], group: 'reading', inFields: true },
  leave: { keys: ['Escape'], group: 'reading' },
  asPrinted: { keys: ['P'], group: 'reading' },
  goToPage: { keys: ['mod+G'], group: 'reading', inFields: true },
  pageLarger: { keys: ['='], group: 'reading' },
  pageSmaller: { keys: ['-'], group: 'reading' },
  pageFit: { keys: ['Z'], group: 'reading' },
  pageTurn: { keys: ['T'], group: 'reading' },
  handOrDraw: { keys: ['H'], group: 'reading' },
  density: { keys: ['V'], group: 'reading' },
  newRectangle: { keys: ['N'], group: 'coding' },
  moveBorders: { keys: ['B'], group: 'coding' },
  findCode: { keys: ['/'], group: 'coding' },
  newFromWords: { keys: ['+'], group: 'coding' },
  again: { keys: ['.'], group: 'coding' },
  last1: { keys: ['shift+1', 'alt+1'], group: 'coding' },
  last2: { keys: ['shift+2', 'alt+2'], group: 'coding' },
  last3: { keys: ['shift+3', 'alt+3'], group: 'coding' },
  last4: { keys: ['shift+4', 'alt+4'], group: 'coding' },
  selectWord: { keys: ['shift+ArrowLeft'], group: 'coding' },
  selectWordOn: { keys: ['shift+ArrowRight'], group: 'coding' },
  selectSentence: { keys: ['mod+shift+ArrowLeft'], group: 'coding' },
  selectSentenceOn: { keys: ['mod+shift+ArrowRight'], group: 'coding' },
  grow: { keys: ['E', 'alt+ArrowUp'], group: 'coding' },
  shrink: { keys: ['alt+ArrowDown'], group: 'coding' },
  recode: { keys: ['R'], group: 'coding', ofPassage: true },
  growPassage: { keys: ['shift+E'], group: 'coding', ofPassage: true },
  takeSelection: { keys: ['X'], group: 'coding', ofPassage: true },
  startBack: { keys: ['A'], group: 'coding', ofPassage: true },
  startOn: { keys: ['S'], group: 'coding', ofPassage: true },
  endBack: { keys: ['D'], group: 'coding', ofPassage: true },
  endOn: { keys: ['F'], group: 'coding', ofPassage: true },
  startBackSentence: { keys: ['shift+A'], group: 'coding', ofPassage: true },
  startOnSentence: { keys: ['shift+S'], group: 'coding', ofPassage: true },
  endBackSentence: { keys: ['shift+D'], group: 'coding', ofPassage: true },
  endOnSentence: { keys: ['shift+F'], group: 'coding', ofPassage: true },
  startBackTurn: { keys: ['alt+shift+A'], group: 'coding', ofPassage: true },
  startOnTurn: { keys: ['alt+shift+S'], group: 'coding', ofPassage: true },
  endBackTurn: { keys: ['alt+shift+D'], group: 'coding', ofPassage: true },
  endOnTurn: { keys: ['alt+shift+F'], group: 'coding', ofPassage: true },
  stance: { keys: [']'], group: 'coding', ofPassage: true },
  holdsResponsible: { keys: ['['], group: 'coding', ofPassage: true },
  weight: { keys: ['W'], group: 'coding', ofPassage: true },
  sensitivity: { keys: ['L'], group: 'coding', ofPassage: true },
  starPassage: { keys: ['*'], group: 'coding', ofPassage: true },
  writeMemo: { keys: ['M'], group: 'coding', ofPassage: true },
  removeCode: { keys: ['Delete'], group: 'coding', ofPassage: true },
  acceptProposal: { keys: ['Y'], group: 'review' },
  keepProposal: { keys: ['K'], group: 'review' },
  discussProposal: { keys: ['T'], group: 'review' },
  giveReason: { keys: ['R'], group: 'review' },
  agreeCard: { keys: ['A'], group: 'review' },
  disagreeCard: { keys: ['D'], group: 'review' },
  suggestCard: { keys: ['S'], group: 'review' },
  commentCard: { keys: ['C'], group: 'review' },
  unsureCard: { keys: ['U'], group: 'review' },
  nextCard: { keys: ['N'], group: 'review' },
  previousCard: { keys: ['P'], group: 'review' },
  noneFitsCard: { keys: ['X'], group: 'review' },
  revealCard: { keys: ['R'], group: 'review' },
} as const satisfies Record<string, Row>

export type KeyAct = keyof typeof keyTable

/** What one needs to know of a key press: a KeyboardEvent, or a test's. */
export interface Press {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The digit on the key, main row or number pad, whatever the layout writes; null for other keys. */
export function digitOf({ code }: Pick<Press, 'code'>): string | null {
  return /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] ?? null
}

/**
 * The small Latin letter of the key. Where the layout writes Latin letters (Dvorak, AZERTY) the letter
 * written counts; where it writes others (Russian) the place of the key does.
 */
export function letterOf({ key, code }: Pick<Press, 'key' | 'code'>): string | null {
  if (/^[a-zA-Z]$/.test(key)) return key.toLowerCase()
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null
}

export function isPressed(chord: string, press: Press, isMac = onMac): boolean {
  const parts = chord.split(/\+(?!$)/)
  const name = parts.at(-1) ?? ''
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier)
  const mod = isMac ? press.metaKey : press.ctrlKey
  if (wants('mod') !== mod || wants('alt') !== press.altKey) return false
  if (isMac ? press.ctrlKey : press.metaKey) return false
  if (/^[A-Z]$/.test(name)) return letterOf(press) === name.toLowerCase() && wants('shift') === press.shiftKey
  if (/^[0-9]$/.test(name)) return digitOf(press) === name && wants('shift') === press.shiftKey
  // A sign may need Shift to be written at all, so Shift does not count against it.
  if (name.length === 1) return press.key === name || (mod && press.code === placeOf[name])
  return (name === 'Space' ? ' ' : name) === press.key && wants('shift') === press.shiftKey
}

/** Where a sign lies on a Latin keyboard: under Ctrl there is no need to write it. */
const placeOf: Readonly<Record<string, string>> = { ',': 'Comma', '=': 'Equal', '-': 'Minus', '\\': 'Backslash' }

/** The acts that a press may mean, in the order of the table: a list and the reader may share a key. */
export function actsOf(press: Press, isInField: boolean): readonly KeyAct[] {
  return (Object.entries(keyTable) as [KeyAct, Row][])
    .filter(([, row]) => (!isInField || row.inFields) && row.keys.some((chord) => isPressed(chord, press)))
    .map(([act]) => act)
}

/** True where what is typed becomes text: there native keys win. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLTextAreaElement) return !target.readOnly
  return target instanceof HTMLInputElement && !/^(?:checkbox|radio|range|button|submit|color)$/.test(target.type)
}

/** 'Ctrl Shift Z', '⌘ ⇧ Z': a chord as people read it. */
export function chordWords(chord: string, isMac = onMac): string {
  const names: Readonly<Record<string, string>> = isMac
    ? { mod: '⌘', shift: '⇧', alt: '⌥', Delete: '⌫' }
    : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', Delete: 'Del' }
  const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }
  return chord
    .split(/\+(?!$)/)
    .map((part) => names[part] ?? arrows[part] ?? part)
    .join(' ')
}

/** The key shown beside an act. */
export function keyHint(act: KeyAct): string {
  return chordWords(keyTable[act].keys[0])
}

const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

type Handlers = { readonly [Act in KeyAct]?: () => void }
const answering: { readonly current: Handlers }[] = []
const silent: Handlers = {}

/** False around what is on the screen without having the keys: of two documents side by side the other one. */
export const HasKeys = createContext(true)
export const useHasKeys = (): boolean => useContext(HasKeys)

/** Answers acts while the view is mounted and has the keys; of several views the one mounted last answers. */
export function useKeys(handlers: Handlers): void {
  const hasKeys = useHasKeys()
  const latest = useRef<Handlers>(silent)
  useEffect(() => {
    latest.current = hasKeys ? handlers : silent
  })
  useEffect(() => {
    answering.unshift(latest)
    return () => {
      answering.splice(answering.indexOf(latest), 1)
    }
  }, [])
}

/** Whether a view would answer the act now. */
export function canPerform(act: KeyAct): boolean {
  return answering.some((each) => each.current[act])
}

/** Does what an act stands for, as if its key had been pressed; false where no view answers it. */
export function perform(act: KeyAct): boolean {
  const handler = answering.find((each) => each.current[act])?.current[act]
  handler?.()
  return handler !== undefined
}

let coming: Promise<unknown> | null = null

/** A code is on its way to the archive, and its passage comes into focus with it: keys pressed meanwhile mean that one. */
export function awaitPassage(coded: Promise<unknown>): void {
  // Once it is drawn what answers keys knows the passage too.
  const known = coded.then(() => new Promise<void>((drawn) => void afterPaint(drawn)))
  coming = known
  void known.finally(() => {
    if (coming === known) coming = null
  })
}

/** As `perform`, once what it is done with is there. */
function performInTurn(act: KeyAct): boolean {
  const { ofPassage }: Row = keyTable[act]
  if (!ofPassage || !coming) return perform(act)
  const view = answering.find((each) => each.current[act])
  // A view that has gone by then is not asked.
  void coming.then(() => (view && answering.includes(view) ? view.current[act]?.() : undefined))
  return view !== undefined
}

/** Listens once for the whole window. A list that has handled a key stops it before it comes here. */
export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    // The system says what is selected before it copies: `leaving/guard-copying.ts` hears of that.
    if (isPressed('mod+C', event)) return
    if (actsOf(event, isTextField(event.target)).some((act) => performInTurn(act))) event.preventDefault()
  })
}

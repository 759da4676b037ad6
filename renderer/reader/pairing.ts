/**
 * Which place of a translation belongs to which place of the original: a line through both texts that only
 * ever goes forwards and leaves no place without a partner.
 *
 * The pins that a person set cut both texts into sections. Within a section paragraphs pair one to one where
 * there are as many on both sides; else turn by turn where there are as many turns, and each turn is a section
 * of its own; else places pair by proportion. Two documents that are not linked are one section by proportion.
 */
/** UTF-16 units. */
interface Unit {
  readonly start: number
  readonly end: number
}

export interface Outline {
  readonly paragraphs: readonly Unit[]
  readonly turns: readonly Unit[]
  readonly length: number
}

/** The beginnings of two paragraphs that belong together. */
export interface Pin {
  readonly from: number
  readonly to: number
}

export interface Pairing {
  /** The place of the translation that belongs to a place of the original, and the other way round. */
  readonly toOf: (from: number) => number
  readonly fromOf: (to: number) => number
}

export function pairingOf(original: Outline, translation: Outline, pins: readonly Pin[]): Pairing {
  const line = knotsOf(original, translation, pins)
  return {
    toOf: (from) => along(line, 'from', 'to', from),
    fromOf: (to) => along(line, 'to', 'from', to),
  }
}

/** Only by how far one has come: for documents of which nothing else is known. */
export function proportional(original: number, translation: number): Pairing {
  const line = [
    { from: 0, to: 0 },
    { from: original, to: translation },
  ]
  return {
    toOf: (from) => along(line, 'from', 'to', from),
    fromOf: (to) => along(line, 'to', 'from', to),
  }
}

/** Places known to belong together, in order on both sides; between two of them goes a straight line. */
function knotsOf(original: Outline, translation: Outline, pins: readonly Pin[]): readonly Pin[] {
  const ends = { from: original.length, to: translation.length }
  const knots: Pin[] = [{ from: 0, to: 0 }]
  let begin: Pin = { from: 0, to: 0 }
  for (const pin of [...forwards(pins, ends), ends]) {
    pairSection(within(original, begin.from, pin.from), within(translation, begin.to, pin.to), knots)
    knots.push(pin)
    begin = pin
  }
  return knots
}

function pairSection(one: Outline, other: Outline, knots: Pin[]): void {
  if (one.paragraphs.length === other.paragraphs.length) pairStarts(one.paragraphs, other.paragraphs, knots)
  else if (one.turns.length === other.turns.length && one.turns.length > 1)
    one.turns.forEach((turn, at) => {
      const partner = other.turns[at]
      if (!partner) return
      pairStarts([turn], [partner], knots)
      const [mine, theirs] = [paragraphsIn(one, turn), paragraphsIn(other, partner)]
      if (mine.length === theirs.length) pairStarts(mine.slice(1), theirs.slice(1), knots)
    })
}

const paragraphsIn = ({ paragraphs }: Outline, { start, end }: Unit) =>
  paragraphs.filter((each) => each.start >= start && each.start < end)

function pairStarts(ones: readonly Unit[], others: readonly Unit[], knots: Pin[]): void {
  ones.forEach(({ start: from }, at) => {
    const to = others[at]?.start
    const last = knots.at(-1)
    if (to !== undefined && last && from > last.from && to > last.to) knots.push({ from, to })
  })
}

function within({ paragraphs, turns }: Outline, start: number, end: number): Outline {
  const inside = (unit: Unit) => unit.start >= start && unit.start < end
  return { paragraphs: paragraphs.filter(inside), turns: turns.filter(inside), length: end }
}

/** Pins in order; one that does not go forwards on both sides, or lies outside, is passed over. */
function forwards(pins: readonly Pin[], ends: Pin): readonly Pin[] {
  const kept: Pin[] = []
  for (const pin of pins.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = kept.at(-1) ?? { from: 0, to: 0 }
    if (pin.from > last.from && pin.to > last.to && pin.from < ends.from && pin.to < ends.to) kept.push(pin)
  }
  return kept
}

function along(line: readonly Pin[], here: keyof Pin, there: keyof Pin, place: number): number {
  let [low, high] = [0, line.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((line[middle]?.[here] ?? 0) <= place) low = middle
    else high = middle
  }
  const [a, b] = [line[low], line[high]]
  if (!a || !b) return 0
  const room = b[here] - a[here]
  const share = room === 0 ? 0 : Math.min(1, Math.max(0, (place - a[here]) / room))
  return a[there] + share * (b[there] - a[there])
}

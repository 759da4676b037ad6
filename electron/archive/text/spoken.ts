/**
 * Which stretches of a transcript are somebody's words: not the labels of turns, not times, not what
 * a transcriber noted in brackets (METHODS 2.1, 4.5).
 */

/** Offsets are UTF-16 units, `[start, end)`; `asks`: an interviewer's. In order, apart from each other. */
export interface Spoken {
  readonly start: number
  readonly end: number
  readonly asks: boolean
}
export interface SpokenTurn {
  readonly start: number
  readonly wordsStart: number
  readonly end: number
  readonly asks: boolean
}

/** `[inaudible 00:12]`, `[[translator]]`, `(laughs)`, `(нрзб)`, `(...)`, `#00:00:06-4#`, `00:03:12`. */
const notes =
  /\[[^\]\n]{0,200}\]+|\((?:\.{2,}|…|(?:unv|inaudible|unclear|laugh|laughs|laughter|laughing|pause|sighs?|coughs?|crying|cries|silence|crosstalk|смех|сме[её]тся|пауза|вздыхает|вздох|плачет|молчит|нрзб|неразборчиво|неразб)[^)\n]{0,40})\)|#\d{2}:\d{2}:\d{2}-\d#|\b\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\b/giu

/** What stands outside of turns is nobody's label: it counts as words too. */
export function spokenIn(text: string, turns: readonly SpokenTurn[]): readonly Spoken[] {
  const stretches: Spoken[] = []
  let at = 0
  for (const { start, wordsStart, end, asks } of turns) {
    if (start > at) stretches.push({ start: at, end: start, asks: false })
    if (end > wordsStart) stretches.push({ start: wordsStart, end, asks })
    at = Math.max(at, end)
  }
  if (at < text.length) stretches.push({ start: at, end: text.length, asks: false })
  return withoutNotes(text, stretches)
}

function withoutNotes(text: string, stretches: readonly Spoken[]): readonly Spoken[] {
  const found = [...text.matchAll(notes)].map(({ 0: note, index }) => ({ start: index, end: index + note.length }))
  if (found.length === 0) return stretches
  let next = 0
  return stretches.flatMap(({ start, end, asks }) => {
    const parts: Spoken[] = []
    let from = start
    while (next > 0 && (found[next - 1]?.end ?? 0) > start) next--
    for (; next < found.length && (found[next]?.start ?? 0) < end; next++) {
      const note = found[next]
      if (!note || note.end <= from) continue
      if (note.start > from) parts.push({ start: from, end: note.start, asks })
      from = note.end
    }
    if (from < end) parts.push({ start: from, end, asks })
    return parts
  })
}

/** The parts of both lists that they share; each in order and apart. */
export function shared<T extends { readonly start: number; readonly end: number }>(
  stretches: readonly T[],
  others: readonly { readonly start: number; readonly end: number }[],
): readonly T[] {
  const parts: T[] = []
  let next = 0
  for (const stretch of stretches) {
    while (next > 0 && (others[next - 1]?.end ?? 0) > stretch.start) next--
    for (; next < others.length && (others[next]?.start ?? 0) < stretch.end; next++) {
      const start = Math.max(stretch.start, others[next]?.start ?? 0)
      const end = Math.min(stretch.end, others[next]?.end ?? 0)
      if (start < end) parts.push({ ...stretch, start, end })
    }
  }
  return parts
}

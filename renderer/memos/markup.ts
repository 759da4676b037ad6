/**
 * The little markdown that memos are written in, as data; `memo-text.tsx` draws it as elements.
 *
 * Blocks: paragraphs, `#` headings, `-` and `1.` lists, `>` quotes, ``` code. Within a line: *emphasis*,
 * **strong**, `code`, and links `[[R07:12]]`. Everything else is text and stays as it was written: HTML,
 * addresses and half-written signs too, so that no letter of a memo can be lost. One pass, linear in the text.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** `name` is what stands between the brackets. */
  | { readonly kind: 'link'; readonly name: string }
  | { readonly kind: 'emphasis' | 'strong'; readonly inside: readonly Inline[] }

export type Block =
  | { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly inside: readonly Inline[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'quote'; readonly inside: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }

/** Quotes within quotes that are told apart; deeper ones keep their signs. */
const deepest = 4

export function blocksOf(text: string, depth = 0): readonly Block[] {
  const lines = text.split('\n')
  const blocks: Block[] = []
  let at = 0
  /** Takes the lines that fit, from here on. */
  const take = (fits: (line: string) => boolean): string[] => {
    const from = at
    while (at < lines.length && fits(lines[at] ?? '')) at++
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = /^(#{1,6})\s+(\S.*)$/.exec(line)
    if (line.trim() === '') at++
    else if (isFence(line) && lines.indexOf('```', at + 1) > 0) {
      at++
      blocks.push({ kind: 'code', text: take((each) => each !== '```').join('\n') })
      at++
    } else if (heading) {
      at++
      blocks.push({ kind: 'heading', level: Math.min(3, heading[1]?.length ?? 1), inside: inlinesOf(heading[2] ?? '') })
    } else if (isQuote(line) && depth < deepest) {
      const quoted = take(isQuote).map((each) => each.replace(/^> ?/, ''))
      blocks.push({ kind: 'quote', inside: blocksOf(quoted.join('\n'), depth + 1) })
    } else if (isItem(line)) blocks.push(listOf(take(isItem)))
    else if (isNumbered(line)) blocks.push(listOf(take(isNumbered)))
    else {
      const from = at
      at++
      take((each) => isProse(each, depth))
      blocks.push({ kind: 'paragraph', inside: inlinesOf(lines.slice(from, at).join('\n')) })
    }
  }
  return blocks
}

const isFence = (line: string) => line === '```'
const isQuote = (line: string) => line.startsWith('>')
const isItem = (line: string) => /^\s{0,8}[-*+]\s+\S/.test(line)
const isNumbered = (line: string) => /^\s{0,8}\d{1,6}[.)]\s+\S/.test(line)
const isProse = (line: string, depth: number) =>
  line.trim() !== '' &&
  !isFence(line) &&
  !/^#{1,6}\s+\S/.test(line) &&
  !(isQuote(line) && depth < deepest) &&
  !isItem(line) &&
  !isNumbered(line)

function listOf(lines: readonly string[]): Block {
  const first = /^\s*(\d+)[.)]/.exec(lines[0] ?? '')
  const items = lines.map((line) => inlinesOf(line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')))
  return { kind: 'list', start: first ? Number(first[1]) : null, items }
}

// ── Within a line ──────────────────────────────────────────────────────────────────────────────

const signs = /`[^`\n]+`|\[\[([^[\]\n]{1,200})\]\]|\*\*|\*|_/g

/** An emphasis that has begun: what stood before it waits below it. */
interface Open {
  readonly sign: string
  readonly inside: Inline[]
}

export function inlinesOf(text: string): readonly Inline[] {
  const stack: Open[] = [{ sign: '', inside: [] }]
  const put = (inline: Inline) => stack.at(-1)?.inside.push(inline)
  const write = (words: string) => words !== '' && put({ kind: 'text', text: words })
  let from = 0
  for (const found of text.matchAll(signs)) {
    const [sign, name] = found
    const end = found.index + sign.length
    const before = text.charAt(found.index - 1)
    const after = text.charAt(end)
    write(text.slice(from, found.index))
    from = end
    if (name !== undefined) put({ kind: 'link', name: name.trim() })
    else if (sign.startsWith('`')) put({ kind: 'code', text: sign.slice(1, -1) })
    else if (closes(stack, sign, before, after)) close(stack, sign)
    else if (opens(stack, sign, before, after)) stack.push({ sign, inside: [] })
    else write(sign)
  }
  write(text.slice(from))
  while (stack.length > 1) giveUp(stack)
  return joined(stack[0]?.inside ?? [])
}

const isWord = (unit: string) => /[\p{L}\p{N}]/u.test(unit)
const isGap = (unit: string) => unit === '' || /\s/u.test(unit)

function opens(stack: readonly Open[], sign: string, before: string, after: string): boolean {
  if (isGap(after) || stack.some((open) => open.sign === sign)) return false
  return sign !== '_' || !isWord(before)
}
function closes(stack: readonly Open[], sign: string, before: string, after: string): boolean {
  const open = stack.findLast((each) => each.sign === sign)
  if (!open || isGap(before) || (open === stack.at(-1) && open.inside.length === 0)) return false
  return sign !== '_' || !isWord(after)
}
function close(stack: Open[], sign: string): void {
  while (stack.at(-1)?.sign !== sign) giveUp(stack)
  const inside = joined(stack.pop()?.inside ?? [])
  stack.at(-1)?.inside.push({ kind: sign === '**' ? 'strong' : 'emphasis', inside })
}
/** A sign that was never closed was a sign and no more. */
function giveUp(stack: Open[]): void {
  const open = stack.pop()
  const below = stack.at(-1)
  if (!open || !below) return
  below.inside.push({ kind: 'text', text: open.sign })
  for (const inline of open.inside) below.inside.push(inline)
}

function joined(inlines: readonly Inline[]): readonly Inline[] {
  const all: Inline[] = []
  let words: string[] = []
  const flush = () => {
    if (words.length > 0) all.push({ kind: 'text', text: words.join('') })
    words = []
  }
  for (const inline of inlines)
    if (inline.kind === 'text') words.push(inline.text)
    else {
      flush()
      all.push(inline)
    }
  flush()
  return all
}

/**
 * What of a project leaves in a file for others: closed documents stay, words and names as each document's
 * level has them, and original files only of documents that may be named, since nobody can take a name out of a
 * picture of a page. A working copy for one's own use holds everything but what is closed.
 */
import type { QuotationLevel } from '../../../../schema/source.ts'
import type { SourceId } from '../../../../schema/ids.ts'
import type { Reader } from '../../db.ts'
import { fieldOut, mayNameCase, valueOut } from '../../export/gate-register.ts'
import { asItStands, wordsGate } from '../../export/gate.ts'
import { departureOf } from '../../export/departure.ts'
import { nameMask } from '../../export/name-mask.ts'
import { codeOut } from '../../export/nouns-out.ts'
import { permit } from '../../export/permit.ts'
import type { IncomingDocument, IncomingPassage, IncomingProject, Loss, Ref } from '../incoming.ts'
import { sharedReview, withoutDocuments } from './leaving-review.ts'

export interface Leaving {
  readonly project: IncomingProject
  /** Documents and passages that stay. */
  readonly withheld: number
  readonly losses: readonly Loss[]
}

export function leavingOf(db: Reader, project: IncomingProject, purpose: 'sharing' | 'own'): Leaving {
  // A working copy shows no combination that could be asked about: it stays with who knows everything anyway.
  const { open } = permit(
    db,
    project.documents.map(({ ref }) => ref as SourceId),
    purpose === 'sharing' && project.values.length > 0,
  )
  const stays = new Set(
    project.documents
      .map(({ ref }) => ref)
      .filter((ref) => {
        const standing = open.get(ref as SourceId)
        return standing === undefined || (purpose === 'sharing' && !standing.hasWords)
      }),
  )
  const leaving = without(project, stays)
  const aided = withAids(leaving, purpose === 'own', stays.size > 0)
  if (purpose === 'own') return { project: aided.project, withheld: stays.size, losses: aided.losses }
  const levels = new Map([...open].map(([ref, { level }]) => [ref as Ref, level]))
  const out = shared(db, aided.project, stays.size, levels)
  return { ...out, losses: [...aided.losses, ...out.losses] }
}

/** The project without these documents and all that hangs on them. */
function without(project: IncomingProject, stays: ReadonlySet<Ref>): IncomingProject {
  if (stays.size === 0) return project
  const passages = project.passages.filter(({ document }) => !stays.has(document))
  const gone = new Set(project.passages.filter(({ document }) => stays.has(document)).map(({ ref }) => ref))
  return {
    ...project,
    documents: project.documents.filter(({ ref }) => !stays.has(ref)),
    passages,
    cases: project.cases.map((one) => ({ ...one, documents: one.documents.filter((ref) => !stays.has(ref)) })),
    values: project.values.filter(({ on }) => !stays.has(on)),
    memos: withoutTargets(project.memos, (ref) => stays.has(ref) || gone.has(ref)),
    preserved: (project.preserved ?? []).filter(({ on }) => !stays.has(on.ref) && !gone.has(on.ref)),
    verdicts: (project.verdicts ?? []).filter(({ document }) => !stays.has(document)),
    translations: (project.translations ?? []).filter(
      ({ original, translation }) => !stays.has(original) && !stays.has(translation),
    ),
    ...(project.review ? { review: withoutDocuments(project.review, stays, codingsOf(project, gone)) } : {}),
  }
}

/** Codings on these passages. */
const codingsOf = ({ passages }: IncomingProject, on: ReadonlySet<Ref>): ReadonlySet<Ref> =>
  new Set(passages.flatMap(({ ref, codings }) => (on.has(ref) ? codings.map((coding) => coding.ref) : [])))

/**
 * Questions, reports and the glossary may hold anybody's words and names, so they leave in a working copy alone; and
 * of kept reports nobody can say what in them is of a document that stays.
 */
function withAids(project: IncomingProject, isOwn: boolean, hasClosed: boolean): Omit<Leaving, 'withheld'> {
  const { aids, ...rest } = project
  if (!aids) return { project, losses: [] }
  const loss = (element: string, ref: Ref, name: string): Loss => ({
    element,
    ref,
    name,
    fate: 'dropped',
    why: 'kept-back',
  })
  const reports = isOwn && !hasClosed ? [] : aids.reports.map(({ ref }) => loss('KeptReport', ref, ''))
  if (isOwn) return { project: { ...rest, aids: { ...aids, reports: hasClosed ? [] : aids.reports } }, losses: reports }
  return {
    project: rest,
    losses: [
      ...aids.queries.map(({ ref }) => loss('SavedQuery', ref, '')),
      ...reports,
      ...aids.glossary.map(({ ref }) => loss('GlossaryEntry', ref, '')),
    ],
  }
}

/** A memo about nothing that leaves stays with what it is about. */
const withoutTargets = (memos: IncomingProject['memos'], isGone: (ref: Ref) => boolean): IncomingProject['memos'] =>
  memos.flatMap((memo) => {
    const on = memo.on.filter(({ ref }) => ref === '' || !isGone(ref))
    return on.length === 0 && memo.on.length > 0 ? [] : [{ ...memo, on }]
  })

function shared(
  db: Reader,
  project: IncomingProject,
  closed: number,
  levels: ReadonlyMap<Ref, QuotationLevel>,
): Leaving {
  const gate = wordsGate(db)
  // While a name table is open no text leaves as it is, and no original file: names cannot be taken out of it.
  const mask = nameMask(db)
  const hasNames = Boolean(departureOf(db)?.terms.names)
  const losses: Loss[] = []
  const inDocument = Map.groupBy(project.passages, ({ document }) => document)
  const dangers = new Map(
    [...inDocument].map(([ref, passages]) => [ref, passages.filter(({ sensitivity }) => sensitivity === 4)]),
  )
  const isDangerous = (passage: IncomingPassage) =>
    (dangers.get(passage.document) ?? []).some((danger) => danger === passage || overlap(danger, passage))
  const dangerous = project.passages.filter(isDangerous)
  const gone = new Set(dangerous.map(({ ref }) => ref))
  const moved = new Map<Ref, GatedText>()
  const documents = project.documents.map((document): IncomingDocument => {
    const level = levels.get(document.ref) ?? 'P'
    const { ref, title, kind, language, file } = document
    const short = mask(document.short)
    const isNamed = level === 'N'
    const field = (name: 'citation' | 'place' | 'collectedOn') => fieldOut(name, document[name], level)
    const described = {
      ref,
      short,
      kind,
      language,
      quotationLevel: document.quotationLevel,
      title: isNamed ? mask(title) : short || ref.slice(0, 8),
      citation: mask(field('citation')),
      place: mask(field('place')),
      collectedOn: field('collectedOn'),
    }
    const hasDanger = (dangers.get(ref)?.length ?? 0) > 0
    if (isNamed && !hasDanger && !hasNames)
      return { ...described, file, text: document.text, ...(document.isMedia ? { isMedia: true } : {}) }
    const text =
      document.text === null
        ? null
        : new GatedText(document.text, dangers.get(ref) ?? [], (start, end) =>
            gate(ref as SourceId, asItStands(document.text ?? ''), start, end, true),
          )
    if (text) moved.set(ref, text)
    if (file.kind === 'here' && !file.mediaType.startsWith('text/'))
      losses.push({ element: 'Source', ref, name: described.title, fate: 'changed', why: 'kept-back' })
    return { ...described, text: text?.text ?? null, file: { kind: 'none' } }
  })
  const hasPages = new Set(documents.filter(({ file }) => file.kind === 'here').map(({ ref }) => ref))
  const passages = project.passages.flatMap((passage): IncomingPassage[] => {
    if (gone.has(passage.ref) || passage.state === 'parked') return []
    const { place } = passage
    const bare = withoutQuote(passage)
    if (place.kind === 'region') return hasPages.has(passage.document) ? [bare] : []
    const text = moved.get(passage.document)
    if (!text) return [bare]
    const [start, end] = [text.at(place.start, 'start'), text.at(place.end, 'end')]
    return end > start ? [{ ...bare, place: { kind: 'text', start, end } }] : []
  })
  const left = new Set(passages.map(({ ref }) => ref))
  const names = new Map(project.cases.map((one, n) => [one.ref, `Case ${n + 1}`]))
  const byRef = new Map(project.attributes.map((attribute) => [attribute.ref, attribute]))
  const casesOf = new Map(project.cases.map((one) => [one.ref, one.documents.map((ref) => levels.get(ref) ?? 'P')]))
  // Those that hold codings set aside alone nobody sees.
  const seen = (all: readonly IncomingPassage[]) => all.filter(({ isAside }) => !isAside).length
  const withheld = closed + seen(project.passages) - seen(passages)
  const stood = new Map(project.passages.map((passage) => [passage.ref, passage.place]))
  const codingsLeft = codingsOf(project, left)
  const byDocument = new Map(project.documents.map((document) => [document.ref, document]))
  // Texts are read anew whenever they are asked for; excerpts of one document stand together.
  let inHand: { readonly ref: Ref; readonly text: string } | null = null
  const textOf = (ref: Ref) =>
    (inHand?.ref === ref ? inHand : (inHand = { ref, text: byDocument.get(ref)?.text ?? '' })).text
  const review =
    project.review &&
    sharedReview(project.review, {
      mask,
      hasCoding: (coding) => codingsLeft.has(coding),
      wordsOf: ({ document, passage, quote, ...item }) => {
        const place = passage === null ? { kind: 'text' as const, ...item } : stood.get(passage)
        const text = textOf(document)
        if (place?.kind !== 'text' || text.slice(place.start, place.end) !== quote) return null
        const isDanger = (danger: IncomingPassage) =>
          danger.place.kind === 'text' && danger.place.start < place.end && place.start < danger.place.end
        if (passage === null ? (dangers.get(document) ?? []).some(isDanger) : !left.has(passage)) return null
        const gated = moved.get(document)
        if (!gated) return { quote, start: place.start, end: place.end }
        const [start, end] = [gated.at(place.start, 'start'), gated.at(place.end, 'end')]
        return end > start ? { quote: gated.text.slice(start, end), start, end } : null
      },
    })
  return {
    withheld,
    losses: [...losses, ...(review?.losses ?? [])],
    project: {
      ...project,
      name: mask(project.name),
      coders: project.coders.map((coder) => ({ ...coder, name: mask(coder.name) })),
      codes: project.codes.map((code) => ({
        ...codeOut(code, mask),
        ...(code.wordings
          ? {
              wordings: code.wordings.map(({ definition, include, exclude }) => ({
                definition: mask(definition),
                include: mask(include),
                exclude: mask(exclude),
              })),
            }
          : {}),
      })),
      codeSets: project.codeSets.map((set) => ({ ...set, name: mask(set.name) })),
      attributes: project.attributes.map((attribute) => ({
        ...attribute,
        // Made of the name, in small letters: without it the attribute is met by its name.
        key: mask(attribute.name) === attribute.name ? attribute.key : '',
        name: mask(attribute.name),
        choices: attribute.choices.map((choice) => mask(choice)),
      })),
      guide: (project.guide ?? []).map((question) => ({
        ...question,
        name: mask(question.name),
        wordings: question.wordings.map((wording) => ({ ...wording, words: mask(wording.words) })),
      })),
      verdicts: (project.verdicts ?? []).map((verdict) => ({ ...verdict, note: mask(verdict.note) })),
      documents,
      passages,
      cases: project.cases.map((one) => ({
        ...one,
        name: mayNameCase(casesOf.get(one.ref) ?? []) ? mask(one.name) : (names.get(one.ref) ?? ''),
      })),
      values: project.values.flatMap((value) => {
        const attribute = byRef.get(value.attribute)
        const level = levels.get(value.on) ?? lowest(casesOf.get(value.on) ?? [])
        const out = attribute
          ? valueOut({ leavesFrom: attribute.leavesFrom ?? 'N', type: attribute.type }, value.value, level)
          : ''
        return out === '' ? [] : [{ ...value, value: mask(out) }]
      }),
      memos: withoutTargets(project.memos, (ref) => gone.has(ref) || (isPassage(project, ref) && !left.has(ref))).map(
        (memo) => ({ ...memo, text: mask(memo.text) }),
      ),
      preserved: [],
      ...(review ? { review: review.review } : {}),
    },
  }
}

const passageRefs = new WeakMap<IncomingProject, ReadonlySet<Ref>>()
function isPassage(project: IncomingProject, ref: Ref): boolean {
  let refs = passageRefs.get(project)
  if (!refs) passageRefs.set(project, (refs = new Set(project.passages.map((passage) => passage.ref))))
  return refs.has(ref)
}

/** Of several levels the least open; what hangs on nothing is as closed as the default. */
const order: readonly QuotationLevel[] = ['X', 'S', 'P', 'T', 'O', 'N']
const lowest = (levels: readonly QuotationLevel[]): QuotationLevel =>
  levels.length === 0 ? 'P' : levels.reduce((a, b) => (order.indexOf(a) < order.indexOf(b) ? a : b))

function overlap({ place: one }: IncomingPassage, { place: other }: IncomingPassage): boolean {
  return one.kind === 'text' && other.kind === 'text' && one.start < other.end && other.start < one.end
}

/** Words that stand in the text are read there; what stood there before is nobody's business. */
function withoutQuote(passage: IncomingPassage): IncomingPassage {
  const { ref, document, place, starred, sensitivity, createdAt, codings, state, isAside } = passage
  const kept = { ref, document, place, starred, sensitivity, createdAt, codings }
  return { ...kept, ...(state ? { state } : {}), ...(isAside ? { isAside } : {}) }
}

/**
 * A text as the gate lets it out, and where its places went. It is gated piece by piece, a line each and cut at the
 * borders of dangerous words: within a piece only one stretch differs, so both sides of it keep their places.
 */
class GatedText {
  readonly text: string
  readonly #pieces: readonly {
    readonly from: number
    readonly to: number
    readonly at: number
    readonly words: string
  }[]
  readonly #before: string

  constructor(text: string, dangers: readonly IncomingPassage[], gate: (start: number, end: number) => string) {
    this.#before = text
    const cuts = new Set([0, text.length])
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) cuts.add(at + 1)
    for (const { place } of dangers) if (place.kind === 'text') cuts.add(place.start).add(place.end)
    const borders = [...cuts].toSorted((a, b) => a - b)
    let at = 0
    const pieces = borders.slice(0, -1).map((from, n) => {
      const to = borders[n + 1]!
      const piece = { from, to, at, words: gate(from, to) }
      at += piece.words.length
      return piece
    })
    this.#pieces = pieces
    this.text = pieces.map(({ words }) => words).join('')
  }

  /** `side`: of a place inside what was exchanged, the border of it that is meant. */
  at(place: number, side: 'start' | 'end'): number {
    let low = 0
    let high = this.#pieces.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.#pieces[middle]!.from < place || (side === 'start' && this.#pieces[middle]!.from === place)) low = middle
      else high = middle - 1
    }
    const piece = this.#pieces[low]
    if (!piece) return 0
    const was = this.#before.slice(piece.from, piece.to)
    const { words } = piece
    const inside = place - piece.from
    if (was === words) return piece.at + inside
    const same = commonStart(was, words)
    const sameEnd = Math.min(commonEnd(was, words), was.length - same, words.length - same)
    if (inside <= same) return piece.at + inside
    if (inside >= was.length - sameEnd) return piece.at + words.length - (was.length - inside)
    return piece.at + (side === 'start' ? same : words.length - sameEnd)
  }
}

function commonStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}
function commonEnd(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++
  return n
}

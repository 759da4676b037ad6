/** What reading gathers on its way: the project in the making, and who is known in it. */
import { ArchiveError } from '../../../../schema/error.ts'
import type {
  IncomingCode,
  IncomingCoding,
  IncomingDocument,
  IncomingMemo,
  IncomingPassage,
  IncomingProject,
  Ref,
} from '../incoming.ts'
import type { Files } from './files.ts'
import type { Ledger } from './ledger.ts'
import type { Counting } from './offsets.ts'
import { derivedRef, refOf } from './refs.ts'
import { xmlOf } from './xml-out.ts'
import { attribute, childrenOf, childOf, textOf, type Element } from './xml.ts'

type Target = IncomingMemo['on'][number]
type Made<T> = { -readonly [Key in keyof T]: T[Key] }
export type PassageInTheMaking = Omit<IncomingPassage, 'codings'> & { readonly codings: IncomingCoding[] }

export class Study {
  readonly ledger: Ledger
  readonly files: Files
  readonly counting: Counting
  readonly signal: AbortSignal | undefined
  readonly coders = new Map<Ref, string>()
  readonly codes = new Map<Ref, Made<IncomingCode>>()
  readonly codeSets: IncomingProject['codeSets'][number][] = []
  readonly documents: IncomingDocument[] = []
  readonly passages: PassageInTheMaking[] = []
  readonly memos: IncomingMemo[] = []
  readonly attributes: IncomingProject['attributes'][number][] = []
  readonly values: IncomingProject['values'][number][] = []
  readonly cases: IncomingProject['cases'][number][] = []
  /** What notes are about, by the note. */
  readonly about = new Map<Ref, Target[]>()
  readonly #noteRefs: { readonly element: Element; readonly note: Ref }[] = []
  /** Passages by document and place, and by the Refs that they have or took over. */
  readonly #places = new Map<string, PassageInTheMaking>()
  readonly #passages = new Map<Ref, PassageInTheMaking>()
  readonly #files = new Map<string, Ref>()
  readonly #usedCodes = new Set<Ref>()
  readonly #described = new Set<Ref>()

  constructor(ledger: Ledger, files: Files, counting: Counting, signal: AbortSignal | undefined) {
    this.ledger = ledger
    this.files = files
    this.counting = counting
    this.signal = signal
  }

  checkCancelled(): void {
    if (this.signal?.aborted) throw new ArchiveError({ kind: 'cancelled' })
  }

  passageOf(ref: Ref): PassageInTheMaking | null {
    return this.#passages.get(ref) ?? null
  }

  /** The Ref of a coder that the project knows; null, and a line in the report, for another. */
  coderNamed(element: Element, name: string): Ref | null {
    const written = attribute(element, name)
    if (written === '') return null
    const ref = refOf(written)
    if (this.coders.has(ref)) return ref
    this.ledger.lose(element, 'changed', 'dangling-reference')
    return null
  }

  /** What a GUID names that a memo can be about. */
  targetNamed(ref: Ref): Target | null {
    const passage = this.#passages.get(ref)
    if (passage) return { kind: 'passage', ref: passage.ref }
    if (this.codes.has(ref)) return { kind: 'code', ref }
    if (this.documents.some((document) => document.ref === ref)) return { kind: 'source', ref }
    return this.cases.some((one) => one.ref === ref) ? { kind: 'case', ref } : null
  }

  /** The document whose text came from the file of that name. */
  documentOfFile(name: string): Ref | null {
    return this.#files.get(name) ?? null
  }
  textCameFrom(name: string, document: Ref): void {
    this.#files.set(name, document)
  }

  /** ISO 8601 UTC; a time without a zone is taken as it stands. '' where there is none. */
  timeOf(element: Element, name: string): string {
    const written = attribute(element, name).trim()
    if (written === '') return ''
    const at = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(written) ? written : `${written}Z`)
    if (!Number.isNaN(at)) return new Date(at).toISOString()
    this.ledger.lose(element, 'changed', 'value-not-readable')
    return ''
  }

  /**
   * Keeps a stretch: with its codings, what is noted about it and its description. What lies where another
   * lies already is one with it, as one passage has many codes here.
   */
  keepPassage(selection: Element, document: Ref, place: IncomingPassage['place'], quote: string): PassageInTheMaking {
    const asked = refOf(attribute(selection, 'guid'))
    const key = placeKey(document, place)
    const there = this.#places.get(key) ?? (asked === '' ? undefined : this.#sameAgain(asked, document))
    const passage = there ?? this.#newPassage(selection, document, place, quote)
    if (there) {
      selection.fate = 'modelled'
      this.ledger.alias(asked, there.ref)
      this.ledger.lose(selection, 'changed', 'said-twice')
    }
    this.#places.set(key, passage)
    this.#passages.set(asked, passage)
    this.#idleAudit(selection)
    this.addTo(passage, selection)
    return passage
  }

  /** The same selection named by two elements of one document: a transcript and its text. */
  #sameAgain(ref: Ref, document: Ref): PassageInTheMaking | undefined {
    const found = this.#passages.get(ref)
    return found?.document === document ? found : undefined
  }

  #newPassage(selection: Element, document: Ref, place: IncomingPassage['place'], quote: string): PassageInTheMaking {
    const passage: PassageInTheMaking = {
      ref: this.ledger.take(selection),
      document,
      place,
      starred: false,
      sensitivity: 0,
      createdAt: this.timeOf(selection, 'creationDateTime'),
      ...(quote === '' ? {} : { quote }),
      codings: [],
    }
    this.passages.push(passage)
    return passage
  }

  /** Codings of a document itself, as those of a passage that is all of it. */
  keepWhole(source: Element, document: Ref, place: IncomingPassage['place']): void {
    const key = placeKey(document, place)
    const there = this.#places.get(key)
    const ref = derivedRef(document, 'all of it')
    const passage = there ?? { ref, document, place, starred: false, sensitivity: 0, createdAt: '', codings: [] }
    for (const coding of childrenOf(source, 'Coding')) this.#addCoding(passage, coding, source)
    if (there || passage.codings.length === 0) return
    this.#places.set(key, passage)
    this.passages.push(passage)
  }

  /** Codings, notes and the description of a selection; also of another that says the same. */
  addTo(passage: PassageInTheMaking, selection: Element): void {
    const target: Target = { kind: 'passage', ref: passage.ref }
    for (const coding of childrenOf(selection, 'Coding')) this.#addCoding(passage, coding, selection)
    this.noteRefs(selection, target)
    this.describe(selection, target)
  }

  #addCoding(passage: PassageInTheMaking, coding: Element, selection: Element): void {
    const codeRef = childOf(coding, 'CodeRef')
    const code = refOf(codeRef ? attribute(codeRef, 'targetGUID') : '')
    if (!this.codes.has(code)) {
      this.ledger.drop(coding, 'dangling-reference')
      return
    }
    const coder =
      this.coderNamed(coding, 'creatingUser') ??
      (attribute(coding, 'creatingUser') === '' ? this.coderNamed(selection, 'creatingUser') : null)
    this.noteRefs(coding, { kind: 'passage', ref: passage.ref }, 'of-a-coding')
    this.ledger.model(codeRef)
    if (passage.codings.some((other) => other.code === code && other.coder === coder)) {
      this.ledger.model(coding)
      this.ledger.lose(coding, 'changed', 'said-twice')
      return
    }
    const ref = this.ledger.take(coding)
    for (const noteRef of childrenOf(coding, 'NoteRef'))
      this.ledger.keepAs(noteRef, xmlOf(noteRef), { element: 'Coding', ref })
    this.#usedCodes.add(code)
    const createdAt = this.timeOf(coding, 'creationDateTime') || passage.createdAt
    passage.codings.push({ ref, code, coder, createdAt, weight: 1, stance: null, holdsResponsible: null })
  }

  /** Times and users of a selection that repeat those of its making or of its codings say nothing. */
  #idleAudit(selection: Element): void {
    const idle: string[] = []
    if (attribute(selection, 'modifyingUser') === attribute(selection, 'creatingUser')) idle.push('modifyingUser')
    if (attribute(selection, 'modifiedDateTime') === attribute(selection, 'creationDateTime'))
      idle.push('modifiedDateTime')
    const coding = childOf(selection, 'Coding')
    const coder = coding ? attribute(coding, 'creatingUser') : ''
    if (coding && (coder === '' || coder === attribute(selection, 'creatingUser'))) idle.push('creatingUser')
    this.ledger.idle(selection, idle)
  }

  /** Remembers what notes `element` refers to. `why`: what changes for them by that. */
  noteRefs(element: Element, target: Target, why: 'of-a-coding' | null = null): void {
    for (const noteRef of childrenOf(element, 'NoteRef')) {
      this.ledger.model(noteRef)
      const note = refOf(attribute(noteRef, 'targetGUID'))
      this.#noteRefs.push({ element: noteRef, note })
      this.tellOf(note, target)
      if (why) this.ledger.losses.push({ element: 'NoteRef', ref: note, name: '', fate: 'changed', why })
    }
  }

  tellOf(note: Ref, target: Target): void {
    const targets = this.about.get(note) ?? []
    if (!targets.some(({ kind, ref }) => kind === target.kind && ref === target.ref)) targets.push(target)
    this.about.set(note, targets)
  }

  /** References to notes that are not there. */
  checkNoteRefs(): void {
    const known = new Set(this.memos.map(({ ref }) => ref))
    for (const { element, note } of this.#noteRefs)
      if (!known.has(note))
        this.ledger.losses.push({
          element: element.name,
          ref: note,
          name: '',
          fate: 'dropped',
          why: 'dangling-reference',
        })
  }

  /** The description of something that has no field for one, as a memo about it. */
  describe(element: Element, target: Target): void {
    const description = childOf(element, 'Description')
    if (!description) return
    this.ledger.model(description)
    const text = textOf(description)
    const ref = derivedRef(target.ref, `description of ${element.name} ${text}`)
    if (text.trim() === '' || this.#described.has(ref)) return
    this.#described.add(ref)
    const name = attribute(element, 'name').slice(0, 200).toWellFormed()
    this.ledger.losses.push({
      element: 'Description',
      ref: target.ref,
      name,
      fate: 'changed',
      why: 'description-into-memo',
    })
    const written = refOf(attribute(element, 'creatingUser'))
    const coder = this.coders.has(written) ? written : null
    const createdAt = this.timeOf(element, 'creationDateTime')
    this.memos.push({ ref, text, coder, createdAt, changedAt: createdAt, on: [target] })
  }

  /** Headings that something is coded with become codes. Call it when all codings are read. */
  openUsedHeadings(elements: ReadonlyMap<Ref, Element>): void {
    for (const ref of this.#usedCodes) {
      const code = this.codes.get(ref)
      const element = elements.get(ref)
      if (!code || code.codable) continue
      code.codable = true
      if (element) this.ledger.lose(element, 'changed', 'no-place-for-it')
    }
  }
}

const placeKey = (document: Ref, place: IncomingPassage['place']) => `${document} ${Object.values(place).join(' ')}`

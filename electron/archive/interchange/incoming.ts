/**
 * A project that comes from elsewhere, in our nouns and without our ids: what a reader of REFI-QDA or of
 * another archive hands over, and what uniting takes. `Ref` names a thing within its own project; where it
 * is a UUID a new row keeps it, so that the same project twice is the same project.
 *
 * Readers answer the stored form of text (RULINGS 11) and UTF-16 offsets, whatever their files counted in,
 * and put a line into `losses` for everything that has no place here: nothing is dropped silently.
 */
import type { AttributeOwner, AttributeType, LeavesFrom } from '../../../schema/attribute.ts'
import type { Coding } from '../../../schema/coding.ts'
import type { VersionOrigin } from '../../../schema/editing.ts'
import type { GuideWording, TurnRole, Verdict } from '../../../schema/guide.ts'
import type { DraftPage, DraftTurn } from '../../../schema/importing.ts'
import type { LossFate, LossReason } from '../../../schema/interchange.ts'
import type { PassageState, Region, Sensitivity } from '../../../schema/passage.ts'
import type { QuotationLevel, SourceKind, Language } from '../../../schema/source.ts'
import type { IncomingReview } from './incoming-review.ts'

/** Lower case without braces where it is a GUID; any other spelling as it stands. */
export type Ref = string

export interface IncomingProject {
  readonly name: string
  /** The program that wrote it, as it calls itself: 'NVivo 15'; '' where it does not say. */
  readonly origin: string
  readonly coders: readonly { readonly ref: Ref; readonly name: string }[]
  /** Parents before children, siblings in their order. */
  readonly codes: readonly IncomingCode[]
  readonly codeSets: readonly { readonly ref: Ref; readonly name: string; readonly codes: readonly Ref[] }[]
  readonly documents: readonly IncomingDocument[]
  readonly passages: readonly IncomingPassage[]
  readonly cases: readonly { readonly ref: Ref; readonly name: string; readonly documents: readonly Ref[] }[]
  readonly attributes: readonly IncomingAttribute[]
  readonly values: readonly { readonly attribute: Ref; readonly on: Ref; readonly value: string }[]
  readonly memos: readonly IncomingMemo[]
  readonly losses: readonly Loss[]
  /** What no view of ours shows and an export brings back as it was written. */
  readonly preserved?: readonly Preserved[]
  readonly guide?: readonly IncomingQuestion[]
  readonly verdicts?: readonly IncomingVerdict[]
  readonly translations?: readonly IncomingTranslation[]
  readonly aids?: IncomingAids
  readonly review?: IncomingReview
}

/**
 * Content of another program that has no place here. Refs in it are mended by the export, see `unite`.
 *
 * GUIDs are compared as Refs and go back as they came: an attribute 'guid' on the project says how most of
 * them are written ('upper', 'braced' or 'upper braced'), one on another thing how that one's is.
 */
export interface Preserved {
  /** Of an element, its local name: 'Graph'. Of an attribute, its name; of an archive entry, its path. */
  readonly element: string
  readonly form: 'element' | 'attribute' | 'entry'
  /** Its own GUID; '' where it has none. */
  readonly ref: Ref
  readonly name: string
  /** The thing that it stands in; `ref` is '' for the project. */
  readonly on: { readonly element: string; readonly ref: Ref }
  /** The element with its namespaces declared, the attribute's value, or the entry's bytes in base64. */
  readonly content: string
  /** GUIDs in `content` of things that have other Refs here. */
  readonly refs?: Readonly<Record<string, Ref>>
}

/** Of the interview guide. */
export interface IncomingQuestion {
  readonly ref: Ref
  readonly number: string
  readonly name: string
  /** The family of its answers. */
  readonly code: Ref | null
  readonly wordings: readonly GuideWording[]
}
/** A cell of the guide's grid that a person decided otherwise. */
export interface IncomingVerdict {
  readonly document: Ref
  readonly question: Ref
  readonly verdict: Verdict
  readonly note: string
  readonly coder: Ref | null
  readonly at: string
}
/** `pairs`: places of paragraphs that belong together, UTF-16 units of the two texts. */
export interface IncomingTranslation {
  readonly original: Ref
  readonly translation: Ref
  readonly pairs: readonly { readonly from: number; readonly to: number }[]
}

/** What helps with the work and is not the study: questions and reports that were kept, words that mean the same. */
export interface IncomingAids {
  readonly queries: readonly IncomingQuery[]
  readonly reports: readonly IncomingReport[]
  readonly glossary: readonly { readonly ref: Ref; readonly terms: readonly string[] }[]
  /** Folded; `stops` false: a word of the lists that counts there. */
  readonly stopWords: readonly { readonly word: string; readonly stops: boolean }[]
}
export interface IncomingQuery {
  readonly ref: Ref
  readonly name: string
  readonly query: string
  /** JSON of a `SearchFilter`, whose ids are Refs. */
  readonly filter: string
  readonly createdAt: string
  readonly names: readonly QueryName[]
}
/** What a name in a query stands for there. */
export interface QueryName {
  readonly kind: 'code' | 'set' | 'document'
  readonly written: string
  readonly ref: Ref
}
/** `query` and `answer` are JSON as the archive keeps it, with Refs for ids, also within its keys. */
export interface IncomingReport {
  readonly ref: Ref
  readonly title: string
  readonly coder: Ref | null
  readonly at: string
  readonly fingerprint: string
  readonly query: string
  readonly answer: string
}

export interface IncomingCode {
  readonly ref: Ref
  readonly parent: Ref | null
  readonly name: string
  /** '#rrggbb'; null: the codebook gives it one. */
  readonly colour: string | null
  /** false: a heading. */
  readonly codable: boolean
  readonly shortcut: string
  readonly definition: string
  readonly include: string
  readonly exclude: string
  readonly example: string
  /** How it was worded before and is now, the first first; codings name one by its place. */
  readonly wordings?: readonly IncomingWording[]
}
export interface IncomingWording {
  readonly definition: string
  readonly include: string
  readonly exclude: string
}

export interface IncomingDocument {
  readonly ref: Ref
  readonly title: string
  /** R07; '' where it has none yet. */
  readonly short: string
  readonly kind: SourceKind | null
  readonly language: Language | null
  readonly quotationLevel: QuotationLevel | null
  readonly collectedOn: string
  readonly place: string
  readonly citation: string
  /** The stored text that offsets count in; null: it is what the importer makes of the file. */
  readonly text: string | null
  readonly file: IncomingFile
  /** Lower-case hex of the UTF-8 bytes of `text`, where it is known without reading it. */
  readonly textSha256?: string
  /** What is known of `text`; absent: it is worked out from the words. */
  readonly structure?: IncomingStructure
  /** Texts that it had before this one, the oldest first. */
  readonly earlier?: readonly IncomingText[]
  /** Sound or film: kept without playback. */
  readonly isMedia?: boolean
}
/** Offsets are UTF-16 units of the document's `text`. */
export interface IncomingStructure {
  readonly paragraphs: readonly { readonly label: string; readonly start: number; readonly end: number }[]
  readonly turns: readonly IncomingTurn[]
  readonly pages: readonly DraftPage[]
}
export interface IncomingTurn extends DraftTurn {
  /** What somebody decided that it does; `question` is a Ref of the guide. */
  readonly decided?: {
    readonly kind: TurnRole['kind']
    readonly question: Ref | null
    readonly coder: Ref | null
    readonly at: string
  }
}
export interface IncomingText {
  readonly text: string
  readonly at: string
  readonly coder: Ref | null
  readonly origin: VersionOrigin
}

export interface FileHere {
  readonly kind: 'here'
  readonly name: string
  readonly mediaType: string
  /** Lower-case hex of the bytes; '' where it is not known before they are read. */
  readonly sha256: string
  /** Bytes, where it is known before they are read: what is too large is not read at all. */
  readonly size?: number
  readonly read: () => Promise<Uint8Array>
  /** The same bytes piece by piece, as often as they are asked for; each is the asker's. Recordings are never held whole. */
  readonly pieces?: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** The bytes, in one piece where there is no other way. */
export async function* piecesOf({ pieces, read }: FileHere): AsyncGenerator<Uint8Array> {
  if (pieces) yield* pieces()
  else yield await read()
}

/** The original bytes. Large ones are not held: they are read when they are wanted. */
export type IncomingFile =
  | FileHere
  /** Named by the project and not to be had: the document stands, with whatever text it has. */
  | { readonly kind: 'missing'; readonly name: string; readonly why: string }
  | { readonly kind: 'none' }

export interface IncomingPassage {
  readonly ref: Ref
  readonly document: Ref
  readonly place:
    | { readonly kind: 'text'; readonly start: number; readonly end: number }
    | ({ readonly kind: 'region' } & Readonly<Region>)
  readonly starred: boolean
  readonly sensitivity: Sensitivity
  /** ISO 8601 UTC; '' where it is not known. */
  readonly createdAt: string
  readonly codings: readonly IncomingCoding[]
  /** Absent: placed. Parked ones have their last words and no place in `text`. */
  readonly state?: PassageState
  /** The words, where the project says them: offsets that do not hold them are looked for. */
  readonly quote?: string
  /** The words before an edit changed them. */
  readonly was?: string
  readonly prefix?: string
  readonly suffix?: string
  /** Nothing keeps it but codings that were set aside: other programs do not see it. */
  readonly isAside?: true
}

export interface IncomingCoding {
  readonly ref: Ref
  readonly code: Ref
  /** null: not said; the person who imports stands for it. */
  readonly coder: Ref | null
  readonly createdAt: string
  readonly weight: Coding['weight']
  readonly stance: Coding['stance']
  readonly holdsResponsible: Coding['holdsResponsible']
  /** The place of its wording in `IncomingCode.wordings`; absent: the last. */
  readonly wording?: number
  /** 'superseded': set aside by a decision; remembered, and shown nowhere. Absent: it holds. */
  readonly state?: 'superseded'
}

export interface IncomingAttribute {
  readonly ref: Ref
  readonly owner: AttributeOwner
  /** '' where the other program has only names. */
  readonly key: string
  readonly name: string
  readonly type: AttributeType
  readonly choices: readonly string[]
  readonly leavesFrom: LeavesFrom | null
  readonly kinds?: readonly SourceKind[]
  readonly meaning?: '' | 'withdrawal' | 'child'
}

export interface IncomingMemo {
  readonly ref: Ref
  readonly text: string
  readonly coder: Ref | null
  readonly createdAt: string
  readonly changedAt: string
  /** What it is about; `ref` is '' for the project. None: it is filed under the project. */
  readonly on: readonly {
    readonly kind: 'project' | 'source' | 'passage' | 'code' | 'case'
    readonly ref: Ref
  }[]
}

/** Something that could not become ours, for the import report. */
export interface Loss {
  /** The element's name as the standard calls it: 'Graph', 'AudioSelection'. */
  readonly element: string
  readonly ref: Ref
  /** What it is called, for a person to know it again; '' where it has no name. */
  readonly name: string
  /** changed: it is here, but otherwise than it was. kept: not shown, comes back on export. dropped: gone. */
  readonly fate: LossFate
  readonly why: LossReason
}

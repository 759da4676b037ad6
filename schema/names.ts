/**
 * The name table: real names and places, and what stands for them. A file of its own with a passphrase of its own,
 * apart from the archive; its calls are answered beside the archive's, and nothing of it is ever written there.
 */
import { z } from 'zod'
import type { SourceId } from './ids.ts'

export const nameKinds = ['person', 'place', 'organisation', 'other'] as const
export type NameKind = (typeof nameKinds)[number]
export const genders = ['', 'female', 'male'] as const
/** '': not known, or no person; forms of both are offered then. */
export type Gender = (typeof genders)[number]

const path = z.string().min(1).max(4096)
const passphrase = z.string().max(1000)
const id = z.string().min(1).max(80)
const words = z.string().trim().min(1).max(200)
const named = { kind: z.enum(nameKinds), name: words, gender: z.enum(genders).default('') }
const place = z.object({ document: z.string().max(64), start: z.number().int().min(0), quote: z.string().max(400) })

export interface NameEntry {
  readonly id: string
  readonly kind: NameKind
  readonly name: string
  readonly gender: Gender
  /** 'adviser 2'; shown in square brackets. */
  readonly pseudonym: string
  /** Every form of the name that is looked for, in both scripts. One in small letters is found however it is written. */
  readonly forms: readonly string[]
  /** Who entered it, and when (ISO 8601, UTC). */
  readonly by: string
  readonly at: string
}

export interface NameStatus {
  readonly path: string
  readonly entries: number
  /** Whether the layer lies over what is shown; exports take it whenever the table is open. */
  readonly isShown: boolean
}

/** Names as they are looked for, and where they are not meant; this much leaves the table while it is open. */
export interface NameLayer {
  readonly entries: readonly Pick<NameEntry, 'id' | 'pseudonym' | 'forms'>[]
  /** `placeKey` of hits that are no names. */
  readonly refused: readonly string[]
  /** An entry's id and a form, folded, that never means it. */
  readonly refusedForms: readonly (readonly [entry: string, form: string])[]
}

/** A hit is known by the content of its text, or of the field it stands in: the same in every archive that holds it. */
export interface HitPlace {
  /** SHA-256 of the text, in hexadecimal digits. */
  readonly document: string
  /** UTF-16 units of the text. */
  readonly start: number
  readonly quote: string
}
export const placeKey = ({ document, start, quote }: HitPlace): string => `${document} ${start} ${quote}`

/** One name in a text: [start, end) in UTF-16 units. Hits never overlap. */
export interface NameSpan {
  readonly entry: string
  readonly start: number
  readonly end: number
  /** With its brackets. */
  readonly shown: string
}

/** What people have written beside the texts of documents, where a name may stand as well. */
export const writtenKinds = [
  'project',
  'document',
  'code',
  'set',
  'question',
  'case',
  'attribute',
  'value',
  'memo',
  'glossary',
  'round',
  'coder',
] as const
export interface WrittenWords {
  readonly kind: (typeof writtenKinds)[number]
  /** One field as it is stored: a code's definition, a memo. As a place of hits it is a document of its own. */
  readonly words: string
}

export interface NameHit extends NameSpan, HitPlace {
  readonly where: 'text' | WrittenWords['kind']
  /** Of a text; null and '' of what is written beside. */
  readonly source: SourceId | null
  readonly short: string
  /** Up to sixty characters on either side. */
  readonly before: string
  readonly after: string
  /** What nobody has looked at is replaced: 'open'. */
  readonly state: 'open' | 'accepted' | 'refused'
}

export const nameCalls = {
  'names.create': z.object({ path, passphrase }),
  'names.open': z.object({ path, passphrase }),
  /** Lets go of the file and its key. */
  'names.close': z.object({}),
  'names.status': z.object({}),
  'names.list': z.object({}),
  /** Forms of a name to choose from: cases, both scripts. */
  'names.offer': z.object(named),
  /** Adds an entry, or changes the one with this id. `forms` absent: those offered. */
  'names.save': z.object({ ...named, id: id.optional(), pseudonym: words, forms: z.array(words).max(500).optional() }),
  'names.delete': z.object({ id }),
  /** Hits in reading order, those in texts first; of one entry or of all. */
  'names.hits': z.object({
    entry: id.optional(),
    state: z.enum(['open', 'accepted', 'refused']).optional(),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(1000).default(200),
  }),
  /** `everywhere`: this form never means this entry. */
  'names.decide': z.object({
    entry: id,
    places: z.array(place).min(1).max(10_000),
    as: z.enum(['accepted', 'refused', 'open']),
    everywhere: z.boolean().default(false),
  }),
  /** Whether the layer lies over what is shown. */
  'names.show': z.object({ isShown: z.boolean() }),
  /** The hits of one document that are replaced; none while the layer is not shown. */
  'names.spans': z.object({ source: id }),
} as const satisfies Record<string, z.ZodType>

export interface NameAnswers {
  'names.create': NameStatus
  'names.open': NameStatus
  'names.close': null
  'names.status': NameStatus | null
  'names.list': readonly NameEntry[]
  'names.offer': readonly string[]
  'names.save': NameEntry
  'names.delete': null
  'names.hits': { readonly total: number; readonly hits: readonly NameHit[] }
  'names.decide': null
  'names.show': NameStatus
  'names.spans': readonly NameSpan[]
}
export type NameCall = keyof typeof nameCalls
export type NameAsked<Name extends NameCall> = z.input<(typeof nameCalls)[Name]>
export type NameInput<Name extends NameCall> = z.output<(typeof nameCalls)[Name]>

export const isNameCall = (name: string): name is NameCall => Object.hasOwn(nameCalls, name)

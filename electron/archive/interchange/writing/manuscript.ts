/** What writing a project gathers on its way: how ids are spelled, files that go beside it, what could not be said. */
import type { FileHere, IncomingMemo, IncomingProject, Loss, Preserved, Ref } from '../incoming.ts'
import { element, type Raw, type Written } from './elements.ts'
import { Guids } from './guids.ts'
import { schema } from '../reading/standard.ts'

export interface RefiWishes {
  /** What offsets count: the standard's code points, or UTF-16 units as NVivo does. */
  readonly units: 'code points' | 'UTF-16'
  /** Names of coders; without them they are numbered. */
  readonly coderNames: boolean
  /** Content of other programs that the standard does not know, with which the file is not valid. */
  readonly foreign: boolean
}

export interface PackedFile {
  /** Its path in the archive. */
  readonly name: string
  readonly read: () => Promise<Uint8Array> | Uint8Array | string
  /** Of one that is not held, and not compressed: its pieces, and how many they are. */
  readonly long?: { readonly count: number; readonly pieces: NonNullable<FileHere['pieces']> }
  readonly isCompressed: boolean
  /** Of a text: its length in what offsets count; null of other files. */
  readonly length: number | null
}

type Target = IncomingMemo['on'][number]['kind']

export class Manuscript {
  readonly project: IncomingProject
  readonly wishes: RefiWishes
  readonly guids: Guids
  readonly files: PackedFile[] = []
  readonly losses: Loss[] = []
  /** Where the originals of texts lie that the standard does not refer to, because the text is not what they say. */
  readonly originals = new Map<Ref, string>()
  readonly #kept: ReadonlyMap<Ref, readonly Preserved[]>
  readonly #notes = new Map<string, Ref[]>()
  readonly #coders: ReadonlySet<Ref>

  constructor(project: IncomingProject, wishes: RefiWishes) {
    this.project = project
    this.wishes = wishes
    const preserved = project.preserved ?? []
    this.guids = new Guids(preserved)
    this.#kept = Map.groupBy(
      preserved.filter(({ element: name, form }) => form !== 'entry' && !(name === 'guid' && form === 'attribute')),
      ({ on }) => on.ref,
    )
    this.#coders = new Set(project.coders.map(({ ref }) => ref))
    for (const { ref, on } of project.memos)
      for (const { kind, ref: target } of on) {
        const key = `${kind} ${target}`
        this.#notes.set(key, [...(this.#notes.get(key) ?? []), ref])
      }
  }

  /** References to the memos about something. */
  noteRefs(kind: Target, ref: Ref): readonly Written[] {
    return (this.#notes.get(`${kind} ${ref}`) ?? []).map((note) =>
      element('NoteRef', { targetGUID: this.guids.of(note) }),
    )
  }

  /** A coder that the project knows, as an attribute. */
  coder(ref: Ref | null): string | undefined {
    return ref !== null && this.#coders.has(ref) ? this.guids.of(ref) : undefined
  }

  lose(kind: string, ref: Ref, name: string, why: Loss['why'], fate: Loss['fate'] = 'dropped'): void {
    this.losses.push({ element: kind, ref, name, fate, why })
  }

  /** The element with what other programs had written in it. `ref` is '' for the project. */
  withKept(one: Written, ref: Ref): Written {
    const kept = (this.#kept.get(ref) ?? []).filter(({ on }) => on.element === one.name)
    if (kept.length === 0) return one
    const [children, names] = schema[one.name] ?? [[], []]
    const attributes: Record<string, string | number | undefined> = { ...one.attributes }
    const foreign: string[] = []
    const inside: Raw[] = []
    for (const item of kept) {
      const isKnown = (item.form === 'attribute' ? names : children).includes(item.element) && item.name !== 'xmlns'
      const isPlain =
        isKnown && (item.form === 'element' ? isOfStandard(item.content) : !item.content.startsWith('xmlns'))
      if (!isPlain && !this.wishes.foreign) this.lose(item.element, item.ref, item.name, 'not-of-the-standard')
      else if (item.form === 'element')
        inside.push({ name: item.element, xml: this.guids.mended(item.content, item.refs ?? {}) })
      else if (isPlain) attributes[item.element] ??= this.guids.mended(item.content, item.refs ?? {})
      else foreign.push(item.content)
    }
    return { ...one, attributes, foreign, children: [...one.children, ...inside] }
  }
}

/** Whether kept XML is of the standard alone: one namespace, declared once. */
function isOfStandard(xml: string): boolean {
  const declared = xml.match(/\sxmlns(?::[\w.-]+)?="[^"]*"/g) ?? []
  return declared.every((one) => one.trim() === 'xmlns="urn:QDA-XML:project:1.0"')
}

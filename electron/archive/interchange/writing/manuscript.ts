/** What writing a project gathers on its way: how ids are spelled, files that go beside it, what could not be said. */
import type { FileHere, IncomingMemo, IncomingProject, Loss, Preserved, Ref } from '../incoming.ts'
import { refOf } from '../reading/refs.ts'
import { element, textElement, type Raw, type Written } from './elements.ts'
import { descriptionsIn } from './descriptions.ts'
import { Guids } from './guids.ts'
import { KeptFiles } from './kept-files.ts'
import { schema } from '../reading/standard.ts'
import { namedIn, withoutDangling, type Named } from './kept-references.ts'
import { transcriptsIn } from './transcripts.ts'

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
  readonly keptFiles: KeptFiles
  /** The recordings that documents are transcripts of. */
  readonly transcripts: ReadonlyMap<Ref, Ref>
  /** What the texts of printed documents were called in the project that they came with. */
  readonly representations: ReadonlyMap<Ref, string>
  /** Memos that are what a description of another program became, and are one again. */
  readonly #descriptions: ReadonlyMap<string, IncomingMemo>
  readonly #described: ReadonlySet<Ref>
  readonly #named: Named
  readonly #kept: Map<Ref, readonly Preserved[]>
  readonly #notes = new Map<string, Ref[]>()
  readonly #coders: ReadonlySet<Ref>

  constructor(project: IncomingProject, wishes: RefiWishes) {
    this.project = project
    this.wishes = wishes
    const preserved = project.preserved ?? []
    this.guids = new Guids(preserved)
    this.keptFiles = new KeptFiles(preserved)
    this.transcripts = transcriptsIn(project)
    this.representations = new Map(
      preserved.flatMap(({ element: name, form, content, on }) =>
        name === 'Representation' && form === 'attribute' ? [[on.ref, this.guids.of(content)] as const] : [],
      ),
    )
    this.#kept = Map.groupBy(
      preserved.filter(({ element: name, form }) => form !== 'entry' && !(form === 'attribute' && isOfItself(name))),
      ({ on }) => on.ref,
    )
    this.#descriptions = descriptionsIn(project, this.transcripts)
    this.#described = new Set([...this.#descriptions.values()].map(({ ref }) => ref))
    this.#named = namedIn(project, (ref) => this.#described.has(ref) || this.transcripts.has(ref))
    this.#coders = new Set(project.coders.map(({ ref }) => ref))
    for (const { ref, on } of this.memos())
      for (const { kind, ref: target } of on) {
        const key = `${kind} ${target}`
        this.#notes.set(key, [...(this.#notes.get(key) ?? []), ref])
      }
  }

  /** Those that are notes of the standard. */
  memos(): readonly IncomingMemo[] {
    return this.project.memos.filter(({ ref }) => !this.#described.has(ref))
  }

  /** The description of an element of that name. */
  description(name: string, ref: Ref): Written | null {
    const memo = this.#descriptions.get(`${name} ${ref}`)
    return memo ? textElement('Description', memo.text) : null
  }

  /** What is kept of that name in an element, which whoever takes it writes. */
  take(ref: Ref, of: string, name: string): readonly Preserved[] {
    const taken = this.kept(ref, of, name)
    if (taken.length > 0)
      this.#kept.set(
        ref,
        (this.#kept.get(ref) ?? []).filter((item) => !taken.includes(item)),
      )
    return taken
  }

  /** What is kept of that name in an element. */
  kept(ref: Ref, of: string, name: string): readonly Preserved[] {
    return (this.#kept.get(ref) ?? []).filter(({ element: own, on }) => own === name && on.element === of)
  }

  /** Says what was kept and has no place in the file: what it stood in is something else here. What is gone is gone. */
  sayLeftOver(): void {
    if (this.#kept.size === 0) return
    const { documents, codes, passages, memos, cases, attributes, codeSets, coders } = this.project
    const here = new Set(
      [documents, codes, passages, memos, cases, attributes, codeSets, coders, passages.flatMap((one) => one.codings)]
        .flat()
        .map(({ ref }) => ref),
    )
    for (const item of [...this.#kept.values()].flat())
      if (item.on.ref === '' || here.has(item.on.ref))
        this.lose(
          item.form === 'attribute' ? `${item.on.element}/@${item.element}` : item.element,
          item.ref,
          item.name,
          'no-place-for-it',
        )
    this.#kept.clear()
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
    const all = this.#kept.get(ref) ?? []
    const kept = all.filter(({ on }) => on.element === one.name)
    if (kept.length === 0) return one
    if (kept.length === all.length) this.#kept.delete(ref)
    else
      this.#kept.set(
        ref,
        all.filter(({ on }) => on.element !== one.name),
      )
    const [children, names] = schema[one.name] ?? [[], []]
    const attributes: Record<string, string | number | undefined> = { ...one.attributes }
    const foreign: string[] = []
    const inside: Raw[] = []
    for (const item of kept) {
      const isKnown =
        (item.form === 'attribute'
          ? names.includes(item.element)
          : children.some((child) => child === item.element || isContainer(child, item.element))) &&
        item.name !== 'xmlns'
      const isPlain =
        isKnown && (item.form === 'element' ? isOfStandard(item.content) : !item.content.startsWith('xmlns'))
      if (!isPlain && !this.wishes.foreign) this.lose(item.element, item.ref, item.name, 'not-of-the-standard')
      else if (item.form === 'element') inside.push({ name: item.element, xml: this.#rawOf(item) })
      else if (isPlain) attributes[item.element] = this.#valueOf(item)
      else foreign.push(item.content)
    }
    return { ...one, attributes, foreign, children: [...one.children, ...inside.filter(({ xml }) => xml !== '')] }
  }

  #rawOf(item: Preserved): string {
    const files = this.keptFiles.mended(this.guids.mended(item.content, item.refs ?? {}))
    if (files.isMended) this.lose(item.element, item.ref, item.name, 'file-missing', 'changed')
    const { xml, isMended } = withoutDangling(files.xml, this.#named)
    if (isMended) this.lose(item.element, item.ref, item.name, 'dangling-reference', xml === '' ? 'dropped' : 'changed')
    return xml
  }

  #valueOf(item: Preserved): string | undefined {
    const value = this.guids.mended(item.content, item.refs ?? {})
    if (/^(?:creating|modifying)User/.test(item.element) && !this.#named['User']?.has(refOf(value))) {
      this.lose(item.element, item.ref, item.name, 'dangling-reference')
      return undefined
    }
    const file = /^internal:\/{2,3}(.*)$/.exec(value)?.[1]
    if (file === undefined || this.keptFiles.want(file)) return value
    this.lose(item.element, item.ref, item.name, 'file-missing', 'changed')
    return `relative:///${file}`
  }
}

/** What says how an element is written, or what it is: it is no attribute of its own. */
const isOfItself = (name: string) => /^(?:guid|Transcript|Representation|typeOfVariable)$/.test(name)

/** Links stand in Links, graphs in Graphs. */
const isContainer = (child: string, name: string) => child === `${name}s` && (schema[child]?.[0] ?? []).includes(name)

/** Whether kept XML is of the standard alone: one namespace, declared once. */
function isOfStandard(xml: string): boolean {
  const declared = xml.match(/\sxmlns(?::[\w.-]+)?="[^"]*"/g) ?? []
  return declared.every((one) => one.trim() === 'xmlns="urn:QDA-XML:project:1.0"')
}

/**
 * Which code here is meant by one that comes in: the person's choice, else the same id, else the same
 * path (case and composition of letters do not count), else none, and it is new.
 */
import type { CodeChoice } from '../../../../schema/interchange.ts'
import type { CodeId } from '../../../../schema/ids.ts'
import type { Code } from '../../../../schema/codebook.ts'
import type { Reader } from '../../db.ts'
import { folded } from '../../services/code-names.ts'
import { codebookOf } from '../../services/codebook.ts'
import type { IncomingCode, Ref } from '../incoming.ts'
import { idFor, type CodeTarget, type Union } from './union.ts'

/** What stands in the codebook while codes are met with it: those here, and those that are to come. */
class Tree {
  readonly byId: Map<string, Code>
  readonly #children = new Map<string, CodeId>()
  constructor(codes: readonly Code[]) {
    this.byId = new Map(codes.map((code) => [code.id, code]))
    for (const { id, parent, name } of codes) this.put(parent, name, id)
  }
  put(parent: CodeId | null, name: string, id: CodeId): void {
    this.#children.set(placeOf(parent, name), id)
  }
  at(parent: CodeId | null, name: string): CodeId | undefined {
    return this.#children.get(placeOf(parent, name))
  }
  /** 'Trust', or 'Trust (2)' where a sibling is called so. */
  freeName(parent: CodeId | null, name: string): string {
    for (let n = 1; ; n++) {
      const candidate = n === 1 ? name : `${name} (${n})`
      if (this.at(parent, candidate) === undefined) return candidate
    }
  }
}
const placeOf = (parent: CodeId | null, name: string) => `${parent ?? ''}\n${folded(tidied(name))}`
export const tidied = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ')

export function meetCodes(db: Reader, union: Union, choices: readonly CodeChoice[]): void {
  const chosen = new Map(choices.map(({ ref, into }) => [ref, into]))
  const coded = new Set(union.project.passages.flatMap(({ codings }) => codings.map(({ code }) => code)))
  const tree = new Tree(codebookOf(db))
  const given = new Set<string>()
  const shortcuts = new Set([...tree.byId.values()].map(({ shortcut }) => shortcut))
  for (const code of union.project.codes) {
    const parent = code.parent === null ? null : (union.codes.get(code.parent)?.id ?? null)
    const target = targetOf(db, tree, {
      code,
      parent,
      choice: chosen.get(code.ref),
      isCoded: coded.has(code.ref),
      given,
    })
    union.codes.set(code.ref, target)
    if (target.isNew) {
      given.add(target.id)
      tree.put(target.parent, target.name, target.id)
      if (code.shortcut !== '' && shortcuts.has(code.shortcut.toLowerCase()))
        union.clashes.push({ kind: 'code-key', on: target.name, stays: '', leaves: code.shortcut })
      shortcuts.add(code.shortcut.toLowerCase())
    } else noteClashes(union, tree, code, target)
  }
}

interface Asked {
  readonly code: IncomingCode
  readonly parent: CodeId | null
  readonly choice: CodeId | 'new' | undefined
  /** Something is coded with it: a heading cannot be it. */
  readonly isCoded: boolean
  readonly given: ReadonlySet<string>
}

function targetOf(db: Reader, tree: Tree, { code, parent, choice, isCoded, given }: Asked): CodeTarget {
  const name = tidied(code.name) || '…'
  const made = (under: CodeId | null): CodeTarget => ({
    id: idFor(db, 'code', code.ref, given),
    isNew: true,
    by: 'id',
    parent: under,
    name: tree.freeName(under, name),
  })
  if (choice === 'new') return made(parent)
  const chosen = choice === undefined ? undefined : tree.byId.get(choice)
  const own = tree.byId.get(code.ref)
  const alike = tree.at(parent, name)
  const found = chosen?.id ?? own?.id ?? alike
  if (found === undefined) return made(parent)
  const by = chosen ? 'choice' : own ? 'id' : 'path'
  const here = tree.byId.get(found)
  const met = (id: CodeId): CodeTarget => ({
    id,
    isNew: false,
    by,
    parent: null,
    name: tree.byId.get(id)?.name ?? name,
  })
  if (!isCoded || here?.codable !== false) return met(found)
  // Headings take no codings: what was coded with it goes to a code of its name below the heading.
  const below = tree.at(found, name)
  return below === undefined || tree.byId.get(below)?.codable === false ? made(found) : met(below)
}

function noteClashes(union: Union, tree: Tree, code: IncomingCode, { id, by }: CodeTarget): void {
  const here = tree.byId.get(id)
  if (!here || by === 'choice') return
  if (by === 'id' && folded(tidied(code.name)) !== folded(here.name))
    union.clashes.push({ kind: 'code-name', on: here.name, stays: here.name, leaves: code.name })
  if (isSilent(code) || isSilent(here)) return
  const facets = ['definition', 'include', 'exclude'] as const
  const other = facets.find((facet) => code[facet].trim() !== here[facet].trim())
  if (other) union.clashes.push({ kind: 'code-wording', on: here.name, stays: here[other], leaves: code[other] })
}

/** It has no wording at all. */
export const isSilent = (code: Pick<IncomingCode, 'definition' | 'include' | 'exclude'>): boolean =>
  code.definition.trim() === '' && code.include.trim() === '' && code.exclude.trim() === ''

/** From the root down, as the project has it. */
export function pathsOf(codes: readonly IncomingCode[]): ReadonlyMap<Ref, readonly string[]> {
  const paths = new Map<Ref, readonly string[]>()
  for (const { ref, parent, name } of codes)
    paths.set(ref, [...(parent === null ? [] : (paths.get(parent) ?? [])), name])
  return paths
}

/** A codebook from a file, before it is looked at: a table, or a REFI-QDA codebook (.qdc) said as one. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CodebookSet, ReadCodebook } from '../../../schema/codebook-file.ts'
import { writtenPath } from '../../../schema/code-path.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { FileOffer } from '../../../schema/importing.ts'
import { codebookWords } from '../export/codebook-words.ts'
import { faultOf } from '../faults.ts'
import type { ImportDesk } from '../importing/desk.ts'
import { limitOf } from '../importing/limits.ts'
import { readTableFile } from '../services/imports.ts'
import { grouped } from './losses.ts'
import { codebookIn } from './read-refi.ts'

/**
 * Throws what is the matter with the file: of a table what `readTableFile` throws, of a .qdc 'xml-…' and
 * 'refi-other-root', 'codebook-empty' where it has no code.
 */
export async function readCodebookFile(offer: FileOffer, desk: ImportDesk | null): Promise<ReadCodebook> {
  const name = 'path' in offer ? basename(offer.path) : basename(offer.name.replaceAll('\\', '/'))
  if (!/\.(?:qdc|xml)$/i.test(name)) return { ...(await readTableFile(offer, desk)), guids: [], sets: [], losses: [] }
  return await fromExchange(name, await bytesOf(offer, name))
}

async function bytesOf(offer: FileOffer, name: string): Promise<Uint8Array> {
  const limit = limitOf(name)
  const refuse = (bytes: number) => new ArchiveError({ kind: 'file-too-large', name, bytes, limit })
  if ('size' in offer) throw refuse(offer.size)
  if ('bytes' in offer) return offer.bytes
  try {
    const { size } = await stat(offer.path)
    if (size > limit) throw refuse(size)
    return await readFile(offer.path)
  } catch (error) {
    throw new ArchiveError(faultOf(error, offer.path), { cause: error })
  }
}

async function fromExchange(name: string, bytes: Uint8Array): Promise<ReadCodebook> {
  const { codes, codeSets, losses } = await codebookIn(name, bytes)
  if (codes.length === 0) throw new ArchiveError({ kind: 'codebook-empty' })
  const { fields, yes, no } = codebookWords.en
  const paths = new Map<string, readonly string[]>()
  for (const { ref, parent, name: own } of codes)
    paths.set(ref, [...(parent === null ? [] : (paths.get(parent) ?? [])), own])
  const rowOf = new Map(codes.map(({ ref }, at) => [ref, at + 2]))
  return {
    name,
    rows: [
      [
        fields.name,
        fields.below,
        fields.codable,
        fields.definition,
        fields.include,
        fields.exclude,
        fields.example,
        fields.colour,
      ],
      ...codes.map(({ ref, name: own, codable, definition, include, exclude, example, colour }) => [
        own,
        writtenPath((paths.get(ref) ?? []).slice(0, -1)),
        codable ? no : yes,
        definition,
        include,
        exclude,
        example,
        colour ?? '',
      ]),
    ],
    guids: codes.map(({ ref }) => ref),
    sets: codeSets.map(({ ref, name: own, codes: members }): CodebookSet => ({
      ref,
      name: own,
      rows: members.flatMap((member) => rowOf.get(member) ?? []),
    })),
    losses: grouped(losses),
  }
}

/**
 * Calls about the archive file itself. They are answered by `archive/serve.ts`, outside any
 * archive, because each of them changes which archive is open or how it is locked.
 */
import { z } from 'zod'
import type { ArchiveStatus } from './project.ts'

const path = z.string().min(1).max(4096)
const passphrase = z.string().max(1000)

export const lifecycle = {
  /** The new archive is open afterwards. `codebook: 'guide'` brings the interview guide's codes. */
  'archive.create': z.object({
    path,
    codebook: z.enum(['guide', 'none']).default('guide'),
    name: z.string().max(200).default(''),
    passphrase: passphrase.optional(),
  }),
  /** Closes what was open. `readOnly` opens beside another writer. */
  'archive.open': z.object({ path, passphrase: passphrase.optional(), readOnly: z.boolean().default(false) }),
  'archive.close': z.object({}),
  /** Sets, changes or (null) removes the passphrase by writing a new file; the old one does not remain. */
  'archive.passphrase': z.object({ current: passphrase.optional(), next: passphrase.nullable() }),
} as const satisfies Record<string, z.ZodType>

export type LifecycleName = keyof typeof lifecycle
export type LifecycleAsked<Name extends LifecycleName> = z.input<(typeof lifecycle)[Name]>
export type LifecycleInput<Name extends LifecycleName> = z.output<(typeof lifecycle)[Name]>
/** Every one answers how things stand afterwards; null: no archive is open. */
export type LifecycleOutput = ArchiveStatus | null

export function isLifecycle(name: string): name is LifecycleName {
  return Object.hasOwn(lifecycle, name)
}

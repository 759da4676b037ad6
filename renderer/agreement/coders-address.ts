/** Coders side by side: which document, and which unit of it, as the window's address says it. */
import type { SourceId } from '../../schema/ids.ts'
import { go } from '../workspace.ts'

export interface CodersAddress {
  readonly source: SourceId | null
  /** UTF-16 units: the unit that holds it is where one begins. */
  readonly at: number | null
}

export function codersIn(asked: string): CodersAddress {
  const parts = new URLSearchParams(asked)
  const at = Number(parts.get('at') ?? Number.NaN)
  return { source: parts.get('source') as SourceId | null, at: Number.isInteger(at) ? at : null }
}

export function askedBy({ source, at }: CodersAddress): string {
  const parts = new URLSearchParams()
  if (source) parts.set('source', source)
  if (at !== null) parts.set('at', String(at))
  return parts.toString()
}

/** Goes to the coders of a document, at a place of it where one is given. */
export const showCoders = (source: SourceId | null, at: number | null = null): void =>
  go({ view: 'coders', asked: askedBy({ source, at }) })

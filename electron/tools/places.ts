import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
/** A path inside the checkout. */
export const at = (...parts: readonly string[]): string => join(root, ...parts)
/** Progress and explanations; standard output belongs to results. */
export const say = (message: string): void => void process.stderr.write(`[kartoteka] ${message}\n`)

/** How the name table knows a document: by the SHA-256 of its text, in hexadecimal digits. */
import { createHash } from 'node:crypto'

export const documentKey = (text: string): string => createHash('sha256').update(text).digest('hex')

/** An export that was made, and that nobody wanted when the system asked where to put it. */
import type { Sheet } from '../../../schema/report.ts'

export const notSaved = (fileName: string): Sheet => ({
  fileName,
  mediaType: 'text/plain',
  content: '',
  rows: 0,
  withheld: 0,
})

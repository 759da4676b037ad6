/** The guide's codes as a window gets them, read from a real archive. */
import type { Codebook } from '../../schema/codebook.ts'
import { openArchive } from '../../electron/archive/open.ts'
import { anArchiveFile } from './archive.ts'

export function guideCodebook(): Codebook {
  const archive = openArchive(anArchiveFile({ codebook: 'guide' }), { readOnly: true })
  try {
    return archive.run('codebook.get', '', {})
  } finally {
    archive.close()
  }
}

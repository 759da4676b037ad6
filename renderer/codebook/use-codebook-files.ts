/** The two acts on the codebook as a file: save it, or read a table and ask what of it to take. */
import { useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import { useWork } from '../archive/use-archive.ts'
import { pickTable } from '../cases/pick-table.ts'
import { useHost } from '../host-context.ts'
import { useOffer } from '../offers.ts'
import type { Act } from '../parts/menu.tsx'
import { useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import type { Asked } from './asked.tsx'

export function useCodebookFiles(isEmpty: boolean, ask: (asked: Asked) => void) {
  const words = useWords()
  const { host } = useHost()
  const reading = useWork('codebook.read')
  const [seen, setSeen] = useState<ArchiveFault | null>(null)
  async function take(): Promise<void> {
    const file = await pickTable(host, '.csv,.tsv,.txt,.xlsx,.qdc')
    const table = file && (await reading.start({ file }))
    if (table) ask({ kind: 'take', table })
  }
  const actsIn = ({ codebookFiles }: Words): readonly Act[] => [
    { id: 'save-codebook', label: codebookFiles.save, isDisabled: isEmpty, do: () => ask({ kind: 'save' }) },
    { id: 'take-codebook', label: codebookFiles.take, do: () => void take() },
  ]
  useOffer({
    of: ({ codebook }) => codebook.title,
    acts: (said) => actsIn(said).filter(({ isDisabled }) => !isDisabled),
  })
  return {
    acts: actsIn(words),
    fault: reading.fault === seen ? null : reading.fault,
    forget: () => setSeen(reading.fault),
  }
}

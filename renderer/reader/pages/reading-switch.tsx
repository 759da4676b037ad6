/** In a printed document's heading: its pages as printed, or their text. */
import { isText } from '../../../schema/passage.ts'
import type { Source } from '../../../schema/source.ts'
import { useArchive } from '../../archive/use-archive.ts'
import { useKeys } from '../../keys.ts'
import { Segments } from '../../parts/choice.tsx'
import { useWords } from '../../words.ts'
import { focus } from '../../workspace.ts'
import type { Side } from '../halves.ts'
import { readerIn } from '../scrolled.ts'
import { readAs, readings, useReading, type Reading } from './how-shown.ts'

export function ReadingSwitch({ source, side }: { readonly source: Source; readonly side: Side }) {
  const words = useWords()
  const { cache } = useArchive()
  const reading = useReading(source)
  const change = (to: Reading) => {
    const passages = cache.peek('passage.list', { source: source.id }).value ?? []
    const focused = passages.filter(isText).find(({ id }) => id === focus.value.passage)
    // At the passage in focus, else at what stands at the top.
    const scrolled = readerIn(side)
    const inSight = scrolled ? Math.floor(scrolled.placeAt(scrolled.box.scrollTop + 40)) : undefined
    readAs(source.id, to, focused?.start ?? inSight)
  }
  useKeys({ asPrinted: () => change(reading === 'printed' ? 'text' : 'printed') })
  return (
    <Segments
      label={words.pages.reading}
      value={reading}
      options={readings.map((value) => ({ value, label: words.pages.readings[value] }))}
      onChange={change}
    />
  )
}

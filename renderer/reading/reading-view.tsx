/** Reading side by side: all passages of a code with its definition on top, alone or in two columns. */
import { useEffect, useMemo, useState } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { useKeys } from '../keys.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { CodePalette } from '../reader/code-palette.tsx'
import { recall, remember } from '../remembered.ts'
import { useWords } from '../words.ts'
import { address, go, lookAt, useAddress } from '../workspace.ts'
import { ReadColumns } from './read-columns.tsx'
import { lastRead } from './read-code.ts'
import { askedBy, readingIn, settled, type Reading } from './reading-address.ts'
import './reading.css'

export function ReadingView({ status }: { readonly status: ArchiveStatus }) {
  const words = useWords()
  const codes = useCodes()
  const { asked } = useAddress()
  const [choosing, setChoosing] = useState<'code' | 'beside' | null>(null)
  const reading = useMemo(() => settled(readingIn(asked), (id) => codes.byId.has(id)), [asked, codes])
  const code = reading.code ? codes.byId.get(reading.code) : undefined
  const kept = `reading:${status.path}`
  useEffect(() => {
    // One comes back to what one was reading; that is not a step of its own.
    if (asked !== '') remember(kept, asked)
    else lookAt({ ...address.value, asked: recall(kept) ?? '' })
  }, [asked, kept])
  useEffect(() => {
    if (reading.code) lastRead.set(reading.code)
  }, [reading.code])

  const goTo = (next: Reading) => go({ asked: askedBy(next) })
  const change = (next: Reading) => lookAt({ ...address.value, asked: askedBy(next) })
  function choose(chosen: CodeId): void {
    setChoosing(null)
    // The keys belong to what was chosen, once the palette has let go of them.
    setTimeout(() =>
      document
        .querySelector<HTMLElement>(`[data-pane=reading-${choosing === 'beside' ? 'right' : 'left'}] [role=grid]`)
        ?.focus(),
    )
    if (choosing === 'code') goTo({ ...reading, code: chosen, beside: null })
    else if (chosen !== reading.code) goTo({ ...reading, beside: { kind: 'code', code: chosen } })
  }
  useOffer({
    of: ({ views }) => views.reading,
    acts: (say) => [
      {
        id: 'read-choose',
        label: code ? say.reading.chooseOther : say.reading.choose,
        do: () => setChoosing('code'),
      },
    ],
  })
  useKeys({ compareCodes: () => setChoosing(code ? 'beside' : 'code') })

  return (
    <div className="page reading">
      {code ? (
        <ReadColumns
          archive={status.path}
          reading={reading}
          code={code}
          onChange={change}
          onGo={goTo}
          onChoose={setChoosing}
        />
      ) : (
        <Empty
          icon="reading"
          title={words.reading.emptyTitle}
          act={
            <Button look="strong" onPress={() => setChoosing('code')}>
              {words.reading.choose}
            </Button>
          }
        >
          {words.reading.emptyText}
        </Empty>
      )}
      {choosing && (
        <CodePalette
          codes={codes}
          title={choosing === 'code' ? words.reading.choose : words.reading.compareTitle}
          canAdd={false}
          onChoose={choose}
          onClose={() => setChoosing(null)}
        />
      )}
    </div>
  )
}

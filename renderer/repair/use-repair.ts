/** The acts on passages in doubt, as the desk, the inspector and the reader do them. Each can be undone. */
import { useMemo } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { PassageId } from '../../schema/ids.ts'
import { useCommand } from '../archive/use-archive.ts'
import { perform } from '../keys.ts'
import { notify } from '../parts/notices.tsx'
import { useWords } from '../words.ts'
import type { FoundPlace } from './certain-place.ts'
import './repair.css'

export interface Repair {
  /** The changed words are the right ones. */
  readonly confirm: (passages: readonly PassageId[]) => Promise<void>
  readonly place: (place: FoundPlace) => Promise<boolean>
  /** Each on the words where it was found. */
  readonly placeAll: (places: readonly FoundPlace[]) => Promise<void>
  readonly giveUp: (passages: readonly PassageId[], codings: number) => Promise<void>
  readonly fault: ArchiveFault | null
  readonly forget: () => void
}

export function useRepair(): Repair {
  const words = useWords()
  const confirm = useCommand('passage.confirm')
  const place = useCommand('passage.place')
  const placeMany = useCommand('passage.placeMany')
  const release = useCommand('passage.release')
  return useMemo(() => {
    const say = (sentence: string) =>
      notify({ words: sentence, act: { label: words.common.undo, do: () => void perform('undo') } })
    return {
      confirm: async (passages) => {
        if (passages.length === 0 || (await confirm({ passages: [...passages] })) === undefined) return
        say(words.repair.confirmed(passages.length))
      },
      place: async (found) => {
        const placed = await place(found)
        if (placed) say(words.repair.placed(1))
        return placed !== undefined
      },
      placeAll: async (places) => {
        if (places.length === 0 || (await placeMany({ places: [...places] })) === undefined) return
        say(words.repair.placed(places.length))
      },
      giveUp: async (passages, codings) => {
        if (passages.length === 0 || (await release({ passages: [...passages] })) === undefined) return
        say(words.repair.gaveUp(passages.length, codings))
      },
      fault: confirm.fault ?? place.fault ?? placeMany.fault ?? release.fault,
      forget: () => {
        confirm.forget()
        place.forget()
        placeMany.forget()
        release.forget()
      },
    }
  }, [confirm, place, placeMany, release, words])
}

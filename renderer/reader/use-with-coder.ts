/** What a key has done to somebody else's coding says whose it was: nobody changes another's work unawares. */
import { useCallback } from 'react'
import type { CoderId } from '../../schema/ids.ts'
import { useArchive } from '../archive/use-archive.ts'

/** Puts the coder's name before words about a coding that is not one's own. */
export function useWithCoder(): (coder: CoderId, words: string) => Promise<string> {
  const { client, cache } = useArchive()
  return useCallback(
    async (coder, words) => {
      if (coder === client.coder) return words
      const coders = await cache.ask('coder.list', {})
      const name = coders.ok ? coders.value.find(({ id }) => id === coder)?.name : undefined
      return name === undefined ? words : `${name}: ${words}`
    },
    [client, cache],
  )
}

/**
 * A picture's file as an address that the window can show. Views that look at the same picture share one;
 * it is given back when nobody looks any more.
 */
import { useEffect, useState } from 'react'
import type { ArchiveFault } from '../../../schema/error.ts'
import type { SourceId } from '../../../schema/ids.ts'
import { useArchive } from '../../archive/use-archive.ts'
import type { ArchiveClient } from '../../archive/client.ts'

export interface Picture {
  readonly url: string | null
  readonly fault: ArchiveFault | null
}
const waiting: Picture = { url: null, fault: null }

interface Shared {
  readonly picture: Promise<Picture>
  users: number
}
const shared = new WeakMap<ArchiveClient, Map<SourceId, Shared>>()

async function load(client: ArchiveClient, source: SourceId): Promise<Picture> {
  const answer = await client.call('source.file', { source })
  if (!answer.ok) return { url: null, fault: answer.fault }
  const { bytes, mediaType } = answer.value
  return { url: URL.createObjectURL(new Blob([bytes], { type: mediaType })), fault: null }
}

function take(
  client: ArchiveClient,
  source: SourceId,
): { readonly picture: Promise<Picture>; readonly giveBack: () => void } {
  let all = shared.get(client)
  if (!all) shared.set(client, (all = new Map()))
  const known = all.get(source) ?? { picture: load(client, source), users: 0 }
  all.set(source, known)
  known.users++
  return {
    picture: known.picture,
    giveBack: () => {
      if (--known.users > 0) return
      all.delete(source)
      void known.picture.then(({ url }) => url && URL.revokeObjectURL(url))
    },
  }
}

/** Null asks for nothing. */
export function usePicture(source: SourceId | null): Picture {
  const { client } = useArchive()
  const [found, setFound] = useState<{ readonly source: SourceId; readonly picture: Picture } | null>(null)
  useEffect(() => {
    if (!source) return
    let isOver = false
    const { picture, giveBack } = take(client, source)
    void picture.then((loaded) => {
      if (!isOver) setFound({ source, picture: loaded })
    })
    return () => {
      isOver = true
      giveBack()
    }
  }, [client, source])
  return found && found.source === source ? found.picture : waiting
}

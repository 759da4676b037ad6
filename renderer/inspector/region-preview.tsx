/** What a rectangle of a picture or of a printed page holds, small. */
import { useEffect, useState } from 'react'
import type { Region } from '../../schema/passage.ts'
import type { Page, Source } from '../../schema/source.ts'
import { useArchive } from '../archive/use-archive.ts'
import { covering, mayCover } from '../names/covering.ts'
import { useObservable } from '../observable.ts'
import { usePicture } from '../reader/image/use-picture.ts'
import { pageCrops, type Crop } from '../reader/pages/page-crops.ts'

/** Pixels. */
const most = { width: 240, height: 140 }

export const isPrinted = ({ mediaType }: Source): boolean => mediaType === 'application/pdf'

export function RegionPreview({
  source,
  page,
  region,
}: {
  readonly source: Source
  readonly page: Page
  readonly region: Region
}) {
  const { url } = usePicture(source.id)
  const [isBroken, setBroken] = useState(false)
  if (!url || isBroken) return null
  const scale = Math.min(most.width / region.width, most.height / region.height, 1 / 500)
  return (
    <div className="region-preview" style={{ width: region.width * scale, height: region.height * scale }}>
      <img
        src={url}
        alt=""
        decoding="async"
        draggable={false}
        style={{ width: page.width * scale, left: -region.x * scale, top: -region.y * scale }}
        onError={() => setBroken(true)}
      />
    </div>
  )
}

/** Empty until it is drawn, and where it cannot be. */
export function PrintedPreview({ source, region }: { readonly source: Source; readonly region: Region }) {
  const { client } = useArchive()
  const { page, x, y, width, height } = region
  const [crop, setCrop] = useState<Crop | null>(null)
  // Nobody knows where in it a name stands.
  const isHidden = mayCover(useObservable(covering))
  useEffect(() => {
    let isOver = false
    void pageCrops(client)
      .crop(source.id, { page, x, y, width, height })
      .then((drawn) => {
        if (!isOver) setCrop(drawn)
      })
    return () => {
      isOver = true
    }
  }, [client, source.id, page, x, y, width, height])
  // Room is kept for it from the beginning: a list must not jump while its pictures come.
  const scale = Math.min(most.width / width, most.height / height, 1 / 500)
  const size = crop ?? { width: width * scale, height: height * scale }
  return (
    <div className="region-preview" style={{ width: size.width, height: size.height }}>
      {crop && !isHidden && (
        <img src={crop.url} alt="" draggable={false} style={{ inset: 0, width: '100%', height: '100%' }} />
      )}
    </div>
  )
}

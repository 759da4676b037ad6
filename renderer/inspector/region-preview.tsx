/** What a rectangle of a picture holds, small. Of other documents their reader alone can draw a page. */
import { useState } from 'react'
import type { Region } from '../../schema/passage.ts'
import type { Page, Source } from '../../schema/source.ts'
import { usePicture } from '../reader/image/use-picture.ts'

/** Pixels. */
const most = { width: 240, height: 140 }

export const isPicture = ({ mediaType }: Source): boolean => mediaType.startsWith('image/')

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

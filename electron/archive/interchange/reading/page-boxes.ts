/** What a PDF says of its pages: the media box, and the part of it that is shown. */

/** Points in the page's own space, before any rotation. */
export interface PageBox {
  readonly mediaLeft: number
  readonly mediaBottom: number
  /** Of what is shown: the crop box where it lies in the media box. */
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** Null for a file that is no PDF, or is broken or closed. */
export async function pageBoxes(bytes: Uint8Array): Promise<readonly PageBox[] | null> {
  const { PDFDocument } = await import('@cantoo/pdf-lib') // here, so that projects without rectangles do not wait for it
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false })
    return document.getPages().map((page) => {
      const media = page.getMediaBox()
      const crop = page.getCropBox()
      const left = Math.max(media.x, crop.x)
      const bottom = Math.max(media.y, crop.y)
      const right = Math.min(media.x + media.width, crop.x + crop.width)
      const top = Math.min(media.y + media.height, crop.y + crop.height)
      const isCropped = right > left && top > bottom
      const whole = { left: media.x, bottom: media.y, right: media.x + media.width, top: media.y + media.height }
      return { mediaLeft: media.x, mediaBottom: media.y, ...(isCropped ? { left, bottom, right, top } : whole) }
    })
  } catch {
    return null
  }
}

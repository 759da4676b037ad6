import { afterEach, describe, expect, it, vi } from 'vitest'
import { PageSize } from '../../renderer/reader/pages/page-size.ts'
import type { Pdf } from '../../renderer/reader/pages/pdfjs.ts'

/** Two pages, the second lying: pixels at scale 1. */
const widths = [600, 800]

function aPane(room: number) {
  vi.stubGlobal('getComputedStyle', () => ({ paddingLeft: '20px', paddingRight: '180px' }))
  const pdf = {
    scale: 1,
    turn: 0,
    page: 1,
    elementOf: (page: number) => ({ offsetWidth: (widths[page - 1] ?? 0) * pdf.scale }),
    zoomTo: (scale: number) => {
      pdf.scale = scale
    },
  }
  const scroller = { clientWidth: room + 200, scrollTop: 0, addEventListener: () => {} }
  const size = new PageSize(pdf as unknown as Pdf, scroller as unknown as HTMLElement, {} as HTMLElement)
  return { pdf, scroller, size }
}

describe('printed pages that are fitted into their pane', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('keep their size when a wider page comes into sight and something is done there', () => {
    const { pdf, size } = aPane(300)
    size.refit()
    expect(pdf.scale).toBe(0.5)
    pdf.page = 2
    size.refit()
    expect(pdf.scale).toBe(0.5)
    size.fit()
    expect(pdf.scale).toBe(300 / 800)
  })

  it('grow and shrink with their pane, by the page that was fitted', () => {
    const { pdf, scroller, size } = aPane(300)
    size.refit()
    pdf.page = 2
    scroller.clientWidth = 450 + 200
    size.refit()
    expect(pdf.scale).toBe(0.75)
  })
})

import { describe, expect, it } from 'vitest'
import { PageSelection } from '../../renderer/reader/pages/page-selection.ts'
import type { SourceText } from '../../schema/source.ts'

const text = 'Before you go. Read the contract twice. Keep your passport.'

function aPage(inSight: string) {
  const selection = new PageSelection({
    content: { text, pages: [] } as unknown as SourceText,
    scroller: { addEventListener: () => {} } as unknown as HTMLElement,
    onPage: () => null,
    layoutOf: () => null,
    inSight: () => text.indexOf(inSight),
    onChange: () => {},
    onClick: () => {},
  })
  const press = (key: string, held: { readonly shiftKey?: boolean; readonly ctrlKey?: boolean } = {}) =>
    selection.key({
      key,
      code: key,
      shiftKey: false,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      ...held,
    } as KeyboardEvent)
  const words = () => selection.stretch && text.slice(selection.stretch.start, selection.stretch.end)
  return { selection, press, words }
}

describe('selecting on printed pages with the keys alone', () => {
  it('begins at what is in sight where nobody has clicked yet', () => {
    const { press, words } = aPage('Read')
    expect(press('ArrowRight', { shiftKey: true })).toBe(true)
    press('ArrowRight', { shiftKey: true })
    expect(words()).toBe('Read the')
  })

  it('leaves arrows to scrolling until the caret has a place', () => {
    const { press, selection } = aPage('Read')
    expect(press('ArrowDown')).toBe(false)
    expect(selection.now).toBeNull()
  })

  it('goes to the beginning and the end of the document', () => {
    const { press, selection } = aPage('Read')
    press('End', { ctrlKey: true })
    expect(selection.now).toEqual({ anchor: text.length, head: text.length })
    press('Home', { ctrlKey: true })
    expect(selection.now).toEqual({ anchor: 0, head: 0 })
  })
})

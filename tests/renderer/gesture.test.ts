import { describe, expect, it } from 'vitest'
import { actsOf, isPressed, type Press } from '../../renderer/keys.ts'
import { answerPress } from '../../renderer/reader/gesture.ts'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'

const code = (shortcut: string, codable = true): Code => ({
  id: shortcut as CodeId,
  parent: null,
  name: shortcut,
  shortcut,
  colour: '#000000',
  definition: '',
  include: '',
  exclude: '',
  example: '',
  codable,
  version: 1,
})
const [funding, terms, alone, heading] = [code('4'), code('4e'), code('7'), code('9', false)]
const codes = {
  byShortcut: new Map([funding, terms, alone, heading].map((each) => [each.shortcut, each])),
  hasChildren: ({ shortcut }: Code) => shortcut === '4' || shortcut === '9',
}
const press = (key: string, place: string, more: Partial<Press> = {}): Press => ({
  key,
  code: place,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('two keys', () => {
  it('open a family and pick its child', () => {
    expect(answerPress(press('4', 'Digit4'), null, codes)).toEqual({ kind: 'open', family: funding })
    expect(answerPress(press('e', 'KeyE'), funding, codes)).toEqual({ kind: 'apply', code: terms })
  })
  it('go by their place under a Russian layout and on the number pad', () => {
    expect(answerPress(press('у', 'KeyE'), funding, codes)).toEqual({ kind: 'apply', code: terms })
    expect(answerPress(press('4', 'Numpad4'), null, codes)).toEqual({ kind: 'open', family: funding })
  })
  it('go by the letter where the layout writes Latin letters elsewhere', () => {
    expect(answerPress(press('e', 'KeyD'), funding, codes)).toEqual({ kind: 'apply', code: terms })
  })
  it('apply a family without children at once', () => {
    expect(answerPress(press('7', 'Digit7'), null, codes)).toEqual({ kind: 'apply', code: alone })
  })
  it('apply the family itself when its digit comes twice, or Enter', () => {
    expect(answerPress(press('4', 'Digit4'), funding, codes)).toEqual({ kind: 'apply', code: funding })
    expect(answerPress(press('Enter', 'Enter'), funding, codes)).toEqual({ kind: 'apply', code: funding })
  })
  it('never apply a heading', () => {
    expect(answerPress(press('9', 'Digit9'), heading, codes)).toEqual({ kind: 'open', family: heading })
    expect(answerPress(press('Enter', 'Enter'), heading, codes)).toEqual({ kind: 'close', typed: null })
  })
  it('say which code is not there', () => {
    expect(answerPress(press('z', 'KeyZ'), funding, codes)).toEqual({ kind: 'close', typed: '4z' })
  })
  it('leave other keys alone', () => {
    expect(answerPress(press('e', 'KeyE'), null, codes).kind).toBe('pass')
    expect(answerPress(press('4', 'Digit4', { ctrlKey: true }), null, codes).kind).toBe('pass')
    expect(answerPress(press('*', 'Digit8', { shiftKey: true }), null, codes).kind).toBe('pass')
    expect(answerPress(press('ArrowDown', 'ArrowDown'), funding, codes).kind).toBe('pass')
  })
})

describe('keys of the window', () => {
  it('are silent in a text field, but for those that no text needs', () => {
    expect(actsOf(press('e', 'KeyE'), true)).toEqual([])
    expect(actsOf(press('k', 'KeyK', { ctrlKey: true }), true)).toEqual(['palette'])
  })
  it('work under a Russian layout', () => {
    expect(actsOf(press('я', 'KeyZ', { ctrlKey: true }), false)).toEqual(['undo'])
    expect(actsOf(press('у', 'KeyE'), false)).toEqual(['grow'])
  })
  it('are Cmd on a Mac and Ctrl elsewhere', () => {
    expect(isPressed('mod+Z', press('z', 'KeyZ', { metaKey: true }), true)).toBe(true)
    expect(isPressed('mod+Z', press('z', 'KeyZ', { ctrlKey: true }), true)).toBe(false)
    expect(isPressed('mod+Z', press('z', 'KeyZ', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
  })
})

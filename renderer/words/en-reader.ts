/** The words of reading: text, rectangles, halves, translations, pictures and printed pages. */
import type { Responsible, Stance } from '../../schema/coding.ts'
import { say, facets } from './en-counts.ts'

export const readerWords = {
  reader: {
    appliedTo: (code: string, n: number) => `${code} applied to ${say.count(n, { one: '# word', other: '# words' })}`,
    appliedToRectangle: (code: string) => `${code} applied to the rectangle`,
    matchCase: 'Match capitals',
    wholeWords: 'Whole words',
    paragraph: (label: string) => `Paragraph ${label}`,
    paragraphNumbers: 'Paragraphs',
    passages: 'Coded passages',
    page: (n: number) => `page ${n}`,
    tabs: 'Open documents',
    closeTab: (short: string) => `Close ${short}`,
    /** Page 0: of a picture, which has none. */
    rectangleOn: (page: number) => (page > 0 ? `A rectangle on page ${page}` : 'A rectangle of the picture'),
    selectFirst: 'Select some words first: with the mouse, or with Shift and the arrow keys.',
    noSuchKey: (keys: string) => `No code has the key ${keys}.`,
    nothingToRepeat: 'No code has been applied yet in this window.',
    passageOf: (codes: string, quote: string) => `${codes || 'No code'}: “${quote}”`,
    copied: 'Copied with its citation.',
    notCopied: 'The clipboard could not be written.',
    chooseCode: 'Apply a code',
    chooseOtherCode: 'Change the code to',
    findCode: 'find a code',
    findCodePlaceholder: 'Any part of a code’s name, or its key…',
    addCode: (name: string) => `Add the code “${name}”`,
    codingBar: 'Code these words',
    nowALetter: 'now a letter',
    familyItself: 'the family itself',
    described: (coding: { weight: 1 | 2 | 3; stance: Stance | null; holdsResponsible: Responsible | null }) =>
      [
        facets.weights[coding.weight],
        coding.stance && facets.stances[coding.stance],
        coding.holdsResponsible && `held responsible: ${facets.responsibles[coding.holdsResponsible].toLowerCase()}`,
      ]
        .filter(Boolean)
        .join(', '),
    margin: 'What the margin shows',
    densities: { names: 'Codes by name', keys: 'Codes by key', bars: 'Bars only' },
    dragHandle: { start: 'Drag to begin the passage elsewhere', end: 'Drag to end the passage elsewhere' },
    findInText: 'Find in this document',
    notFound: 'Not found',
    nextFound: 'Next',
    previousFound: 'Previous',
  },

  regions: {
    onPage: (page: number) => `Rectangles on page ${page}`,
    drag: 'Drag to move the rectangle',
    size: 'Drag to size the rectangle',
    list: 'Rectangles of this picture',
    drawnAt: (at: { left: number; top: number; width: number; height: number }) =>
      `A rectangle is drawn: ${say.percent(at.left / 100)} from the left, ${say.percent(at.top / 100)} from the top, ${say.percent(at.width / 100)} wide, ${say.percent(at.height / 100)} high.`,
    howToMove:
      'Arrows move the rectangle, Shift and arrows size it, Ctrl makes larger steps. Enter keeps it, Esc does not.',
  },

  halves: {
    sides: { first: 'at the left', second: 'at the right' },
    half: (side: 'first' | 'second', short: string) =>
      side === 'first' ? `Left document: ${short}` : `Right document: ${short}`,
    close: (short: string) => `Close the half with ${short}`,
    closeThis: 'Close this half',
    openBeside: 'Open beside',
    showIn: { first: 'Show at the left', second: 'Show at the right' },
    closeOthers: 'Close the other documents',
    drop: { first: 'Left', second: 'Right' },
  },

  translation: {
    title: 'Translation',
    isOf: 'This is the translation of',
    none: 'No other document',
    originalOf: (short: string) => `Its translation: ${short}`,
    openBeside: (short: string) => `Open ${short} beside it`,
    unlink: (short: string) => `Not the translation: ${short}`,
    pairs: (n: number) => say.count(n, { one: '# pair of paragraphs pinned', other: '# pairs of paragraphs pinned' }),
    pair: (from: string, to: string) => `${from} and ${to}`,
    unpair: (from: string, to: string) => `Take ${from} and ${to} apart`,
    linkFirst: 'Only a document and its translation have pairs. Say in the inspector which is the translation.',
    onlyWords: 'Paragraphs can be paired where both documents are shown as text.',
    paired: (from: string, to: string) => `Paragraphs ${from} and ${to} belong together now.`,
  },

  image: {
    tools: 'Pointer, size, rotation',
    pointer: 'What the pointer does',
    pointers: { draw: 'Draw', hand: 'Move' },
    whole: 'The whole picture',
    wide: 'As wide as the pane',
    noneYet: 'Draw around something on the picture, then press the key of a code.',
    alt: (title: string) => `The picture: ${title}`,
    selectFirst: 'Draw a rectangle first: with the mouse, or press N and use the arrow keys.',
    brokenTitle: 'This picture cannot be shown',
    brokenText: 'Its file is damaged. Rectangles and codings are where they were.',
  },

  pages: {
    reading: 'How the document is read',
    readings: { printed: 'As printed', text: 'As text' },
    readAsText: 'Read as text',
    bar: 'Page, size, rotation',
    draw: 'Draw a rectangle (or hold Alt)',
    page: 'page',
    ofPages: (count: number) => `of ${say.number(count)}`,
    noWords: 'A scan without text: nothing on it can be selected.',
    broken: (page: number) =>
      `Page ${page} cannot be drawn: the file is damaged here. The other pages are as they were.`,
    covered:
      'Names are covered, and the words of this page are not measured exactly enough for it: the page is covered whole.',
    unmatched:
      'The words on this page are not quite those that were imported; codings stand where their words were found again.',
    refusedTitle: 'The pages cannot be shown',
    refused: {
      locked: 'The file asks for a password. Its text and codings are in the archive: read it as text.',
      damaged: 'The file is damaged. Its text and codings are in the archive: read it as text.',
    },
  },
}

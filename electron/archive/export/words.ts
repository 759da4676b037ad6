/** Small pieces of wording that every export shares. */
import type { Code } from '../../../schema/codebook.ts'

/** '4e Terms of the money' */
export function nameOf({ shortcut, name }: Pick<Code, 'shortcut' | 'name'>): string {
  return `${shortcut} ${name}`.trim()
}

/** Text as HTML and SVG take it, in content and in attributes. */
export const escaped = (text: string): string =>
  /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text

/** What XML 1.0 may hold: other control characters than tab and line ends are not among them. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- leaving control characters out is the point
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

/** Whether XML 1.0 can hold the text as it is. */
export const isXmlText = (text: string): boolean => xmlText(text) === text

/** Between the tags of XML: a bare CR would be read as LF. What XML cannot hold is left out. */
export const inXml = (text: string): string => escaped(xmlText(text)).replaceAll('\r', '&#13;')
/** The words of an element that `inXml` wrote and that holds nothing else. */
export const wordsOfElement = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#13;', '\r')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
/** In an attribute of XML, where line ends and tabs would be read as blanks too. Most are ids, with nothing to do. */
export const inXmlAttribute = (text: string): string =>
  /^[\w .:/{}#-]*$/.test(text) ? text : inXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')

/** Whether white reads better than black: relative luminance by WCAG 2.2. */
export function isDark(colour: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.179
}

import { isXmlText } from '../export/words.ts'

/**
 * What a memo is called in a project: its first line, as it stands. Readers that find it at the beginning of the text
 * know it for no title of its own. Nothing where that is empty or cannot stand in XML.
 */
export function memoTitle(text: string): string | undefined {
  const [line = ''] = text.trimStart().split('\n', 1)
  const cut = line.slice(0, 80).toWellFormed().trimEnd()
  return cut === '' || !isXmlText(cut) ? undefined : cut.length < line.trimEnd().length ? `${cut}…` : cut
}

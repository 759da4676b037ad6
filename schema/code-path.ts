/** Paths of codes as one line of text: 'Money / Terms'. */

/** A slash within a name is doubled, so that every path is read back as it was. */
export const writtenPath = (path: readonly string[]): string =>
  path.map((name) => name.replaceAll('/', '//')).join(' / ')

/** '' is the root. */
export const readPath = (text: string): readonly string[] =>
  text.trim() === ''
    ? []
    : text
        .split(/\s\/\s/)
        .map((name) => name.replaceAll('//', '/').trim())
        .filter((name) => name !== '')

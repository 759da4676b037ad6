/** Reads Markdown by the few rules that our files use, apart from what writes them: quotes, breaks, escapes. */
export const readMarkdown = (markdown: string): string =>
  markdown
    .replaceAll(/^>(?: |$)/gm, '')
    // An odd number of backslashes before a line end is a break; an even one is so many characters.
    .replaceAll(/(?<!\\)((?:\\\\)*)\\\n/g, '$1\n')
    .replaceAll(/\\([!-/:-@[-`{-~])|&#(\d+);/g, (_, mark: string | undefined, code: string | undefined) =>
      code === undefined ? (mark ?? '') : String.fromCharCode(Number(code)),
    )

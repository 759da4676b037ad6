/** Words of lists of passages. */
import type { grammarOf } from './numbers.ts'

export const passageWords = (say: ReturnType<typeof grammarOf>) => {
  const passages = (n: number) => say.count(n, { one: '# passage', other: '# passages' })
  return {
    shown: (shown: number, of: number | null) =>
      of === null || of === shown ? passages(shown) : `${say.number(shown)} of ${passages(of)}`,
    picked: (n: number) => `${say.number(n)} selected`,
    actsOnPicked: 'Acts on the selected passages',
    actsOn: (extract: string) => `Acts on ${extract}`,
    clear: 'Select none',
    more: 'More',
    open: 'Go to the place',
    goTo: (extract: string) => `Go to ${extract}`,
    wider: 'Show more around it',
    narrower: 'Show less around it',
    addCode: 'Add a code…',
    changeCode: 'Change the code…',
    removeCode: 'Remove the code',
    star: 'Star',
    unstar: 'Take the star off',
    copy: 'Copy with citation',
    whichCode: 'Which of their codes?',
    whichPlaceholder: 'Part of a name',
    coded: (n: number, code: string) => `${code} on ${passages(n)}`,
    already: (n: number) => (n === 0 ? '' : `, on ${say.number(n)} already`),
    removed: (n: number, code: string) => `${code} removed from ${passages(n)}`,
    starred: (n: number) => `${passages(n)} starred`,
    unstarred: (n: number) => `The star taken off ${passages(n)}`,
    described: (n: number, said: string) => (n === 1 ? said : `${said}: ${passages(n)}`),
    copied: (n: number) => `${passages(n)} copied with citation`,
    older: 'older wording',
    olderHint: (wording: string) =>
      wording ? `Coded when the code meant: ${wording}` : 'Coded when the code was worded differently',
    memos: (n: number) => say.count(n, { one: '# memo', other: '# memos' }),
  }
}

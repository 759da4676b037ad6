/** What the libraries without types have that we use. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object
}
declare module 'snowball-stemmers' {
  export function newStemmer(language: 'english' | 'russian'): { stem(word: string): string }
}
declare module 'jstat' {
  const jStat: {
    readonly chisquare: { cdf(value: number, degrees: number): number }
    /** The natural logarithm of the gamma function. */
    gammaln(value: number): number
  }
  export default jStat
}

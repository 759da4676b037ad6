/** The words of the documents, their import and the lists of passages. */
import { say, documents, files } from './en-counts.ts'

export const libraryWords = {
  library: {
    title: 'Documents',
    filter: 'Filter documents',
    list: 'Documents',
    import: 'Import files',
    menu: (name: string) => `Acts on ${name}`,
    emptyTitle: 'No documents yet',
    emptyText:
      'Drag files or a folder onto the window, or choose them. Text, Word, PDF and pictures can be read, hundreds at once.',
    emptyAct: 'Choose files',
    nothingMatches: (filter: string) => `No document fits “${filter}”.`,
    clearFilter: 'Clear the filter',
    untick: 'Select no documents',
    ticked: (n: number) => say.count(n, { one: '# document selected', other: '# documents selected' }),
    count: documents,
    codingsOn: (n: number) => say.count(n, { one: '# coding', other: '# codings' }),
    uncoded: 'No codings yet',
    newTitle: 'Title',
    kind: 'Kind',
    language: 'Language',
    level: 'Quotation level',
    details: 'Describe',
    delete: 'Delete',
    deleteMany: (n: number) => `Delete ${documents(n)}`,
    deleted: (n: number, name: string) => (n === 1 ? `${name} deleted` : `${documents(n)} deleted`),
    noneOpenTitle: 'Nothing is open',
    noneOpenText: 'Choose a document at the left. Enter opens it, arrows walk through the list.',
    facts: (kind: string, language: string, paragraphs: number) =>
      `${kind}, ${language}, ${say.count(paragraphs, { one: '# paragraph', other: '# paragraphs' })}`,
  },

  import: {
    title: 'Import',
    reading: (n: number) => `Reading ${files(n)}`,
    readingOne: (done: number, total: number, name: string) =>
      `Reading ${say.number(done)} of ${say.number(total)}${name ? `: ${name}` : ''}`,
    writingOne: (done: number, total: number, name: string) =>
      `Importing ${say.number(done)} of ${say.number(total)}${name ? `: ${name}` : ''}`,
    emptyTitle: 'Bring documents in',
    emptyText:
      'Drag files or folders anywhere onto the window. You see what was found in each before anything is written: kind, language, speakers, duplicates, problems. Another archive (.kartoteka) or a project of another program (.qdpx, .qde, .qdc) is united with this one, after you have seen how.',
    choose: 'Choose files',
    addMore: 'Add more files',
    summary: (chosen: number, total: number) => `${say.number(chosen)} of ${files(total)} will be imported`,
    problems: (n: number) => say.count(n, { one: '# problem', other: '# problems' }),
    duplicates: (n: number) => say.count(n, { one: '# duplicate', other: '# duplicates' }),
    all: 'All',
    onlyProblems: 'Problems',
    onlyDuplicates: 'Duplicates',
    commit: (n: number) => `Import ${documents(n)}`,
    discard: 'Discard the list',
    columns: {
      include: 'Import',
      title: 'Title',
      file: 'File',
      kind: 'Kind',
      language: 'Language',
      speakers: 'Speakers',
      size: 'Length',
      state: 'Remarks',
    },
    include: (name: string) => `Import ${name}`,
    titleOf: (name: string) => `Title of ${name}`,
    kindOf: (name: string) => `Kind of ${name}`,
    languageOf: (name: string) => `Language of ${name}`,
    interviewer: 'interviewer',
    noSpeakers: 'none',
    duplicateOfSource: (short: string) => `Same bytes as ${short}, already here`,
    duplicateOfItem: (name: string) => `Same bytes as ${name} above`,
    ready: 'Ready',
    imported: (short: string) => `Imported as ${short}`,
    refused: 'Not imported',
    cancelled: 'Left out: cancelled',
    finished: (n: number) => `${documents(n)} imported`,
    finishedSome: (n: number, refused: number) =>
      `${documents(n)} imported, ${say.count(refused, { one: '# file', other: '# files' })} not`,
    toDocuments: 'Show the documents',
    another: 'Import more',
    nothingReadable: 'None of these files could be read.',
  },

  quotations: {
    none: 'No coded passage here',
    noneHint: 'Choose another code or take a filter off.',
  },

  reports: {
    emptyTitle: 'Nothing is coded yet',
    emptyText: 'Once passages are coded, how often each code was used stands here, by document and by kind.',
    coder: 'Coder',
    allCoders: 'All coders',
    allKinds: 'All kinds',
    allCodes: 'All codes',
    exportReport: 'Export report',
    exportQuotations: 'Export passages',
    quotationsCsv: 'Passages as .csv',
    quotationsHtml: 'Passages as .html',
    allPassages: 'All coded passages',
    showAll: 'Show all',
    /** `counted`: '12 quotations'. */
    saved: (name: string, counted: string, withheld: number) =>
      withheld > 0
        ? `${name} saved: ${counted}, ${say.number(withheld)} kept back because of consent`
        : `${name} saved: ${counted}`,
  },
}

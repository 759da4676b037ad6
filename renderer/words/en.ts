/** Every word of the interface, in English. `ru.ts` must have the same shape, or it does not compile. */
import { fieldWords } from '../../schema/field-words.ts'
import { exportingWords } from './en-exporting.ts'
import { agreementWords } from './en-agreement.ts'
import { merging } from './en-merging.ts'
import { review } from './en-review.ts'
import { names } from './en-names.ts'
import { codebookFiles } from './en-codebook-files.ts'
import { leaving } from './en-leaving.ts'
import { caseWords } from './en-cases.ts'
import { passageWords } from './en-passages.ts'
import { guideWords } from './en-guide.ts'
import { readingWords } from './en-reading.ts'
import { retrieval } from './en-retrieval.ts'
import { reporting } from './en-reporting.ts'
import { search } from './en-search.ts'
import { keptReports } from './en-kept-reports.ts'
import { stopWords } from './en-stop-words.ts'
import { passage } from './en-sensitivity.ts'
import { startWords } from './en-start.ts'
import { libraryWords } from './en-library.ts'
import { readerWords } from './en-reader.ts'
import { editingWords } from './en-editing.ts'
import { codebookWords } from './en-codebook.ts'
import { memosWords } from './en-memos.ts'
import { keysWords } from './en-keys.ts'
import { say, documents, files, codings } from './en-counts.ts'

export const en = {
  say,
  agreement: agreementWords,
  keptReports,
  merging,
  review,
  names,
  codebookFiles,
  stopWords,
  leaving,
  passage,
  cases: caseWords,

  app: {
    name: 'Kartoteka',
    untitled: 'Untitled archive',
    openingArchive: 'Opening the archive…',
    noHost: 'The window cannot reach its archive process.',
    notAdmitted: 'This address opens one window only.',
    notAdmittedText: 'Go back to the window that is open, or close it and start Kartoteka again.',
    tryAgain: 'Try again',
    drop: 'Drop files to import them',
    dropHint: 'You see a review list before anything is written.',
    skipToMiddle: 'Skip to the middle pane',
    leftPane: 'Documents pane',
    middlePane: 'Reading pane',
    rightPane: 'Codebook and inspector',
    closeRight: 'Close the right pane',
    views: 'Views',
    back: 'Back',
    forward: 'Forward',
  },

  common: {
    cancel: 'Cancel',
    close: 'Close',
    done: 'Done',
    save: 'Save',
    delete: 'Delete',
    undo: 'Undo',
    redo: 'Redo',
    more: 'More',
    clear: 'Clear',
    loading: 'Loading…',
    of: (part: number, whole: number) => `${say.number(part)} of ${say.number(whole)}`,
    documents,
    files,
    codings,
    paragraphs: (n: number) => say.count(n, { one: '# paragraph', other: '# paragraphs' }),
    passages: (n: number) => say.count(n, { one: '# passage', other: '# passages' }),
    pages: (n: number) => say.count(n, { one: '# page', other: '# pages' }),
    speakers: (n: number) => say.count(n, { one: '# speaker', other: '# speakers' }),
    characters: (n: number) => say.count(n, { one: '# character', other: '# characters' }),
  },

  views: {
    documents: 'Documents',
    search: 'Search',
    reports: 'Reports',
    reading: 'Read codes',
    coders: 'Coders side by side',
    guide: 'Interview guide',
    review: 'Review',
    memos: 'Memos',
    attributes: 'Cases and attributes',
    import: 'Import',
    repair: 'Words to confirm',
    versions: 'Versions',
    history: 'History',
    settings: 'Settings',
  },

  kinds: fieldWords.en.kinds,
  kindGroups: {
    transcript: 'Transcripts',
    fieldnote: 'Field notes',
    pamphlet: 'Pamphlets',
    report: 'Reports',
    law: 'Laws',
    image: 'Pictures',
    other: 'Other documents',
  },
  languages: fieldWords.en.languages,
  languagesShort: { en: 'EN', ru: 'RU', mixed: 'EN/RU', other: '—' },
  levels: {
    N: 'N · may be named',
    O: 'O · organisation only',
    T: 'T · type of organisation only',
    P: 'P · pseudonym only',
    S: 'S · summary only, no quotes',
    X: 'X · not to be used at all',
  },

  ...startWords,
  ...libraryWords,
  ...readerWords,
  ...editingWords,
  ...codebookWords,
  search,
  retrieval,

  passages: passageWords(say),
  exporting: exportingWords(say),
  reading: readingWords(say),
  guide: guideWords(say),

  reporting,

  ...memosWords,
  ...keysWords,
  pieces: {
    dismiss: 'Dismiss',
    showPassphrase: 'Show',
    hidePassphrase: 'Hide',
    sortBy: (column: string) => `Sort by ${column}`,
    resize: 'Resize the panes',
    notices: 'Notices',
    counting: 'Counting…',
    searching: 'Searching…',
    collecting: 'Collecting…',
  },
}

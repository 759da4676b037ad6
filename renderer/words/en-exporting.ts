/** Words of the sheet on which quotations are exported, and of copying them. */
import type { grammarOf } from './numbers.ts'

export const exportingWords = (say: ReturnType<typeof grammarOf>) => {
  const quotations = (n: number) => say.count(n, { one: '# quotation', other: '# quotations' })
  return {
    project: {
      title: 'The study for another program',
      choose: 'Project for other programs (.qdpx)…',
      about:
        'NVivo, ATLAS.ti, MAXQDA, QualCoder and others read this file (REFI-QDA): documents, codes, codings, memos, cases and attributes. What they have no place for travels along, and comes back when the file is united with an archive here.',
      purpose: 'For whom',
      purposes: { sharing: 'To hand on', own: 'For my own use' },
      purposeHints: {
        sharing:
          'Closed documents and dangerous words stay; names and attributes leave as the quotation levels have them; original files only of documents that may be named.',
        own: 'Everything but closed documents, with the original files. Keep it as safe as the archive: the file is not encrypted.',
      },
      uncoded: 'Without codings and memos: for a second coder, whose codings come back by uniting',
      coderNames: 'Name the coders; otherwise they are numbered',
      forNvivo: 'Count characters as NVivo does. Only needed for NVivo, where texts have emoji',
      foreign: 'Also what other programs had added to the standard. Strict readers may refuse the file then',
      saved: (at: string, documents: number, withheld: number) =>
        `${say.count(documents, { one: '# document', other: '# documents' })} written to ${at}${withheld > 0 ? `; ${say.count(withheld, { one: '# document or passage', other: '# documents or passages' })} stayed` : ''}`,
      handingOver: 'Handing the file over',
      lossesTitle: 'What the other program will not see as it is here',
      fates: { changed: 'leaves otherwise', kept: 'travels along for this program alone', dropped: 'stays here' },
    },
    title: 'Export quotations',
    choose: 'Quotations for the thesis…',
    format: 'File',
    formats: { docx: 'Word', odt: 'OpenDocument', xlsx: 'Excel', csv: 'CSV', html: 'Page', md: 'Markdown' },
    headings: 'Headings',
    groups: {
      none: 'None: one table to sort',
      code: 'By code',
      question: 'By question answered',
      document: 'By document',
      case: 'By case',
    },
    context: 'Around each quotation',
    sentences: (n: number) => (n === 0 ? 'Nothing' : say.count(n, { one: '# sentence', other: '# sentences' })),
    beside: 'Beside each quotation',
    columns: {
      citation: 'Citation',
      document: 'Document',
      attributes: 'Attributes',
      speaker: 'Speaker',
      place: 'Page, paragraph',
      codes: 'Codes',
      facets: 'Stance, weight, blame',
      coder: 'Coder',
      date: 'Date of coding',
      memo: 'Memos',
      original: 'Original of a translation',
    },
    memoWarning: 'Memos leave as they were written: look through them for names.',
    preview: 'What will leave',
    samples: 'The first quotations as they will leave',
    leaving: (n: number, headings: number) =>
      `${quotations(n)} under ${say.count(headings, { one: '# heading', other: '# headings' })}`,
    repeated: (n: number) => `${say.number(n)} of them ${n === 1 ? 'stands' : 'stand'} under another heading again.`,
    closed: (n: number) =>
      `${quotations(n)} ${n === 1 ? 'stays: its document' : 'stay: their documents'} may not be used (level X).`,
    dangerous: (n: number) =>
      `${quotations(n)} ${n === 1 ? 'stays: its' : 'stay: their'} words are marked as dangerous.`,
    smallGroups: (n: number) =>
      `${say.count(n, { one: '# combination', other: '# combinations' })} of what is shown beside the words fits fewer than three documents: saving asks about it first.`,
    wordless: (n: number) =>
      `${quotations(n)} ${n === 1 ? 'leaves without words: of its document' : 'leave without words: of their documents'} only a summary may be given.`,
    parked: (n: number) => `${quotations(n)} left out: an edit took their words out of the text.`,
    making: 'The file is being written',
    stop: 'Stop',
    save: 'Save…',
    document: {
      html: 'With its codings, as a page to print',
      docx: 'With its codings, for Word',
      pdf: 'With its codings, as an annotated PDF',
    },
    keptBack: 'Nothing was copied: the quotation level of the document, or a mark of danger, keeps it in the archive.',
  }
}

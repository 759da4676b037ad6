/** The words of the codebook and the inspector. */
import { facets, say, documents, codesOf, codings } from './en-counts.ts'

export const codebookWords = {
  codebook: {
    title: 'Codebook',
    add: 'Add code',
    addBelow: 'Add a code below',
    filter: 'Filter codes',
    clearFilter: 'Clear the filter',
    nothingMatches: (filter: string) => `No code fits “${filter}”.`,
    emptyTitle: 'No codes yet',
    emptyText: 'Add the first one, or select words in a document, press / and type a name.',
    menu: (name: string) => `Acts on ${name}`,
    apply: 'Apply to the selection',
    edit: 'Show and edit',
    rename: 'Rename',
    giveKey: 'Give a key',
    up: 'Move up',
    down: 'Move down',
    moveTo: 'Move to…',
    in: 'Move below the one above',
    out: 'Move out of its family',
    merge: 'Merge…',
    splitAct: 'Split, move codings…',
    paint: 'Colour…',
    makeHeading: 'Make a heading',
    makeCodable: 'Let it take codings',
    isHeading: 'Heading',
    setsAct: 'Sets…',
    delete: 'Delete…',
    show: 'Which codes are shown',
    used: 'Used',
    unused: 'Unused',
    inDocument: 'In this document',
    inSet: 'Set',
    sets: 'Sets of codes',
    manageSets: 'Sets…',
    viewMenu: 'What is counted, and the order',
    scopes: { all: 'Count everything', document: 'Count the open document', mine: 'Count my own codings' },
    sorts: { guide: 'Order of the guide', name: 'By name', count: 'By count' },
    nothingShown: 'No code is like this.',
    showAll: 'Show all codes',
    several: (n: number, name: string) => (n === 1 ? `“${name}”` : codesOf(n)),
    codes: codesOf,
    andMore: (n: number) => `and ${say.number(n)} more`,
    picked: (n: number) => `${codesOf(n)} selected`,
    actsOnPicked: 'Acts on the codes selected',
    unpick: 'Select one only',
    notDefined: 'No definition yet.',
    moved: (what: string, into: string, at: number, of: number) =>
      `${what} is now ${say.number(at)} of ${say.number(of)} ${into ? `in ${into}` : 'at the top'}`,
    movedNotice: (what: string, into: string) =>
      into ? `${what} moved into “${into}”` : `${what} moved to the top level`,
    noFurther: 'No further in this direction.',
    noOrder: 'Codes can be put in order only while they stand in the order of the guide.',
    fold: (name: string) => `Fold ${name}`,
    unfold: (name: string) => `Unfold ${name}`,
    countHint: (own: number, total: number) =>
      own === total ? codings(total) : `${codings(total)}, ${say.number(own)} of its own`,
    name: 'Name',
    key: 'Key',
    keyHint: 'A digit, or a digit and a letter',
    below: 'Below',
    topLevel: 'Nothing: a family of its own',
    colour: 'Colour',
    otherColour: 'Another colour',
    definition: 'Definition',
    lines: {
      definition: 'Definition',
      include: 'When to use',
      exclude: 'When not to use',
      example: 'Example',
    },
    heading: 'A heading only: takes no codings',
    canBeUndone: 'This can be undone.',
    deleted: (n: number, name: string) => `${n === 1 ? `“${name}”` : codesOf(n)} deleted`,
    deleteTitle: (what: string) => `Delete ${what}?`,
    deleteMeans: (
      means: { codings: number; sources: number; passages: number; children: number; memos?: number },
      codes: number,
    ) =>
      [
        means.codings === 0
          ? `No coding uses ${codes === 1 ? 'it' : 'them'}.`
          : `${codings(means.codings)} in ${documents(means.sources)} will be removed.`,
        means.passages > 0
          ? `${say.count(means.passages, { one: '# passage that has', other: '# passages that have' })} no other code or memo will go with them.`
          : '',
        means.children > 0
          ? `${codesOf(means.children)} below ${codes === 1 ? 'it' : 'them'} ${say.count(means.children, { one: 'goes', other: 'go' })} along.`
          : '',
        means.memos
          ? `${say.count(means.memos, { one: '# memo', other: '# memos' })} about ${codes === 1 ? 'it' : 'them'} too.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    mergeTitle: (what: string) => `Merge ${what}`,
    mergeInto: 'Into',
    mergeGoing: 'Codes that go',
    mergeDo: 'Merge',
    wordingKept: 'Definition kept',
    wordingOf: (name: string, isWorded: boolean) => (isWorded ? `That of “${name}”` : `That of “${name}” (none yet)`),
    wordingAll: 'All, one below the other',
    mergeMeans: (
      means: { codings: number; united: number; conflicts: number; memos: number; children: number },
      into: string,
    ) =>
      [
        means.codings === 0 ? 'No codings to carry over.' : `${codings(means.codings)} will belong to “${into}”.`,
        means.united > 0 ? `${say.number(means.united)} of them unite with one already there.` : '',
        means.conflicts > 0
          ? `On ${say.count(means.conflicts, { one: '# passage', other: '# passages' })} they name another stance or another one responsible: what “${into}” says is kept.`
          : '',
        means.children > 0
          ? `${say.count(means.children, { one: '# code below moves', other: '# codes below move' })} below “${into}”.`
          : '',
        means.memos > 0 ? `${say.count(means.memos, { one: '# memo goes', other: '# memos go' })} along.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    conflicts: 'Where stance or responsibility differ',
    merged: (n: number, name: string, into: string) => `${n === 1 ? `“${name}”` : codesOf(n)} merged into “${into}”`,
    moveTitle: (what: string) => `Move ${what} below another code`,
    movePlaceholder: 'Below which code? Any part of its name, or its key…',
    paintTitle: (what: string) => `Colour of ${what}`,
    paintDo: 'Paint',
    setsTitle: (what: string) => `Sets of ${what}`,
    setsHint: 'A set is a group of codes across families, such as those of a chapter. It changes nothing about them.',
    setName: 'Name of the set',
    newSet: 'New set',
    addSet: 'Add set',
    deleteSet: (name: string) => `Delete the set “${name}”; its codes stay`,
    splitTitle: (name: string) => `Codings of “${name}”`,
    splitNothing: 'No codings of its own',
    splitNothingHint: 'Those of the codes below it are theirs: split them there.',
    splitList: (name: string) => `Codings of ${name}`,
    allDocuments: 'All documents',
    withCount: (name: string, n: number) => `${name} (${say.number(n)})`,
    tickShown: (n: number) => `Select all (${codings(n)})`,
    tickNone: 'Select none',
    splitWay: 'Where the codings selected go',
    splitWays: { new: 'To a new code', move: 'Move to another', copy: 'Copy to another' },
    newName: 'Name of the new code',
    splitBelow: (name: string) => `Below “${name}”`,
    splitMeans: (chosen: number, all: number, isCopy: boolean) =>
      chosen === 0
        ? 'Select the codings that go; the rest stays.'
        : isCopy
          ? `${say.number(chosen)} of ${codings(all)} selected; all stay here too.`
          : `${say.number(chosen)} of ${codings(all)} selected; ${say.count(all - chosen, { one: '# stays', other: '# stay' })}.`,
    splitDo: { new: 'Split', move: 'Move codings', copy: 'Copy codings' },
    recoded: (done: { moved: number; united: number }, into: string, isCopy: boolean) =>
      [
        `${codings(done.moved)} ${isCopy ? 'copied' : 'moved'} to “${into}”`,
        done.united > 0 ? `${say.number(done.united)} ${isCopy ? 'were there already' : 'united with one there'}` : '',
      ]
        .filter(Boolean)
        .join(', '),
    headingOffer: 'Move its codings to a new code below it',
    headingOfferDone: (name: string) => `“${name}” is a heading now; its codings are in the code below it`,
    wording: (version: number) => `Wording ${say.number(version)}`,
    earlier: (n: number) =>
      say.count(n, {
        one: '# coding was made under an earlier wording',
        other: '# codings were made under an earlier wording',
      }),
    earlierWordings: 'Earlier wordings',
    noDefinition: '(no definition)',
  },

  inspector: {
    mentions: 'Mentioned in',
    history: 'History of this passage',
    levelMeans: {
      N: 'May be quoted under the real name.',
      O: 'May be quoted with the organisation, without the person’s name.',
      T: 'May be quoted with the type of organisation alone.',
      P: 'May be quoted under a pseudonym alone.',
      S: 'May be told in your own words; its words are kept out of exports.',
      X: 'Kept out of exports altogether.',
    },
    pixels: (width: number, height: number) => `${say.number(width)} × ${say.number(height)} pixels`,
    title: 'Inspector',
    nothing: 'What is in focus is shown here: click a coded passage or a code.',
    passage: 'Passage',
    code: 'Code',
    document: 'Document',
    close: 'Close',
    star: 'Star this passage',
    unstar: 'Take the star off',
    starred: 'Starred',
    codes: 'Codes of this passage',
    recode: (name: string) => `Change ${name} to another code`,
    removeCode: (name: string) => `Remove ${name}`,
    addCode: 'Add a code',
    borders: 'Borders of the passage',
    border: { start: 'Begins', end: 'Ends' },
    neighbours: 'Passages over the same words',
    ...facets,
    facets: (name: string) => `Weight, stance and responsibility of ${name}`,
    states: {
      placed: '',
      changed: 'Its words have changed with the text.',
      parked: 'Its words are no longer in the text.',
    },
    memos: 'Memos',
    memo: 'Memo',
    writeMemo: 'Write a memo',
    memoPlaceholder: 'What do you think here?',
    saveMemo: 'Save memo',
    deleteMemo: 'Delete memo',
    fields: {
      short: 'Id in citations',
      collectedOn: 'Date collected',
      place: 'Place',
      citation: 'How to cite it',
    },
    speakers: 'Speakers',
    speaker: 'Speaker',
    turns: (n: number) => say.count(n, { one: '# turn', other: '# turns' }),
    from: (file: string, day: string) => `From ${file}, imported ${day}`,
  },
}

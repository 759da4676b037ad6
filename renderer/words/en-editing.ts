/** The words of editing a text, its versions, and the passages whose words changed. */
import { say, codings } from './en-counts.ts'

export const editingWords = {
  editing: {
    edit: 'Edit text',
    stop: 'Stop editing',
    notPages: 'Printed pages stay what is printed: their text cannot be edited.',
    notPicture: 'A picture has no text to edit.',
    notReadOnly: 'The archive is open for reading only.',
    bar: 'Editing the text',
    editing: (short: string) => `Editing ${short}: keys are letters now`,
    textOf: (short: string) => `Text of ${short}, being edited`,
    consequences: (changed: number, parked: number, united: number) =>
      changed + parked + united === 0
        ? 'No passage changes its words'
        : [
            changed > 0 ? say.count(changed, { one: '# passage changes', other: '# passages change' }) : '',
            parked > 0
              ? say
                  .count(parked, { one: '# loses its words', other: '# lose their words' })
                  .replace(/^(\S+)/, changed > 0 ? '$1' : parked === 1 ? '$1 passage' : '$1 passages')
              : '',
            united > 0 ? say.count(united, { one: '# unites with another', other: '# unite with others' }) : '',
          ]
            .filter(Boolean)
            .join(', '),
    discard: 'Discard',
    discarded: (short: string) => `The edit of ${short} was discarded`,
    bringBack: 'Bring it back',
    stay: 'Keep editing',
    leaving: 'What you have changed is not saved yet.',
    saving: 'Saving…',
    typedOn: (short: string) =>
      `What you type while ${short} is saved is not taken in. The keys count again once you pause.`,
    saved: (short: string, changed: number, parked: number, united: number) =>
      changed + parked + united === 0
        ? `${short} saved: every passage kept its words`
        : `${short} saved: ${[
            changed > 0
              ? say.count(changed, { one: '# passage changed its words', other: '# passages changed their words' })
              : '',
            parked > 0 ? say.count(parked, { one: '# lost its words', other: '# lost their words' }) : '',
            united > 0 ? say.count(united, { one: '# united with another', other: '# united with others' }) : '',
          ]
            .filter(Boolean)
            .join(', ')}`,
    look: 'Look at them',
    draft: 'Unsaved edit',
    draftOf: (short: string, moment: string) => `An edit of ${short} was not saved. Last change: ${moment}.`,
    goOn: 'Go on editing',
    behind: 'The text has been saved by somebody else meanwhile. Your changes are kept.',
    carryOver: 'Bring them into the new text',
    findAndReplace: 'Find and replace',
    find: 'Find exactly',
    replaceWith: 'Replace with',
    replace: 'Replace',
    replaceAll: (n: number) => (n === 0 ? 'Replace all' : `Replace all ${say.number(n)}`),
  },

  versions: {
    titleOf: (short: string) => `Versions of ${short}`,
    list: 'Versions',
    diff: 'What was changed',
    noneOpen: 'No document is open',
    noneOpenText: 'Open a document first; its earlier texts are listed here.',
    covered: 'Earlier texts are shown as they are stored. Uncover names in their table to compare them.',
    onlyOne: 'The text is as it was imported',
    onlyOneText: 'When it is edited, what it was before stays here, to be compared and gone back to.',
    name: (n: number) => `Version ${say.number(n)}`,
    compared: (before: string, after: string) => `${before} → ${after}`,
    origins: { import: 'imported', edit: 'edited', replace: 'replaced', restore: 'gone back to' },
    now: 'current',
    did: (changed: number, parked: number, united: number) =>
      [
        changed > 0 ? `${say.number(changed)} changed` : '',
        parked > 0 ? `${say.number(parked)} cut out` : '',
        united > 0 ? `${say.number(united)} united` : '',
      ]
        .filter(Boolean)
        .join(', '),
    places: (n: number) => say.count(n, { one: '# place differs', other: '# places differ' }),
    previousChange: 'Previous change',
    nextChange: 'Next change',
    against: 'Compare with',
    againsts: { before: 'The one before', current: 'The current one' },
    look: 'How to show it',
    looks: { beside: 'Side by side', unified: 'In one column' },
    unchanged: '$ lines without a change',
    goBack: (n: number) => `Go back to version ${say.number(n)}`,
    restored: (short: string, n: number) => `${short} has the text of version ${say.number(n)} again`,
    toText: 'Show the document',
    show: (n: number) => say.count(n, { one: '# version of the text', other: '# versions of the text' }),
  },

  repair: {
    title: 'Words to confirm',
    count: (n: number, all: number) =>
      n === 0 ? '' : `${say.count(n, { one: '# passage', other: '# passages' })} to look at, out of ${say.number(all)}`,
    kinds: 'What happened to the words',
    allKinds: 'All',
    kind: { changed: 'Changed', parked: 'Cut out', lost: 'Not found' },
    doubts: { changed: 'words changed', parked: 'words cut out of the text', lost: 'words not where they were' },
    document: 'Document',
    allDocuments: 'All documents',
    keys: (confirm: string, place: string) =>
      `J and K walk, ${confirm} confirms, ${place} places, a digit takes an offered place`,
    confirm: 'These words are right',
    confirmAll: (n: number) => `Confirm all ${say.number(n)} changed`,
    confirmChosen: (n: number) => `Confirm ${say.number(n)}`,
    placeByHand: 'Place by hand',
    giveUp: 'Give up',
    giveUpChosen: (n: number) => `Give up ${say.number(n)}`,
    goes: (n: number, memos: number) =>
      memos === 0
        ? `giving up removes ${codings(n)}`
        : `giving up removes ${codings(n)} and ${say.count(memos, { one: '# memo', other: '# memos' })}`,
    memos: (n: number) => say.count(n, { one: '# memo', other: '# memos' }),
    nowhere: 'Nowhere',
    places: 'Places where the words may stand now',
    choosePlace: (n: number) => `Take place ${n}`,
    confirmed: (n: number) => `${say.count(n, { one: '# passage', other: '# passages' })} confirmed`,
    placeAll: (n: number) => `Place ${say.number(n)} found word for word`,
    placed: (n: number) => say.count(n, { one: 'Passage placed', other: '# passages placed' }),
    gaveUp: (n: number, of: number) =>
      `${say.count(n, { one: '# passage', other: '# passages' })} given up, with ${codings(of)}`,
    emptyTitle: 'Every passage stands on its words',
    emptyText:
      'When the text of a document is edited, passages whose words change wait here for your yes, and those whose words were cut out for a new place.',
    nothingHere: 'Nothing of this kind',
    showAll: 'Show everything',
    placing: 'Place a passage',
    selectNew: 'Select the words where this belongs now:',
    placeHere: 'Place here',
    back: 'Back to the list',
    mark: 'Words changed; not confirmed yet',
    wereWords: 'Until the text was edited it said:',
  },
}

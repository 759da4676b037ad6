/**
 * Notes as memos. What a note is about, others say by referring to it, or a link between the two does. A memo
 * here has no title and no codes: its title becomes its first line, and selections in it stay as they are.
 */
import { normalizeText } from '../../text/normalize.ts'
import { memoTitle } from '../memo-title.ts'
import { refOf } from './refs.ts'
import type { Study } from './study.ts'
import { textIn } from './texts.ts'
import { xmlOf } from './xml-out.ts'
import { attribute, childOf, childrenOf, textOf, type Element } from './xml.ts'

export async function readNotes(study: Study, project: Element): Promise<void> {
  const notes = childOf(project, 'Notes')
  study.ledger.model(notes)
  for (const note of notes ? childrenOf(notes, 'Note') : []) {
    study.checkCancelled()
    await readNote(study, note)
  }
  study.checkNoteRefs()
}

async function readNote(study: Study, note: Element): Promise<void> {
  const { ledger } = study
  const said = await textIn(study, note)
  const description = childOf(note, 'Description')
  const words = [normalizeText(said.raw ?? ''), normalizeText(textOf(description))].filter((text) => text.trim() !== '')
  const name = attribute(note, 'name').trim()
  const hasPlaces = childOf(note, 'PlainTextSelection') !== null
  const isSaid = words.some((text) => text.trimStart().startsWith(name.replace(/(?:…|\.\.\.)$/u, '')))
  if (words.length === 0 && name === '') {
    ledger.refuse(note, 'no-name')
    return
  }
  const ref = ledger.take(note)
  ledger.model(description)
  // Its title and its description are part of the text here; an export takes them out of it again.
  const on = { element: 'Note', ref }
  const isOwn = words.length > 0 && name !== '' && name !== memoTitle(words.join('\n\n'))
  if (isOwn && (isSaid || !hasPlaces)) ledger.remember('name', on, name)
  if (description && words.length > 1) ledger.keepAs(description, xmlOf(description), on)
  const text = (name === '' || isSaid || (hasPlaces && words.length > 0) ? words : [name, ...words]).join('\n\n')
  if (name !== '' && !isSaid) {
    if (hasPlaces && words.length > 0) ledger.keepAttribute(note, 'name')
    else ledger.lose(note, 'changed', 'title-into-text')
  }
  const createdAt = study.timeOf(note, 'creationDateTime')
  study.memos.push({
    ref,
    text,
    coder: study.coderNamed(note, 'creatingUser'),
    createdAt,
    changedAt: study.timeOf(note, 'modifiedDateTime') || createdAt,
    on: study.about.get(ref) ?? [],
  })
}

/** A link between a note and something else says what the note is about. It stays, too, as it is more than that. */
export function readLinks(study: Study, project: Element, notes: ReadonlySet<string>): void {
  const links = childOf(project, 'Links')
  study.ledger.model(links)
  for (const link of links ? childrenOf(links, 'Link') : []) {
    const ends = [refOf(attribute(link, 'originGUID')), refOf(attribute(link, 'targetGUID'))]
    for (const [note, other] of [ends, ends.toReversed()] as [string, string][]) {
      const target = notes.has(note) && !notes.has(other) ? study.targetNamed(other) : null
      if (target) study.tellOf(note, target)
    }
  }
}

/** The Refs of all notes, before they are read. */
export function notesOf(project: Element): ReadonlySet<string> {
  const notes = childOf(project, 'Notes')
  return new Set([...(notes ? childrenOf(notes, 'Note') : [])].map((note) => refOf(attribute(note, 'guid'))))
}

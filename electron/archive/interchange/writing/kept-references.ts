/**
 * References in what is kept of another program, after its project went on here: what they name may be gone. A
 * reference that leads nowhere makes a file that others refuse, so it goes, and with it what means nothing without it.
 */
import type { IncomingProject, Ref } from '../incoming.ts'
import { refOf } from '../reading/refs.ts'

/** What may be named, by the elements that name it. */
export type Named = Readonly<Record<string, ReadonlySet<Ref>>>

export function namedIn(
  { codes, attributes, memos, documents, coders, preserved = [] }: IncomingProject,
  isOut: (ref: Ref) => boolean,
): Named {
  const refsOf = (things: readonly { readonly ref: Ref }[]) =>
    new Set(things.map(({ ref }) => ref).filter((ref) => !isOut(ref)))
  const kept = preserved.filter(({ form, element }) => form === 'element' && element === 'Note').map(({ ref }) => ref)
  const notes = new Set([...refsOf(memos), ...kept])
  const sources = refsOf(documents)
  const all = refsOf(codes)
  return {
    CodeRef: all,
    MemberCode: all,
    VariableRef: refsOf(attributes),
    NoteRef: notes,
    MemberNote: notes,
    SourceRef: sources,
    MemberSource: sources,
    User: refsOf(coders),
  }
}

const users = /\s(?:creatingUser|modifyingUser|creatingUserGUID|modifyingUserGUID)="([^"]*)"/g
const whole = /<(Coding|VariableValue)\b[^>]*>(?:(?!<\/\1>)[^])*<\/\1>/g
const alone = /<(\w+)\b[^>]*\stargetGUID="([^"]*)"[^>]*\/>/g

export function withoutDangling(xml: string, named: Named): { readonly xml: string; readonly isMended: boolean } {
  let isMended = false
  const leads = (name: string, guid: string) => named[name]?.has(refOf(guid)) ?? true
  const gone = () => {
    isMended = true
    return ''
  }
  const dangles = (part: string) =>
    Array.from(part.matchAll(alone)).some(
      ([, name = '', guid = '']) => /^(?:CodeRef|VariableRef)$/.test(name) && !leads(name, guid),
    )
  const result = xml
    .replace(whole, (part) => (dangles(part) ? gone() : part))
    .replace(alone, (part, name: string, guid: string) => (leads(name, guid) ? part : gone()))
    .replace(users, (part, guid: string) => (leads('User', guid) ? part : gone()))
  return { xml: result, isMended }
}

/**
 * What the standard has no place for, in an entry of the archive that other programs pass over: levels, facets,
 * wordings, paragraphs' numbers, the guide. Written beside a project and read back into it, thing by thing: the
 * project says what there is, so what another program took out or added since stays so.
 */
import type { IncomingDocument, IncomingPassage, IncomingProject, Ref } from './incoming.ts'
import { aidsAsWritten } from './extras-aids.ts'
import { reviewWithRefs } from './extras-review.ts'
import { extras, type Extras } from './extras-shape.ts'
import { derivedRef } from './reading/refs.ts'

/** Where the entry stands, and where files that the standard does not refer to do. */
export const extrasEntry = 'kartoteka/extras.json'
export const originalsFolder = 'kartoteka/originals/'

/** Null for what is not ours, is damaged, or of a later program: the project stands without it. */
export function extrasIn(json: string): Extras | null {
  try {
    return extras.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

/**
 * The entry, in pieces. `asWritten`: the Ref that a thing has in the file; `entryOf`: where the original of a document
 * lies, if the standard does not refer to it.
 */
export function* extrasJson(
  {
    documents,
    passages,
    codes,
    attributes,
    memos,
    guide = [],
    verdicts: said = [],
    translations = [],
    aids,
    review,
  }: IncomingProject,
  asWritten: (ref: Ref) => Ref,
  entryOf: (document: IncomingDocument) => string | null,
): Generator<string> {
  const isParked = ({ state }: IncomingPassage) => state === 'parked'
  const seen = passages.filter(({ isAside }) => !isAside)
  const placed = seen.filter((passage) => !isParked(passage))
  const live = ({ codings }: IncomingPassage) => codings.filter(({ state }) => state === undefined)
  const setAside = ({ codings }: IncomingPassage) => codings.filter(({ state }) => state !== undefined)
  const json = (value: unknown) => JSON.stringify(value)
  const orNull = (one: Ref | null) => (one === null ? null : asWritten(one))
  const coding = ({
    weight,
    stance: meant,
    holdsResponsible,
    createdAt,
    wording: n,
  }: IncomingPassage['codings'][number]) => ({
    weight,
    stance: meant,
    holdsResponsible,
    createdAt,
    wording: n,
  })
  function* record<T>(name: string, things: Iterable<T>, refOf: (thing: T) => Ref, of: (thing: T) => unknown) {
    yield `,"${name}":{`
    let isFirst = true
    for (const thing of things) {
      yield `${isFirst ? '' : ','}\n${json(asWritten(refOf(thing)))}:${json(of(thing))}`
      isFirst = false
    }
    yield '}'
  }
  yield '{"format":1'
  yield* record(
    'documents',
    documents,
    ({ ref: own }) => own,
    (document) => {
      const {
        short,
        kind,
        language: tongue,
        quotationLevel: level,
        collectedOn,
        place,
        citation,
        file,
        structure,
        earlier,
        isMedia,
      } = document
      return {
        short,
        kind,
        language: tongue,
        quotationLevel: level,
        collectedOn,
        place,
        citation,
        isMedia,
        file:
          file.kind === 'here'
            ? { name: file.name, mediaType: file.mediaType, sha256: file.sha256, entry: entryOf(document) }
            : null,
        structure: structure && {
          ...structure,
          turns: structure.turns.map((turn) =>
            turn.decided
              ? {
                  ...turn,
                  decided: {
                    ...turn.decided,
                    question: orNull(turn.decided.question),
                    coder: orNull(turn.decided.coder),
                  },
                }
              : turn,
          ),
        },
        earlier: earlier?.map(({ text, at: when, coder, origin }) => ({
          text,
          at: when,
          coder: orNull(coder),
          origin,
        })),
      }
    },
  )
  const passageSaid = ({
    starred,
    sensitivity: harm,
    createdAt,
    state,
    quote,
    was,
    prefix,
    suffix,
    place,
  }: IncomingPassage) => ({
    starred,
    sensitivity: harm,
    createdAt,
    state,
    was,
    prefix,
    suffix,
    // Words that stand in the text are read there.
    ...(state === 'placed' || state === undefined ? {} : { quote }),
    ...(place.kind === 'region' || state === 'parked' ? { place } : {}),
  })
  yield* record('passages', placed, ({ ref: own }) => own, passageSaid)
  yield* record('codings', placed.flatMap(live), ({ ref: own }) => own, coding)
  yield* record(
    'codes',
    codes,
    ({ ref: own }) => own,
    ({ colour, shortcut, definition, include, exclude, example, wordings }) => ({
      colour,
      shortcut,
      definition,
      include,
      exclude,
      example,
      wordings,
    }),
  )
  yield* record('attributes', attributes, ({ ref: own }) => own, withoutRef)
  yield* record(
    'memos',
    memos,
    ({ ref: own }) => own,
    ({ createdAt, changedAt }) => ({ createdAt, changedAt }),
  )
  const whole = (passage: IncomingPassage, codings: IncomingPassage['codings']) => ({
    ...passageSaid(passage),
    ref: asWritten(passage.ref),
    document: asWritten(passage.document),
    codings: codings.map((one) => ({
      ...coding(one),
      ref: asWritten(one.ref),
      code: asWritten(one.code),
      coder: orNull(one.coder),
    })),
  })
  yield `,"parked":${json(seen.filter(isParked).map((passage) => whole(passage, live(passage))))}`
  yield `,"aside":${json(
    passages.flatMap((passage) => {
      const { quote, place } = passage
      const codings = setAside(passage)
      return codings.length === 0 ? [] : [{ ...whole(passage, codings), quote, place }]
    }),
  )}`
  yield `,"guide":${json(guide.map((question) => ({ ...question, ref: asWritten(question.ref), code: orNull(question.code) })))}`
  yield `,"verdicts":${json(
    said.map((verdict) => ({
      ...verdict,
      document: asWritten(verdict.document),
      question: asWritten(verdict.question),
      coder: orNull(verdict.coder),
    })),
  )}`
  yield `,"translations":${json(
    translations.map(({ original, translation, pairs }) => ({
      original: asWritten(original),
      translation: asWritten(translation),
      pairs,
    })),
  )}`
  if (aids) yield `,"aids":${json(aidsAsWritten(aids, asWritten))}`
  if (review) yield `,"review":${json(reviewWithRefs(review, asWritten))}`
  yield '}\n'
}

/** The project with what its extras say of the things that it still has. */
export function applyExtras(
  project: IncomingProject,
  said: Extras,
  bytesOf: (entry: string) => (() => Promise<Uint8Array>) | null,
): IncomingProject {
  const documents = project.documents.map((document): IncomingDocument => {
    const extra = said.documents[document.ref]
    if (!extra) return document
    const { file, structure, earlier, isMedia, ...described } = extra
    // Structure counts in the text as it was written: in another text it says nothing.
    const fits = structure !== undefined && (structure.paragraphs.at(-1)?.end ?? 0) <= (document.text?.length ?? 0)
    return {
      ...document,
      ...described,
      ...(fits ? { structure: structure as NonNullable<IncomingDocument['structure']> } : {}),
      ...(earlier ? { earlier } : {}),
      ...(isMedia === undefined ? {} : { isMedia }),
      file: fileWith(document, file, bytesOf),
    }
  })
  const here = new Set(documents.map(({ ref: own }) => own))
  // Links by which memos were hung on cases are ours: the memos know it again.
  const ours = new Set(
    project.memos.flatMap(({ ref: own, on }) => on.map((about) => derivedRef(own, `about ${about.ref}`))),
  )
  const isOurs = (one: { readonly element: string; readonly ref: Ref }) => one.element === 'Link' && ours.has(one.ref)
  const codes = new Set(project.codes.map(({ ref: own }) => own))
  return {
    ...project,
    losses: project.losses.filter((loss) => !isOurs(loss)),
    preserved: (project.preserved ?? []).filter((one) => !isOurs(one)),
    documents,
    passages: withAside(said, here, codes, [
      ...project.passages.map((passage): IncomingPassage => {
        const extra = said.passages[passage.ref]
        const codings = passage.codings.map((coding) => ({ ...coding, ...bare(said.codings[coding.ref] ?? {}) }))
        if (!extra) return { ...passage, codings }
        const { place, ...rest } = bare(extra)
        const exact = place && isNear(place, passage.place) ? { place } : {}
        return { ...passage, ...rest, ...exact, codings } as IncomingPassage
      }),
      ...said.parked.filter(({ document }) => here.has(document)).map((passage) => wholeOf(passage, codes)),
    ]),
    codes: project.codes.map((code) => ({ ...code, ...bare(said.codes[code.ref] ?? {}) }) as typeof code),
    attributes: project.attributes.map(
      (attribute) => ({ ...attribute, ...bare(said.attributes[attribute.ref] ?? {}) }) as typeof attribute,
    ),
    memos: project.memos.map((memo) => ({ ...memo, ...said.memos[memo.ref] })),
    guide: said.guide.map((question) => ({
      ...question,
      code: question.code && codes.has(question.code) ? question.code : null,
    })),
    verdicts: said.verdicts.filter(({ document }) => here.has(document)),
    translations: said.translations.filter(({ original, translation }) => here.has(original) && here.has(translation)),
    ...(said.aids ? { aids: said.aids } : {}),
    ...(said.review ? { review: said.review } : {}),
  }
}

const bare = <T extends object>(thing: T): T =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as T

/** A passage that the project itself does not have, with its codings of codes that are there. */
const wholeOf = (passage: Extras['parked'][number], codes: ReadonlySet<Ref>): IncomingPassage =>
  bare({ ...passage, codings: passage.codings.filter(({ code }) => codes.has(code)).map(bare) }) as IncomingPassage

/** With the codings that were set aside, each on its passage; one that nothing else keeps is there for them alone. */
function withAside(
  { aside = [] }: Extras,
  here: ReadonlySet<Ref>,
  codes: ReadonlySet<Ref>,
  passages: readonly IncomingPassage[],
): readonly IncomingPassage[] {
  const byPassage = new Map(
    aside
      .filter(({ document }) => here.has(document))
      .map((one) => {
        const passage = wholeOf(one, codes)
        const codings = passage.codings.map((coding) => ({ ...coding, state: 'superseded' as const }))
        return [one.ref, { ...passage, codings }]
      }),
  )
  const known = new Set(passages.map(({ ref: own }) => own))
  return [
    ...passages.map((passage) => {
      const added = byPassage.get(passage.ref)
      return added ? { ...passage, codings: [...passage.codings, ...added.codings] } : passage
    }),
    ...[...byPassage.values()]
      .filter(({ ref: own, codings }) => !known.has(own) && codings.length > 0)
      .map((passage) => ({ ...passage, isAside: true as const })),
  ]
}

/** Its Ref is the key that it stands under. */
function withoutRef(attribute: IncomingProject['attributes'][number]): object {
  const { owner, key, name, type, choices, leavesFrom: from, kinds, meaning } = attribute
  return { owner, key, name, type, choices, leavesFrom: from, kinds, meaning }
}

/** A rectangle was written in whole points: the exact one is taken where nobody moved it since. */
function isNear(exact: IncomingPassage['place'], written: IncomingPassage['place']): boolean {
  if (exact.kind !== 'region' || written.kind !== 'region') return false
  const sides = (place: typeof exact) => [place.x, place.y, place.x + place.width, place.y + place.height]
  const others = sides(written)
  return exact.page === written.page && sides(exact).every((side, n) => Math.abs(side - (others[n] ?? 0)) <= 2000)
}

function fileWith(
  { file }: IncomingDocument,
  extra: Extras['documents'][string]['file'],
  bytesOf: (entry: string) => (() => Promise<Uint8Array>) | null,
): IncomingDocument['file'] {
  if (!extra) return file
  const { name, mediaType, sha256, entry } = extra
  if (entry === null) return file.kind === 'here' ? { ...file, name, mediaType, sha256: file.sha256 || sha256 } : file
  const read = bytesOf(entry)
  return read ? { kind: 'here', name, mediaType, sha256, read } : file
}

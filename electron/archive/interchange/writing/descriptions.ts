/** As which elements things are written, and which memos were descriptions of them. */
import type { IncomingDocument, IncomingMemo, IncomingPassage, IncomingProject, Ref } from '../incoming.ts'
import { derivedRef } from '../reading/refs.ts'

/**
 * Memos about one thing that are named after its description, by the element that they describe: reading made them,
 * and nobody has changed them since.
 */
export function descriptionsIn(
  { documents, passages, cases, memos }: IncomingProject,
  transcripts: ReadonlyMap<Ref, Ref>,
): ReadonlyMap<string, IncomingMemo> {
  const byDocument = new Map(documents.map((document) => [document.ref, document]))
  const byPassage = new Map(passages.map((passage) => [passage.ref, passage]))
  const here = new Set(cases.map(({ ref }) => ref))
  const nameOf = ({ kind, ref }: IncomingMemo['on'][number]): string | undefined => {
    if (kind === 'project') return 'Project'
    if (kind === 'case') return here.has(ref) ? 'Case' : undefined
    const passage = kind === 'passage' ? byPassage.get(ref) : undefined
    const document = byDocument.get(passage?.document ?? ref)
    if (!document) return undefined
    if (kind === 'source') return transcripts.has(ref) ? 'Transcript' : elementOf(document)
    return passage && selectionElement(passage, document, transcripts.has(document.ref))
  }
  return new Map(
    memos.flatMap((memo) => {
      const [about, ...more] = memo.on
      const name = about && more.length === 0 ? nameOf(about) : undefined
      return about && name && memo.ref === derivedRef(about.ref, `description of ${name} ${memo.text}`)
        ? [[`${name} ${about.ref}`, memo] as const]
        : []
    }),
  )
}

/** As which source of the standard a document is written. */
export function elementOf({ file, isMedia }: IncomingDocument): string {
  const mediaType = file.kind === 'here' ? file.mediaType : ''
  if (mediaType === 'application/pdf') return 'PDFSource'
  if (mediaType.startsWith('image/')) return 'PictureSource'
  if (isMedia || /^(?:audio|video)\//.test(mediaType))
    return mediaType.startsWith('audio/') ? 'AudioSource' : 'VideoSource'
  return 'TextSource'
}

/** As which selection; undefined: as none. */
export function selectionElement(
  { place, state, isAside }: IncomingPassage,
  document: IncomingDocument,
  isTranscript: boolean,
): string | undefined {
  const name = elementOf(document)
  if (state === 'parked' || isAside) return undefined
  if (place.kind === 'region')
    return name === 'PDFSource' ? 'PDFSelection' : name === 'PictureSource' ? 'PictureSelection' : undefined
  if (isTranscript) return 'TranscriptSelection'
  return name === 'TextSource' || name === 'PDFSource' ? 'PlainTextSelection' : undefined
}

/** One document as it is read: the one place where the reader for its kind is chosen. */
import { useEffect, useMemo } from 'react'
import { isText } from '../../schema/passage.ts'
import type { Source } from '../../schema/source.ts'
import { useArchive, useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { drawn } from '../first-sight.ts'
import { FaultLine } from '../parts/empty.tsx'
import { useExplain } from '../words.ts'
import { ImageReader } from './image/image-reader.tsx'
import { expectFile } from './pages/expected-file.ts'
import { isPrinted, useReading } from './pages/how-shown.ts'
import { PagesReader } from './pages/pages-reader.tsx'
import { TextReader } from './text-reader.tsx'

export function ReaderOf({ source }: { readonly source: Source }) {
  const explain = useExplain()
  const codes = useCodes()
  const content = useQuery('source.text', { source: source.id })
  const passages = useQuery('passage.list', { source: source.id }).value
  const reading = useReading(source)
  const { client } = useArchive()
  const isOnPages = isPrinted(source) && reading === 'printed'
  useEffect(() => (isOnPages ? expectFile(client, source.id) : undefined), [client, isOnPages, source.id])
  const isThere = content.fault !== null || (content.value !== undefined && passages !== undefined)
  useEffect(() => (isThere ? drawn(source.id) : undefined), [isThere, source.id])
  const onWords = useMemo(() => passages?.filter(isText), [passages])
  if (content.fault) return <FaultLine words={explain(content.fault)} />
  if (!content.value || !onWords || !passages) return <div className="grow" aria-busy="true" />
  if (source.mediaType.startsWith('image/'))
    return <ImageReader key={source.id} source={source} content={content.value} passages={passages} codes={codes} />
  if (isOnPages)
    return <PagesReader key={source.id} source={source} content={content.value} passages={passages} codes={codes} />
  return <TextReader key={source.id} source={source} content={content.value} passages={onWords} codes={codes} />
}

/** The paragraph that words stand in, as links and lists name it: R07:12. */
import type { Source, SourceText } from '../../schema/source.ts'
import type { Stretch } from './sweep.ts'

export function citationOf(
  { short }: Pick<Source, 'short'>,
  { paragraphs }: Pick<SourceText, 'paragraphs'>,
  { start }: Stretch,
): string {
  const paragraph = paragraphs.find(({ end }) => end > start)
  return paragraph ? `${short}:${paragraph.label}` : short
}

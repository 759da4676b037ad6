/** One document with its codings, to print or to hand over: a page, a Word document, or the print itself. */
import type { Input } from '../../../schema/contract.ts'
import type { AnySheet } from '../../../schema/report.ts'
import type { Making } from '../archive.ts'
import type { Reader } from '../db.ts'
import { codedPage } from './coded-html.ts'
import { codedPicture } from './coded-picture.ts'
import { codedText } from './coded-text.ts'
import { codedWords } from './coded-words.ts'

export async function exportDocument(
  db: Reader,
  { source, format, language, coders }: Input<'export.document'>,
  making: Making,
): Promise<AnySheet> {
  if (format === 'pdf') {
    // Loaded when it is wanted: the libraries are large.
    const { codedPdf } = await import('./coded-pdf.ts')
    const { short, annotations, content } = await codedPdf(db, source, coders, making)
    return { fileName: `${short}.pdf`, mediaType: 'application/pdf', rows: annotations, withheld: 0, content }
  }
  const coded = codedText(db, source)
  const marks = coded.paragraphs.reduce((sum, paragraph) => sum + paragraph.marks.length, coded.regions.length)
  const sheet = { fileName: `${coded.short}.${format}`, rows: marks, withheld: coded.dangerous }
  const picture = codedPicture(db, source, coded.level)
  if (format === 'html')
    return {
      ...sheet,
      mediaType: 'text/html; charset=utf-8',
      content: codedPage(coded, codedWords[language], language, picture),
    }
  const { codedDocx } = await import('./coded-docx.ts')
  return {
    ...sheet,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: await codedDocx(coded, codedWords[language], language, picture, making),
  }
}

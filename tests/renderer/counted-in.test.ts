import { describe, expect, it } from 'vitest'
import { countedIn } from '../../renderer/leaving/counted-in.ts'
import { en } from '../../renderer/words/en.ts'
import { ru } from '../../renderer/words/ru.ts'

describe('what a file holds, as its notice and the history say it', () => {
  it('is quotations where they are read, and rows where they are sorted', () => {
    expect(countedIn(en, 'export.quotations', 'chapter.md', 5)).toBe('5 quotations')
    expect(countedIn(en, 'export.quotationBook', 'chapter.docx', 1)).toBe('1 quotation')
    expect(countedIn(en, 'export.quotations', 'chapter.csv', 5)).toBe('5 rows')
    expect(countedIn(ru, 'export.quotations', 'chapter.md', 5)).toBe('5 цитат')
    expect(countedIn(ru, 'export.quotationBook', 'chapter.xlsx', 2)).toBe('2 строки')
  })

  it('is passages of a document, codes of a codebook, documents of a project', () => {
    expect(countedIn(en, 'export.document', 'R01.html', 12)).toBe('12 coded passages')
    expect(countedIn(ru, 'export.document', 'R01.html', 12)).toBe('12 закодированных отрывков')
    expect(countedIn(en, 'export.codebook', 'codes.csv', 57)).toBe('57 codes')
    expect(countedIn(en, 'export.refiProject', 'study.qdpx', 11)).toBe('11 documents')
  })
})

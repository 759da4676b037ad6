/**
 * Cells onto the clipboard: as the levels of their documents let them out. This window keeps the block whole
 * besides, so that what is copied and pasted within the table is the same to the letter.
 */
import { useCallback } from 'react'
import type { AttributeOwner } from '../../schema/attribute.ts'
import { useArchive } from '../archive/use-archive.ts'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { shown, type TableColumn } from './columns.ts'
import { writeBlock } from './tsv.ts'

type Block = readonly (readonly string[])[]

let last: { readonly text: string; readonly whole: Block } | null = null

/** The block that a text on the clipboard stands for; null where it came from elsewhere. */
export const blockBehind = (text: string): Block | null =>
  last?.text === text.replaceAll('\r\n', '\n') ? last.whole : null

/** Answers whether the cells were copied. `values`: of the rows, as they are kept. */
export function useCopyCells(
  owner: AttributeOwner,
): (rows: readonly string[], columns: readonly TableColumn[], values: Block) => Promise<boolean> {
  const words = useWords()
  const explain = useExplain()
  const { client } = useArchive()
  return useCallback(
    async (rows, columns, values) => {
      const answer = await client.call('export.cells', {
        owner,
        rows: [...rows],
        columns: columns.map(({ id }) => id),
      })
      if (!answer.ok) {
        if (answer.fault.kind !== 'cancelled') notify({ words: explain(answer.fault), isFault: true })
        return false
      }
      const asShown = (block: Block): Block =>
        block.map((row) => row.map((value, at) => (columns[at] ? shown(columns[at], value, words) : value)))
      const { cells } = answer.value
      const text = writeBlock(asShown(cells))
      try {
        await navigator.clipboard.writeText(text)
      } catch {
        notify({ words: words.reader.notCopied, isFault: true })
        return false
      }
      last = { text, whole: asShown(values) }
      const kept = values.flatMap((row, at) => row.filter((value, n) => value !== '' && cells[at]?.[n] !== value))
      notify({ words: words.cases.copied(rows.length * columns.length, kept.length) })
      return true
    },
    [client, explain, owner, words],
  )
}

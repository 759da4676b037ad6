/** Coding, as every pane does it: apply, change, remove. One fault line for all of them. */
import { useMemo } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { CodeId, CodingId, SourceId } from '../../schema/ids.ts'
import type { CodedPassage, Region } from '../../schema/passage.ts'
import type { Stretch } from './sweep.ts'
import { useArchive, useCommand } from '../archive/use-archive.ts'

/** What a code is applied to. */
export type Target = Stretch | Region

export interface CodingActs {
  /**
   * To words, or to a rectangle of a page. `version`: of the text in which the words were seen; where it has
   * been edited since, nothing is coded. `whenDone` is called in the breath in which the passage is shown.
   */
  readonly apply: (
    source: SourceId,
    target: Target,
    code: CodeId,
    version?: number,
    whenDone?: (coded: CodedPassage) => void,
  ) => Promise<CodedPassage | undefined>
  /** On the words of a passage as they stand in that version of the text. */
  readonly applyTo: (passage: CodedPassage, code: CodeId, version?: number) => Promise<CodedPassage | undefined>
  readonly recode: (coding: CodingId, code: CodeId) => Promise<unknown>
  readonly remove: (coding: CodingId) => Promise<unknown>
  readonly fault: ArchiveFault | null
  readonly forget: () => void
}

export function useCodingActs(): CodingActs {
  const { cache } = useArchive()
  const create = useCommand('coding.create')
  const createRegion = useCommand('coding.createRegion')
  const change = useCommand('coding.recode')
  const remove = useCommand('coding.delete')
  return useMemo(() => {
    const apply: CodingActs['apply'] = async (source, target, code, version, whenDone) => {
      const coded = await ('page' in target
        ? createRegion({
            source,
            code,
            page: target.page,
            x: target.x,
            y: target.y,
            width: target.width,
            height: target.height,
          })
        : create({ source, code, start: target.start, end: target.end, version }))
      if (!coded) return undefined
      // Seen at once: the list itself is asked again, but that is for the truth, not for the eye.
      const before = cache.peek('passage.list', { source }).value?.find(({ id }) => id === coded.id)
      cache.amend('passage.list', { source }, (passages) => withPassage(passages, coded), rowsAdded(before, coded))
      whenDone?.(coded)
      return coded
    }
    return {
      apply,
      applyTo: (passage, code, version) => apply(passage.source, passage, code, version),
      recode: (coding, code) => change({ coding, code }),
      remove: (coding) => remove({ coding }),
      fault: create.fault ?? createRegion.fault ?? change.fault ?? remove.fault,
      forget: () => {
        create.forget()
        createRegion.forget()
        change.forget()
        remove.forget()
      },
    }
  }, [cache, create, createRegion, change, remove])
}

/** The ids of what was not there before. */
function rowsAdded(before: CodedPassage | undefined, coded: CodedPassage): readonly string[] {
  const known = new Set<string>(before ? [before.id, ...before.codings.map(({ id }) => id)] : [])
  return [coded.id, ...coded.codings.map(({ id }) => id)].filter((id) => !known.has(id))
}

function withPassage(passages: readonly CodedPassage[], coded: CodedPassage): readonly CodedPassage[] {
  return [...passages.filter(({ id }) => id !== coded.id), coded]
}

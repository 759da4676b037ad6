/**
 * What is done with passages in a list, one or thousands: each is one act with one undo. Which codings
 * changing and removing mean is asked of the archive, because not every row of a long list is loaded.
 */
import { useCallback, useMemo } from 'react'
import type { BriefCoding } from '../../schema/coding.ts'
import type { ArchiveFault } from '../../schema/error.ts'
import type { CodeId, CodingId, PassageId } from '../../schema/ids.ts'
import type { Passage } from '../../schema/passage.ts'
import type { CodingFilter, Mark } from '../../schema/report.ts'
import { useArchive, useCommand } from '../archive/use-archive.ts'
import { useCodes, type Codes } from '../codebook/use-codebook.ts'
import { copyCited } from '../copy-cited.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { notify } from '../parts/notices.tsx'
import { rememberCode } from '../reader/reader-access.ts'
import { useExplain, useWords } from '../words.ts'

export interface PassageActs {
  readonly apply: (passages: readonly PassageId[], code: CodeId) => Promise<void>
  readonly recode: (codings: readonly CodingId[], code: CodeId) => Promise<void>
  readonly remove: (codings: readonly BriefCoding[]) => Promise<void>
  readonly star: (passages: readonly PassageId[], starred: boolean) => Promise<void>
  /** How sensitive their words are; `said` in words. */
  readonly grade: (passages: readonly PassageId[], sensitivity: Passage['sensitivity'], said: string) => Promise<void>
  readonly describe: (
    codings: readonly CodingId[],
    fields: Partial<Pick<Mark, 'weight' | 'stance' | 'holdsResponsible'>>,
    /** How they are described now, in words. */
    said: string,
  ) => Promise<void>
  readonly copy: (passages: readonly PassageId[]) => Promise<void>
  /** The codings on these passages that the list is about. */
  readonly meant: (passages: readonly PassageId[]) => Promise<readonly BriefCoding[]>
  readonly fault: ArchiveFault | null
  readonly forget: () => void
}

export function usePassageActs(filter: CodingFilter): PassageActs {
  const words = useWords()
  const explain = useExplain()
  const { cache, client } = useArchive()
  const codes = useCodes()
  const turn = useTurn()
  const applyMany = useCommand('coding.applyMany')
  const recodeMany = useCommand('coding.recodeMany')
  const deleteMany = useCommand('coding.deleteMany')
  const starMany = useCommand('passage.starMany')
  const gradeMany = useCommand('passage.updateMany')
  const updateMany = useCommand('coding.updateMany')

  const tell = useCallback(
    (said: string) => notify({ words: said, act: { label: words.common.undo, do: () => void turn('history.undo') } }),
    [words, turn],
  )
  const meant = useCallback(
    async (passages: readonly PassageId[]) => {
      const answer = await cache.ask('coding.list', { filter: { ...filter, passages: [...passages] } })
      return answer.ok ? answer.value : []
    },
    [cache, filter],
  )
  return useMemo(
    () => ({
      meant,
      apply: async (passages, code) => {
        const done = await applyMany({ passages: [...passages], code })
        if (!done) return
        rememberCode(code)
        tell(words.passages.coded(done.applied, nameOf(codes, code)) + words.passages.already(done.already))
      },
      recode: async (codings, code) => {
        const done = await recodeMany({ codings: [...codings], code })
        if (!done) return
        rememberCode(code)
        tell(words.codebook.recoded(done, codes.byId.get(code)?.name ?? '', false))
      },
      remove: async (codings) => {
        const done = await deleteMany({ codings: codings.map(({ id }) => id) })
        if (done !== undefined)
          tell(
            words.passages.removed(
              passagesIn(codings),
              [...new Set(codings.map(({ code }) => nameOf(codes, code)))].join(', '),
            ),
          )
      },
      star: async (passages, starred) => {
        const done = await starMany({ passages: [...passages], starred })
        if (done !== undefined) tell(starred ? words.passages.starred(done) : words.passages.unstarred(done))
      },
      grade: async (passages, sensitivity, said) => {
        const done = await gradeMany({ passages: [...passages], sensitivity })
        if (done !== undefined) tell(words.passages.described(passages.length, said))
      },
      describe: async (codings, fields, said) => {
        const done = await updateMany({ codings: [...codings], ...fields })
        if (done !== undefined) tell(words.passages.described(codings.length, said))
      },
      copy: async (passages) => {
        const done = await copyCited(client, { passages: [...passages] })
        if (done.kind === 'fault') notify({ words: explain(done.fault), isFault: true })
        else if (done.kind === 'no-clipboard') notify({ words: words.reader.notCopied, isFault: true })
        else if (done.copied === 0) notify({ words: words.exporting.keptBack, isFault: true })
        else notify({ words: words.passages.copied(done.copied) })
      },
      fault:
        applyMany.fault ??
        recodeMany.fault ??
        deleteMany.fault ??
        starMany.fault ??
        gradeMany.fault ??
        updateMany.fault,
      forget: () => {
        for (const each of [applyMany, recodeMany, deleteMany, starMany, gradeMany, updateMany]) each.forget()
      },
    }),
    [client, codes, meant, explain, tell, words, applyMany, recodeMany, deleteMany, starMany, gradeMany, updateMany],
  )
}

const passagesIn = (codings: readonly BriefCoding[]) => new Set(codings.map(({ passage }) => passage)).size

function nameOf({ byId }: Codes, id: CodeId): string {
  const code = byId.get(id)
  return code ? `${code.shortcut} ${code.name}`.trim() : ''
}

/** Every act, document, code and memo by name. Recent acts come first; what cannot be done now says why. */
import { useMemo, useState } from 'react'
import type { Coder } from '../../schema/coder.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import { useQuery } from '../archive/use-archive.ts'
import { CodeFinder } from '../codebook/find-code.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { goTo } from '../go-to.ts'
import { useHistoryActs } from '../history/use-history-acts.ts'
import { useObservable } from '../observable.ts'
import { offersNow } from '../offers.ts'
import { openBeside } from '../reader/halves.ts'
import { selectionInReader } from '../reader/reader-access.ts'
import { readCode } from '../reading/read-code.ts'
import { openedPlace, showQuotationsOf } from '../reports/report-wish.ts'
import type { Opening } from '../start/use-opening.ts'
import { useWords } from '../words.ts'
import { go, openSource } from '../workspace.ts'
import { Chooser } from './chooser.tsx'
import { findRows } from './find-row.ts'
import { recentActs, rememberAct } from './recent.ts'
import { inBoth, keyRows, offeredRows, type Row } from './rows.ts'
import { reportRows } from './report-rows.ts'
import { archiveRows, settingRows } from './setting-rows.ts'
import { useExportRows } from './use-export-rows.ts'
import { useQueryRows } from './use-query-rows.ts'

/** Documents shown before anything is typed. */
const few = 8

export function Palette({
  status,
  coder,
  opening,
  onClose,
}: {
  readonly status: ArchiveStatus
  readonly coder: Coder | null
  readonly opening: Opening
  readonly onClose: () => void
}) {
  const words = useWords()
  const codes = useCodes()
  const history = useHistoryActs()
  const selection = useObservable(selectionInReader)
  const sources = useQuery('source.list', {}).value
  const coders = useQuery('coder.list', {}).value ?? []
  const exports = useExportRows(status.counts.codings > 0)
  const saved = useQueryRows()
  const [query, setQuery] = useState('')
  const wanted = query.trim()
  const memos = useQuery('memo.all', wanted.length > 1 ? { words: wanted, limit: 6 } : null).value?.memos ?? []
  const finder = useMemo(() => new CodeFinder(codes.all), [codes])
  // What can be done is what could be done when the palette was opened: it has taken the focus since.
  const [recent] = useState(recentActs)
  const [offersBefore] = useState(offersNow)
  const [offers, setOffers] = useState(offersBefore)

  const acts: readonly Row[] = [
    ...keyRows(words, { undo: history.undoWords, redo: history.redoWords }),
    ...offeredRows(words, offers),
    ...exports,
    ...reportRows(words),
    ...settingRows(words, coders, coder, opening),
    ...archiveRows(words, status, opening),
    {
      key: 'all-passages',
      label: words.reports.allPassages,
      also: inBoth(({ reports }) => reports.allPassages),
      kind: words.views.reports,
      hint: '',
      why: null,
      do: () => {
        openedPlace.set(null)
        go({ view: 'reports' })
      },
    },
  ]
  const documents = useMemo(
    () =>
      (sources ?? []).map((source): Row => ({
        key: source.id,
        label: `${source.short} ${source.title}`,
        also: source.fileName,
        kind: words.palette.documents,
        hint: '',
        why: null,
        do: () => openSource(source.id),
        doBeside: () => openBeside(source.id),
      })),
    [sources, words],
  )
  const ofCodes =
    wanted === ''
      ? []
      : finder.find(wanted).flatMap((code): readonly Row[] => {
          const name = `${code.shortcut} ${code.name}`.trim()
          const row = (key: string, label: string, act: () => void): Row => ({
            key: `${key} ${code.id}`,
            label,
            also: '',
            kind: words.palette.codes,
            hint: '',
            why: null,
            do: act,
          })
          return [
            ...(selection && code.codable
              ? [row('apply', words.palette.apply(name), () => selection.apply(code.id))]
              : []),
            row('show', name, () => goTo({ kind: 'code', code: code.id })),
            ...(code.codable ? [row('read', words.reading.readThis(name), () => readCode(code.id))] : []),
            row('passages', words.palette.passages(name), () => showQuotationsOf(code.id)),
          ]
        })
  const ofMemos = memos.map((memo): Row => ({
    key: memo.id,
    label: memo.text.replaceAll(/\s+/gu, ' ').slice(0, 120),
    also: '',
    kind: `${words.memos.title} ${memo.name}`.trim(),
    hint: '',
    why: null,
    do: () => goTo(memo.at.kind === 'project' ? { kind: 'memos' } : memo.at),
  }))
  const rows =
    wanted === ''
      ? atFirst(acts, documents, recent)
      : byWish(findRows(acts, wanted), findRows(saved, wanted), findRows(documents, wanted), ofCodes, ofMemos)

  function leave(row: Row, act: () => void): void {
    if (row.why !== null) return
    if (acts.includes(row) && !row.key.includes(' ')) rememberAct(row.key)
    onClose()
    // The view that answers must have the window to itself again.
    setTimeout(act)
  }

  return (
    <Chooser<Row>
      title={words.palette.title}
      placeholder={words.palette.placeholder}
      query={query}
      onQuery={(typed) => {
        // What the last act has brought into focus may have come since; of two of one id the newer counts.
        setOffers([...offersNow(), ...offersBefore])
        setQuery(typed)
      }}
      rows={rows}
      keyOf={({ key }) => key}
      isDisabled={({ why }) => why !== null}
      nothing={words.palette.nothing(query)}
      onChoose={(row) => leave(row, row.do)}
      onChooseBeside={(row) => leave(row, row.doBeside ?? row.do)}
      onClose={onClose}
      render={({ label, kind, hint, why }) => (
        <>
          <span className="cut grow">{label}</span>
          <span className="quiet cut palette-kind">{why ?? kind}</span>
          {hint && <kbd>{hint}</kbd>}
        </>
      )}
    />
  )
}

/** Before anything is typed: what was done lately, what can be done here, some documents. */
function atFirst(acts: readonly Row[], documents: readonly Row[], recent: readonly string[]): readonly Row[] {
  const able = acts.filter(({ why }) => why === null)
  const lately = recent.flatMap((key) => able.find((row) => row.key === key) ?? [])
  return [...new Set([...lately, ...able.slice(0, 24), ...documents.slice(0, few), ...able])]
}

/** What can be done before what cannot; an act called just so before everything else. */
function byWish(...groups: readonly (readonly Row[])[]): readonly Row[] {
  const all = groups.flat()
  return [...all.filter(({ why }) => why === null), ...all.filter(({ why }) => why !== null)]
}

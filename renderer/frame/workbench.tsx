/** The open archive: the rail, one view beside it, the status bar below; files may be dropped anywhere. */
import { useEffect, useState, type ReactNode } from 'react'
import type { Coder } from '../../schema/coder.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import type { View } from '../address.ts'
import { usePart, useQuery } from '../archive/use-archive.ts'
import { ExportSheet } from '../export/export-sheet.tsx'
import { useFollowCovering } from '../names/covering.ts'
import { NamesSheet } from '../names/names-sheet.tsx'
import { ProjectSheet } from '../export/project-sheet.tsx'
import { UndoButtons } from '../history/undo-buttons.tsx'
import { useTurn } from '../history/use-history-acts.ts'
import { useHost } from '../host-context.ts'
import { useFileIntake } from '../importing/use-file-intake.ts'
import { isTextField, keyHint, useKeys } from '../keys.ts'
import { expectParts, later } from '../later.tsx'
import { useProjectIntake } from '../merging/use-project-intake.ts'
import { IconButton } from '../parts/button.tsx'
import type { IconName } from '../parts/icon.tsx'
import { ReplyDialog } from '../review/reply-dialog.tsx'
import { useReplyIntake } from '../review/use-reply-intake.ts'
import { zoom, zoomBy } from '../settings.ts'
import type { Opening } from '../start/use-opening.ts'
import { useWords } from '../words.ts'
import { go, toggle, useOfAddress } from '../workspace.ts'
import { DocumentsView } from './documents-view.tsx'
import './frame.css'
import { giveKeyboard, useKeepKeyboard } from './keep-keyboard.ts'
import { StatusBar } from './status-bar.tsx'

// As they are likely to be wanted.
const Palette = later(async () => (await import('../palette/palette.tsx')).Palette)
const SearchView = later(async () => (await import('../search/search-view.tsx')).SearchView)
const ReportsView = later(async () => (await import('../reports/reports-view.tsx')).ReportsView)
const ReadingView = later(async () => (await import('../reading/reading-view.tsx')).ReadingView)
const ReviewView = later(async () => (await import('../review/review-view.tsx')).ReviewView)
const GuideView = later(async () => (await import('../guide/guide-view.tsx')).GuideView)
const MemoDesk = later(async () => (await import('../memos/memo-desk.tsx')).MemoDesk)
const AttributesView = later(async () => (await import('../cases/attributes-view.tsx')).AttributesView)
const ImportView = later(async () => (await import('../importing/import-view.tsx')).ImportView)
const UnionView = later(async () => (await import('../merging/union-view.tsx')).UnionView)
const HistoryView = later(async () => (await import('../history/history-view.tsx')).HistoryView)
const VersionsView = later(async () => (await import('../versions/versions-view.tsx')).VersionsView)
const RepairDesk = later(async () => (await import('../repair/repair-desk.tsx')).RepairDesk)
const SettingsView = later(async () => (await import('../settings/settings-view.tsx')).SettingsView)
const ShortcutSheet = later(async () => (await import('../palette/shortcut-sheet.tsx')).ShortcutSheet)
const CodersView = later(async () => (await import('../agreement/coders-view.tsx')).CodersView)

export function Workbench({
  status,
  coder,
  opening,
}: {
  readonly status: ArchiveStatus
  readonly coder: Coder | null
  readonly opening: Opening
}) {
  const words = useWords()
  const { host } = useHost()
  const view = useOfAddress((address) => address.view)
  const hasDocuments = usePart('archive.status', {}, ({ counts }) => counts.sources > 0) ?? status.counts.sources > 0
  const turn = useTurn()
  useFollowCovering()
  useKeepKeyboard('middle')
  const isListed = usePart('source.list', {}, () => true) ?? false
  useEffect(() => (isListed ? expectParts() : undefined), [isListed])
  const projects = useProjectIntake()
  const replies = useReplyIntake()
  const intake = useFileIntake(projects.take, replies.take)
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | null>(null)

  useKeys({
    palette: () => setOverlay('palette'),
    shortcuts: () => setOverlay('shortcuts'),
    undo: () => void turn('history.undo'),
    redo: () => void turn('history.redo'),
    back: () => history.back(),
    forward: () => history.forward(),
    showDocuments: () => go({ view: 'documents' }),
    showSearch: () => go({ view: 'search' }),
    showReports: () => go({ view: 'reports' }),
    showReading: () => go({ view: 'reading' }),
    showGuide: () => go({ view: 'guide' }),
    showReview: () => go({ view: 'review' }),
    showMemos: () => go({ view: 'memos' }),
    showAttributes: () => go({ view: 'attributes' }),
    showRepair: () => go({ view: 'repair' }),
    showVersions: () => go({ view: 'versions' }),
    showHistory: () => go({ view: 'history' }),
    showSettings: () => go({ view: 'settings' }),
    import: intake.choose,
    toggleLeft: () => toggle('left'),
    toggleRight: () => toggle('right'),
    nextPane: focusNextPane,
    zoomIn: () => zoomBy(1),
    zoomOut: () => zoomBy(-1),
    zoomReset: () => zoom.set(100),
  })
  useEffect(
    () =>
      host.onMenu((act) => {
        // In a field Undo takes back what was typed there.
        if ((act === 'undo' || act === 'redo') && isTextField(document.activeElement)) document.execCommand(act)
        else if (act === 'undo') void turn('history.undo')
        else if (act === 'redo') void turn('history.redo')
        else if (act === 'open-archive')
          void host.dialogs?.openArchive().then((path) => (path ? opening.open({ path }) : null))
        else if (act === 'import') intake.choose()
        else if (act === 'find') go({ view: 'search' })
        else if (act === 'settings') go({ view: 'settings' })
        else if (act === 'export') go({ view: 'reports' })
        else if (act === 'zoom-in') zoomBy(1)
        else if (act === 'zoom-out') zoomBy(-1)
        else if (act === 'zoom-reset') zoom.set(100)
        else opening.toStart()
      }),
    [host, turn, intake, opening],
  )

  return (
    <div className="workbench" {...intake.dropTarget}>
      <a
        className="skip"
        href="#middle"
        onClick={(event) => (event.preventDefault(), document.getElementById('middle')?.focus())}
      >
        {words.app.skipToMiddle}
      </a>
      <nav className="rail" aria-label={words.app.views}>
        <RailButton view="documents" icon="documents" now={view} hint={keyHint('showDocuments')} />
        <RailButton view="search" icon="search" now={view} hint={keyHint('showSearch')} />
        <RailButton view="reports" icon="reports" now={view} hint={keyHint('showReports')} />
        <RailButton view="reading" icon="reading" now={view} hint={keyHint('showReading')} />
        <RailButton view="guide" icon="guide" now={view} hint={keyHint('showGuide')} />
        <RailButton view="review" icon="review" now={view} hint={keyHint('showReview')} />
        <RailButton view="memos" icon="memo" now={view} hint={keyHint('showMemos')} />
        <RailButton view="attributes" icon="table" now={view} hint={keyHint('showAttributes')} />
        <RailButton view="import" icon="import" now={view} hint={keyHint('import')} />
        <RailButton view="history" icon="history" now={view} hint={keyHint('showHistory')} />
        <span className="grow" />
        <UndoButtons />
        <RailButton view="settings" icon="settings" now={view} hint={keyHint('showSettings')} />
      </nav>
      <main className="view" id="middle" tabIndex={-1}>
        {view === 'documents' && (
          <DocumentsView archive={status.path} hasDocuments={hasDocuments} onImport={intake.choose} />
        )}
        {view === 'search' && <SearchView />}
        {view === 'reports' && <Live from={status}>{(live) => <ReportsView status={live} />}</Live>}
        {view === 'reading' && <Live from={status}>{(live) => <ReadingView status={live} />}</Live>}
        {view === 'guide' && <Live from={status}>{(live) => <GuideView status={live} />}</Live>}
        {view === 'review' && (
          <Live from={status}>{(live) => <ReviewView status={live} coder={coder} replies={replies} />}</Live>
        )}
        {view === 'coders' && <CodersView />}
        {view === 'memos' && <MemoDesk />}
        {view === 'attributes' && <AttributesView />}
        {view === 'repair' && <RepairDesk />}
        {view === 'versions' && <VersionsView />}
        {view === 'import' &&
          (projects.fileName !== '' || projects.kept !== null ? (
            <UnionView intake={projects} />
          ) : (
            <ImportView intake={intake} projects={projects} />
          ))}
        {view === 'history' && <HistoryView />}
        {view === 'settings' && (
          <Live from={status}>{(live) => <SettingsView status={live} coder={coder} opening={opening} />}</Live>
        )}
      </main>
      <Live from={status}>{(live) => <StatusBar status={live} coder={coder} />}</Live>
      {intake.isOver && (
        <div className="drop" aria-hidden="true">
          <strong>{words.app.drop}</strong>
          <span>{words.app.dropHint}</span>
        </div>
      )}
      <ReplyDialog intake={replies} />
      <ExportSheet />
      <ProjectSheet />
      <NamesSheet archive={status.path} />
      {overlay === 'palette' && (
        <Live from={status}>
          {(live) => <Palette status={live} coder={coder} opening={opening} onClose={() => setOverlay(null)} />}
        </Live>
      )}
      {overlay === 'shortcuts' && <ShortcutSheet onClose={() => setOverlay(null)} />}
    </div>
  )
}

/** What counts codings is drawn anew at every act; the rest of the window is not. */
function Live({
  from,
  children,
}: {
  readonly from: ArchiveStatus
  readonly children: (live: ArchiveStatus) => ReactNode
}) {
  return children(useQuery('archive.status', {}).value ?? from)
}

function RailButton({
  view,
  icon,
  now,
  hint,
}: {
  readonly view: View
  readonly icon: IconName
  readonly now: View
  readonly hint: string
}) {
  const words = useWords()
  return (
    <IconButton icon={icon} label={words.views[view]} hint={hint} pressed={now === view} onPress={() => go({ view })} />
  )
}

/** F6 walks through the panes, as in other programs with several. */
function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(now + 1) % panes.length]
  if (next) giveKeyboard(next)
}

/** The window's start: settings on the page, a host found, a port opened, the app drawn. */
import './sheets.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { ArchiveClient } from './archive/client.ts'
import { findHost } from './archive/host.ts'
import { accessTo, ArchiveContext } from './archive/use-archive.ts'
import { NoHost } from './frame/no-host.tsx'
import { HostContext } from './host-context.ts'
import { listenToKeys } from './keys.ts'
import { applySettings } from './settings.ts'
import { expectTexts } from './reader/expect-text.ts'
import { guardUnsaved } from './unsaved.ts'
import { followOpen } from './reopening.ts'
import { followHistory, followRoom } from './workspace.ts'

applySettings()
listenToKeys()
followHistory()
followRoom()
followOpen()
guardUnsaved()

const root = createRoot(document.getElementById('root') as HTMLElement)
try {
  const host = await findHost()
  const facts = await host.facts()
  const client = new ArchiveClient(await host.connect())
  const access = accessTo(client)
  expectTexts(access.cache)
  root.render(
    <StrictMode>
      <HostContext value={{ host, facts }}>
        <ArchiveContext value={access}>
          <App />
        </ArchiveContext>
      </HostContext>
    </StrictMode>,
  )
} catch (error) {
  root.render(<NoHost error={error} />)
}

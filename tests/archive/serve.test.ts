import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serve } from '../../electron/archive/serve.ts'
import { Session } from '../../electron/archive/session.ts'
import type { CoderId } from '../../schema/ids.ts'
import type { FromArchive, Port, Reply, ToArchive } from '../../schema/message.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import type { Coder } from '../../schema/coder.ts'
import { anArchiveFile, putSource } from '../support/archive.ts'

const portOf = <Out, In>(raw: MessagePort): Port<Out, In> => ({
  post: (message) => raw.postMessage(message),
  listen: (receive) => void raw.on('message', receive),
  close: () => raw.close(),
})

/** An archive process and a window that asks it. */
function aWindow() {
  const { port1, port2 } = new MessageChannel()
  const session = new Session({ imports: null, readingThread: true })
  const release = serve(portOf<FromArchive, ToArchive>(port1), session)
  const window = portOf<ToArchive, FromArchive>(port2)
  const waiting = new Map<number, (reply: Reply) => void>()
  const heard: FromArchive[] = []
  window.listen((message) => {
    if ('reply' in message) waiting.get(message.reply)?.(message)
    else heard.push(message)
  })
  onTestFinished(async () => {
    await session.close()
    release()
    window.close()
  })
  let calls = 0
  const ask = (name: string, input: unknown, coder: CoderId | '' = ''): Promise<Reply> =>
    new Promise((resolve) => {
      const call = ++calls
      waiting.set(call, resolve)
      window.post({ call, name, coder, input })
    })
  const get = async <T>(name: string, input: unknown, coder: CoderId | '' = ''): Promise<T> => {
    const reply = await ask(name, input, coder)
    if (!reply.ok) throw new Error(reply.fault.kind)
    return reply.value as T
  }
  const cancel = (call: number) => window.post({ cancel: call })
  return { ask, get, heard, cancel }
}

describe('an archive process', () => {
  it('answers faults as values, and goes on', async () => {
    const { ask } = aWindow()
    expect(await ask('source.list', {})).toMatchObject({ ok: false, fault: { kind: 'archive-not-open' } })
    expect(await ask('source.fly', {})).toMatchObject({ ok: false, fault: { kind: 'no-such-operation' } })
    expect(await ask('archive.open', { path: anArchiveFile() })).toMatchObject({ ok: true })
    expect(await ask('coding.create', { source: 7 })).toMatchObject({
      ok: false,
      fault: { kind: 'input-malformed', operation: 'coding.create' },
    })
  })

  it('queues what is asked while it opens', async () => {
    const { ask, get } = aWindow()
    const path = anArchiveFile()
    putSource(path, { short: 'R01', title: 'One', text: 'Words.' })
    const opening = ask('archive.open', { path })
    const list = get<readonly unknown[]>('source.list', {})
    expect(await opening).toMatchObject({ ok: true })
    expect(await list).toHaveLength(1)
  })

  it('reads its own writes: what was answered as done is there at the next question', async () => {
    const { get } = aWindow()
    await get('archive.open', { path: anArchiveFile() })
    const ada = await get<Coder>('coder.create', { name: 'Ada' })
    for (let n = 1; n <= 20; n++) {
      // Only the reader searches while one types: from here on it is loaded, and answers everything.
      if (n === 10) await get('search.passages', { query: 'e', asYouType: true })
      await get('code.create', { parent: null, name: `Code ${n}`, shortcut: '' }, ada.id)
      expect(await get<readonly unknown[]>('codebook.get', {})).toHaveLength(n)
    }
  })

  it('tells every window what changed, after it was committed', async () => {
    const { get, heard } = aWindow()
    await get('archive.open', { path: anArchiveFile() })
    const ada = await get<Coder>('coder.create', { name: 'Ada' })
    heard.length = 0
    await get('code.create', { parent: null, name: 'Weather' }, ada.id)
    expect(heard).toEqual([{ event: { step: 2, changed: { code: [expect.any(String)] } } }])
  })

  it('tells every window of a line in the log: what has left is no step', async () => {
    const { get, heard } = aWindow()
    await get('archive.open', { path: anArchiveFile() })
    const { id } = await get<Coder>('coder.create', { name: 'Ada' })
    heard.length = 0
    await get('export.guideGrid', { language: 'en' }, id)
    expect(heard).toEqual([{ event: { step: null, changed: { audit: [] } } }])
  })

  it('answers every search that is still wanted, and drops what was cancelled before its turn', async () => {
    const { ask, get, cancel } = aWindow()
    await get('archive.open', { path: anArchiveFile() })
    const order: string[] = []
    const asked = ['e', 'em', 'emb', 'emba'].map(async (query) => {
      const reply = await ask('search.passages', { query, asYouType: true })
      order.push(`${query} ${reply.ok ? 'answered' : reply.fault.kind}`)
    })
    cancel(3) // "em": opening was the first call, "e" the second
    await Promise.all(asked)
    expect(order).toEqual(['em cancelled', 'e answered', 'emba answered', 'emb answered'])
  })

  it('answers an export that is stopped at once, and does not say that it left', async () => {
    const { ask, get, cancel } = aWindow()
    await get('archive.open', { path: anArchiveFile() })
    const { id } = await get<Coder>('coder.create', { name: 'Ada' })
    const made = ask('export.guideGrid', { language: 'en' }, id)
    cancel(3) // opening was the first call
    expect(await made).toMatchObject({ ok: false, fault: { kind: 'cancelled' } })
    const before = await get<readonly unknown[]>('audit.list', {})
    expect(await ask('export.guideGrid', { language: 'en' }, id)).toMatchObject({ ok: true })
    expect(await get<readonly unknown[]>('audit.list', {})).toHaveLength(before.length + 1)
  })

  it('keeps what was open when another archive cannot be opened', async () => {
    const { ask, get } = aWindow()
    const path = anArchiveFile()
    await get('archive.open', { path })
    expect(await ask('archive.open', { path: `${path}-missing` })).toMatchObject({ fault: { kind: 'archive-missing' } })
    expect((await get<ArchiveStatus>('archive.status', {})).path).toBe(path)
  })

  it('sets, changes and removes the passphrase of the archive it has open', async () => {
    const { ask, get } = aWindow()
    const path = anArchiveFile()
    await get('archive.open', { path })
    expect((await get<ArchiveStatus>('archive.passphrase', { next: 'first' })).encrypted).toBe(true)
    expect(await ask('archive.passphrase', { current: 'wrong', next: 'second' })).toMatchObject({
      fault: { kind: 'passphrase-wrong' },
    })
    expect((await get<ArchiveStatus>('archive.status', {})).encrypted).toBe(true)
    await get('archive.passphrase', { current: 'first', next: 'second' })
    expect((await get<ArchiveStatus>('archive.passphrase', { current: 'second', next: null })).encrypted).toBe(false)
    expect(await get<readonly unknown[]>('coder.list', {})).toEqual([])
  })
})

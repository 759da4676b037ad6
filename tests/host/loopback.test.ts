import { randomFillSync, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { safeHeaders } from '../../electron/host/bundle.ts'
import type { CoderId } from '../../schema/ids.ts'
import { unpack } from '../../schema/wire.ts'
import { aFolder, anArchiveFile } from '../support/archive.ts'
import { guid, projectXml, zipOf } from '../support/refi.ts'
import { aThesis } from '../support/thesis.ts'
import { aLoopback, type Answer } from './support.ts'

const call = { call: 1, name: 'archive.status', coder: '', input: {} }

describe('who may ask the loopback host', () => {
  it('is nobody who came by another name: a page elsewhere cannot reach it through its own host', async () => {
    const { raw, port } = await aLoopback()
    for (const host of ['kartoteka.invalid', `localhost:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`])
      expect(await raw({ path: '/', headers: { host } })).toMatchObject({ status: 421 })
  })

  it('is no other page, even one that has the token', async () => {
    const { aWindow } = await aLoopback()
    const { post } = await aWindow()
    expect(await post('/call', call, { origin: 'https://elsewhere.invalid' })).toMatchObject({ status: 403 })
    expect(await post('/call', call, { origin: 'null' })).toMatchObject({ status: 403 })
    expect(await post('/call', call)).toMatchObject({ status: 200 })
  })

  it('is nobody who writes without saying where from', async () => {
    const { raw, aWindow } = await aLoopback()
    const { token } = await aWindow()
    const headers = { 'x-kartoteka-token': token }
    expect(await raw({ path: '/call', method: 'POST', headers })).toMatchObject({ status: 403 })
  })

  it('is nobody without the token', async () => {
    const { raw, origin } = await aLoopback()
    for (const path of ['/facts', '/events']) expect(await raw({ path })).toMatchObject({ status: 401 })
    for (const path of ['/call', '/cancel', '/remember'])
      expect(await raw({ path, method: 'POST', headers: { origin, 'x-kartoteka-token': 'guessed' } })).toMatchObject({
        status: 401,
      })
  })

  it('gets the token for the code in the address once, and never for a guess', async () => {
    const { session, raw } = await aLoopback()
    expect(await session('guessed')).toMatchObject({ status: 403 })
    const { status, body } = await session()
    expect(status).toBe(200)
    expect(await raw({ path: '/facts', headers: { 'x-kartoteka-token': body.toString() } })).toMatchObject({
      status: 200,
    })
    expect(await session()).toMatchObject({ status: 403 })
  })

  it('is nobody on another computer', async () => {
    const { port } = await aLoopback()
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, address }) => family === 'IPv4' && address !== '127.0.0.1')
      .map(({ address }) => address)
    expect(await isAnswered('127.0.0.1', port)).toBe(true)
    for (const address of [...others, '127.0.0.2']) expect(await isAnswered(address, port)).toBe(false)
  })
})

describe('what the loopback host gives', () => {
  it('is the window’s files and nothing beside them', async () => {
    const { raw } = await aLoopback()
    expect((await raw({ path: '/' })).body.toString()).toContain('Kartoteka')
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '//etc/passwd',
    ]) {
      const { status, body } = await raw({ path })
      expect([path, status >= 400, body.toString().includes('not for the window')]).toEqual([path, true, false])
    }
    expect(await raw({ path: '/..%2fsecret.txt' })).toMatchObject({ status: 403 })
    expect(await raw({ path: '/%zz' })).toMatchObject({ status: 400 })
    expect(await raw({ path: '/%00' })).toMatchObject({ status: 403 })
    expect(await raw({ path: '/', method: 'PUT' })).toMatchObject({ status: 405 })
  })

  it('comes with every safe header, whatever the answer', async () => {
    const { raw, session, aWindow, origin } = await aLoopback()
    const refused = await session('guessed')
    const { own, post } = await aWindow()
    const answers: readonly Answer[] = [
      refused,
      await raw({ path: '/' }),
      await raw({ path: '/nothing-here' }),
      await raw({ path: '/..%2fsecret.txt' }),
      await raw({ path: '/', headers: { host: 'elsewhere.invalid' } }),
      await raw({ path: '/facts' }),
      await raw({ path: '/facts', headers: own }),
      await post('/call', call),
      await raw({ path: '/call', method: 'POST', headers: { ...own, origin }, body: 'no frame' }),
      await post('/call', call, { origin: 'https://elsewhere.invalid' }),
    ]
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 400, 401, 403, 404, 421]))
    for (const { headers } of answers) expect(headers).toMatchObject(safeHeaders)
  })

  it('is refused for a body too large to be a file, before it is read', async () => {
    const { raw, aWindow, origin } = await aLoopback()
    expect(await raw({ path: '/session', method: 'POST', headers: { origin }, body: 'x'.repeat(201) })).toMatchObject({
      status: 413,
    })
    const { own } = await aWindow()
    const length = { 'content-length': '256000001' }
    expect(await raw({ path: '/call', method: 'POST', headers: { ...own, ...length } })).toMatchObject({ status: 413 })
  })

  it('is a fault, not an end, for what is no call', async () => {
    const { aWindow } = await aLoopback()
    const { post, ask } = await aWindow()
    expect(await post('/call', { call: 'one' })).toMatchObject({ status: 400 })
    expect(await ask('archive.status', {})).toMatchObject({ ok: false, fault: { kind: 'archive-not-open' } })
  })
})

describe('an archive behind the loopback host', () => {
  it('is created, written to and closed, and one file remains', async () => {
    const { aWindow, close } = await aLoopback()
    const { ask } = await aWindow()
    const path = join(aFolder(), 'study.kartoteka')
    expect(await ask('archive.create', { path, codebook: 'none' })).toMatchObject({ ok: true })
    expect(await ask('coder.create', { name: 'Ada' })).toMatchObject({ ok: true })
    await close()
    expect([existsSync(path), existsSync(`${path}-wal`), existsSync(`${path}-shm`)]).toEqual([true, false, false])
  })

  it('gives a long recording back piece by piece as it came part by part', async () => {
    const { aWindow } = await aLoopback()
    const { ask } = await aWindow()
    const told = async <T>(name: string, input: unknown, coder = '') => {
      const reply = await ask(name, input, coder)
      return reply.ok ? (reply.value as T) : expect.fail(reply.fault.kind)
    }
    await told('archive.create', { path: join(aFolder(), 'study.kartoteka'), codebook: 'none' })
    const { id: ada } = await told<{ id: string }>('coder.create', { name: 'Ada' })
    const recording = randomFillSync(Buffer.alloc(22_000_000))
    const source = `<Sources><AudioSource guid="${guid(2)}" name="Night shift" path="internal://talk.mp3"/></Sources>`
    const given = await zipOf({ 'project.qde': projectXml(source), 'sources/talk.mp3': recording }, false)
    let received: { readonly into?: string } = {}
    for (let at = 0; at < given.length; at += 3_000_000) {
      const bytes = new Uint8Array(given.subarray(at, at + 3_000_000))
      const { project } = await told<{ project: string }>(
        'project.receive',
        { name: 'a.qdpx', bytes, ...received },
        ada,
      )
      received = { into: project }
    }
    await told('project.open', { file: { received: received.into } }, ada)
    await told('project.unite', { project: received.into, choices: { codes: [] } }, ada)
    const wishes = { purpose: 'own', coderNames: true, units: 'code points', foreign: false, uncoded: false }
    const project = randomUUID()
    const { apart } = await told<{ apart: number }>('export.refiProject', { ...wishes, apart: project }, ada)
    const pieces: Uint8Array[] = []
    for (let at = 0; at < apart; at += pieces.at(-1)?.length ?? apart)
      pieces.push(await told<Uint8Array>('project.piece', { project, at }, ada))
    expect(pieces.length).toBeGreaterThan(1)
    expect(Buffer.concat(pieces).includes(recording)).toBe(true)
  })

  it('tells all windows what one of them did', async () => {
    const { aWindow } = await aLoopback()
    const { ask, news, own, post } = await aWindow()
    const heard = await news()
    await ask('archive.open', { path: anArchiveFile() })
    expect(await heard.next()).toEqual({ done: false, value: { status: true } })
    await post(
      '/call',
      { call: 1, name: 'coder.create', coder: '', input: { name: 'Boris' } },
      { ...own, 'x-kartoteka-window': 'second' },
    )
    expect(await heard.next()).toMatchObject({ value: { event: { changed: { coder: [expect.any(String)] } } } })
  })

  it('asks before small groups leave, hears what was chosen, and then lets them go', async () => {
    const { archive, ada, mark, r07, path } = await aThesis()
    mark(r07, 'Then comes a gap.')
    archive.close()
    const { aWindow } = await aLoopback()
    const { ask, post } = await aWindow()
    await ask('archive.open', { path })
    const table = { format: 'csv', filter: {} }
    expect(await ask('export.quotations', table, ada)).toMatchObject({ ok: false, fault: { kind: 'small-groups' } })
    const chosen = { call: 9, name: 'export.quotations', coder: ada, input: table, smallGroups: 'leave-out' }
    const { body } = await post('/call', chosen)
    expect(unpack(new Uint8Array(body))).toMatchObject({ ok: true, value: { rows: 1 } })
  })

  it('comes back at its address, where the browser remembers the window; a second one beside it finds another', async () => {
    const folder = aFolder()
    const first = await aLoopback(folder)
    const beside = await aLoopback(folder)
    expect(beside.port).not.toBe(first.port)
    await first.close()
    await beside.close()
    expect((await aLoopback(folder)).port).toBe(beside.port)
  })

  it('answers a fault when its thread dies, and is open again for the next call', async () => {
    const { aWindow } = await aLoopback()
    const { ask } = await aWindow()
    await ask('archive.open', { path: anArchiveFile() })
    const ada = await ask('coder.create', { name: 'Ada' })
    const id = ada.ok ? (ada.value as { id: CoderId }).id : ''
    expect(await ask('test.die', {})).toMatchObject({ ok: false, fault: { kind: 'unexpected' } })
    expect(await ask('coder.list', {})).toMatchObject({ ok: true, value: [{ id, name: 'Ada' }] })
    expect(await ask('code.create', { parent: null, name: 'Weather' }, id)).toMatchObject({ ok: true })
  })
})

function isAnswered(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const end = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false))
  })
}

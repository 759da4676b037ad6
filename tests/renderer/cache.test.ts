/** What the window keeps of answers: asked against a real archive through the real message loop. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Cache } from '../../renderer/archive/cache.ts'
import { delayOf } from '../../renderer/archive/reads.ts'
import { anArchiveFile } from '../support/archive.ts'
import { aWindow } from '../support/window.ts'

/** Watches a question until its answer fits. */
function until<Value>(cache: Cache, name: 'codebook.get', fits: (value: Value) => boolean): Promise<Value> {
  return new Promise((resolve) => {
    const look = () => {
      const { value } = cache.peek(name, {})
      if (value !== undefined && fits(value as Value)) {
        resolve(value as Value)
        stop()
      }
    }
    const stop = cache.watch(name, {}, look)
  })
}

describe('the window’s memory', () => {
  it('asks once for two panes that want the same', async () => {
    const { cache, asked } = await aWindow()
    const before = asked()
    const [one, two] = await Promise.all([
      until<readonly unknown[]>(cache, 'codebook.get', (value) => value.length > 0),
      until<readonly unknown[]>(cache, 'codebook.get', (value) => value.length > 0),
    ])
    expect(one).toBe(two)
    expect(asked() - before).toBe(1)
  })

  it('has what was expected for the pane that comes for it, and does not ask again', async () => {
    const { cache, asked } = await aWindow()
    await until<readonly unknown[]>(cache, 'codebook.get', (value) => value.length > 0)
    const before = asked()
    cache.expect('coder.list', {})
    await expect.poll(() => cache.peek('coder.list', {}).value).toMatchObject([{ name: 'Ada' }])
    const stop = cache.watch('coder.list', {}, () => {})
    cache.expect('coder.list', {})
    stop()
    expect(asked() - before).toBe(1)
  })

  it('asks again when what it shows has changed, and shows the old until the new has come', async () => {
    const { client, cache } = await aWindow()
    const before = await until<readonly { name: string }[]>(cache, 'codebook.get', () => true)
    const changed = until<readonly { name: string }[]>(cache, 'codebook.get', (value) =>
      value.some(({ name }) => name === 'Garden'),
    )
    expect(cache.peek('codebook.get', {}).value).toBe(before)
    await client.call('code.create', { parent: null, name: 'Garden' })
    expect((await changed).length).toBe(before.length + 1)
  })

  it('asks no sooner because one more pane comes to look at what may be a moment behind', async () => {
    const { client, cache, asked } = await aWindow()
    const counts = () => cache.peek('codebook.counts', {}).value?.length ?? 0
    cache.watch('codebook.counts', {}, () => {})
    await expect.poll(counts).toBeGreaterThan(0)
    const before = counts()

    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const news = new Promise<void>((heard) => void client.listen({ onEvent: () => heard(), onStatus: () => {} }))
    await client.call('code.create', { parent: null, name: 'Garden' })
    await news
    const asks = asked()
    cache.watch('codebook.counts', {}, () => {})
    cache.expect('codebook.counts', {})
    await client.call('coder.list', {})
    expect(asked() - asks).toBe(1)

    vi.runAllTimers()
    await expect.poll(counts).toBe(before + 1)
    expect(asked() - asks).toBe(2)
  })

  it('lets the list of documents wait longer for a count of codings than for a name', () => {
    expect(delayOf('source.list', ['passage', 'coding'])).toBeGreaterThan(delayOf('source.list', ['coding', 'source']))
    expect(delayOf('passage.list', ['passage', 'coding'])).toBe(delayOf('passage.list', ['memo']))
  })

  it('answers a call under a closed port with a fault, once', async () => {
    const { client } = await aWindow()
    const waiting = client.call('codebook.get', {})
    client.close()
    expect(await waiting).toEqual({ ok: false, fault: { kind: 'host-unreachable' } })
    expect(await client.call('codebook.get', {})).toEqual({ ok: false, fault: { kind: 'host-unreachable' } })
  })

  it('is empty once another archive is open', async () => {
    const { client, cache } = await aWindow()
    await until(cache, 'codebook.get', () => true)
    const emptied = until<readonly unknown[]>(cache, 'codebook.get', (value) => value.length === 0)
    await client.call('archive.open', { path: anArchiveFile() })
    expect(await emptied).toEqual([])
  })
})

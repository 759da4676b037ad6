/** The window's end of the port: in which order what is asked comes to the archive. */
import { describe, expect, it } from 'vitest'
import { aWindow } from '../support/window.ts'

describe('a window’s end of the port', () => {
  it('takes out what the acts before it did, also where one of them is held up on its way', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    const asked: string[] = []
    const { client } = await aWindow((message) => {
      if (!('call' in message)) return undefined
      asked.push(message.name)
      return message.name === 'code.create' ? held : undefined
    })
    const made = client.act('code.create', { parent: null, name: 'Night calls' })
    const saved = client.call('export.codebook', { format: 'csv' })
    await client.call('codebook.get', {}) // a question does not wait
    expect(asked).not.toContain('export.codebook')
    letGo()
    expect(await made).toMatchObject({ ok: true })
    const answer = await saved
    expect(JSON.stringify(answer)).toContain('Night calls')
  })
})

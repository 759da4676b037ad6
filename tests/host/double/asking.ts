/** A port of its own for a test, asked for as the window asks for its. It runs in the page. */
import type { Page } from '@playwright/test'
import type { Reply } from '../../../schema/message.ts'

interface TestWindow {
  readonly kartoteka: { connect(): void }
  kartotekaTestAsk?: (call: object) => Promise<unknown>
}

export async function ask(page: Page, name: string, input: unknown, coder = ''): Promise<Reply> {
  await page.locator('#root > *').first().waitFor() // the window has its own port by then, and does not take this one
  return (await page.evaluate(
    async ([asked, given, by]) => {
      const own = window as unknown as TestWindow
      own.kartotekaTestAsk ??= await new Promise((resolve) => {
        addEventListener('message', function hear({ data, ports: [port] }) {
          if (data !== 'kartoteka:port' || !port) return
          removeEventListener('message', hear)
          const waiting = new Map<number, (reply: unknown) => void>()
          let calls = 0
          port.addEventListener('message', ({ data: said }: MessageEvent<{ reply?: number }>) => {
            if (said.reply !== undefined) waiting.get(said.reply)?.(said)
          })
          port.start()
          resolve(
            (call) =>
              new Promise((answer) => {
                waiting.set(++calls, answer)
                port.postMessage({ call: calls, ...call })
              }),
          )
        })
        own.kartoteka.connect()
      })
      return await own.kartotekaTestAsk?.({ name: asked, input: given, coder: by })
    },
    [name, input, coder] as const,
  )) as Reply
}

/** What was answered; a fault fails the test. */
export async function got<Value>(page: Page, name: string, input: unknown, coder = ''): Promise<Value> {
  const reply = await ask(page, name, input, coder)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.fault)}`)
  return reply.value as Value
}

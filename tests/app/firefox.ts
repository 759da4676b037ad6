/**
 * The Firefox that the system has, driven by WebDriver BiDi: Playwright drives a Firefox of its own making only.
 * As little of it as the review pack's test needs: open a file, type, look, hear what is asked of the network.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Firefox {
  readonly open: (url: string) => Promise<void>
  /** Presses the keys one by one; '\uE007' is Enter. */
  readonly type: (keys: string) => Promise<void>
  /** The value of an expression of the page, once it is true. */
  readonly until: (expression: string) => Promise<unknown>
  /** Addresses asked for, and lines written to the console. */
  readonly heard: readonly string[]
  readonly close: () => Promise<void>
}

interface Message {
  readonly id?: number
  readonly type: string
  readonly method?: string
  readonly error?: string
  readonly message?: string
  readonly result?: unknown
  readonly params?: { readonly request?: { readonly url: string }; readonly text?: string }
}

export async function startFirefox(executable: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'kartoteka-firefox-'))
  writeFileSync(join(profile, 'user.js'), quiet)
  const program = spawn(
    executable,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    {
      env: { ...process.env, HOME: profile },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const gone = new Promise<void>((resolve) => program.once('exit', () => resolve()))
  const address = await new Promise<string>((found, fail) => {
    let said = ''
    program.once('exit', () => fail(new Error(`Firefox did not start: ${said}`)))
    program.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const [, url] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? []
      if (url) found(url)
    })
  })
  const socket = new WebSocket(`${address}/session`)
  await new Promise((opened) => socket.addEventListener('open', opened, { once: true }))
  const heard: string[] = []
  const waiting = new Map<number, (message: Message) => void>()
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message
    if (message.id !== undefined) waiting.get(message.id)?.(message)
    const line = message.params?.request?.url ?? message.params?.text
    if (message.type === 'event' && line !== undefined && !line.startsWith('data:')) heard.push(line)
  })
  let last = 0
  const ask = async (method: string, params: object): Promise<unknown> => {
    const id = ++last
    const answer = new Promise<Message>((resolve) => waiting.set(id, resolve))
    socket.send(JSON.stringify({ id, method, params }))
    const { type, result, error, message } = await answer
    if (type === 'error') throw new Error(`${method}: ${error}, ${message}`)
    return result
  }
  await ask('session.new', { capabilities: {} })
  const { contexts } = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] }
  const context = contexts[0]!.context
  await ask('session.subscribe', { events: ['network.beforeRequestSent', 'log.entryAdded'], contexts: [context] })
  const evaluate = async (expression: string) =>
    (await ask('script.evaluate', { expression, awaitPromise: true, target: { context } })) as {
      readonly result?: { readonly value?: unknown }
    }
  return {
    heard,
    open: async (url) => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
    type: async (keys) => {
      const actions = Array.from(keys, (value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]).flat()
      await ask('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] })
    },
    until: async (expression) => {
      const waited = `new Promise((done) => {
        const look = () => { const found = ${expression}; if (found) done(found); else requestAnimationFrame(look) }
        look()
      })`
      return (await evaluate(waited)).result?.value
    },
    close: async () => {
      await ask('browser.close', {})
      await gone
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Nothing of its own that would be asked of the network. */
const quiet = [
  ['browser.aboutwelcome.enabled', false],
  ['browser.startup.page', 0],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['app.normandy.enabled', false],
  ['intl.accept_languages', 'en-GB'],
  ['intl.locale.requested', 'en-GB'],
]
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  .join('')

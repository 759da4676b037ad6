/**
 * `npm test`: builds, checks, and runs every test, the browser ones included. All of it runs even
 * when some of it fails; the closing line counts tests and checks, and the exit status is honest.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildAll } from './build.ts'
import { checkCount, failedChecks, runTool } from './check.ts'
import { findBrowser } from './find-browser.ts'
import { at, say } from './places.ts'

interface Counts {
  readonly passed: number
  readonly failed: number
  /** Names of the failed tests, said once more at the end, where one looks. */
  readonly names: readonly string[]
}

/** What is read of the JSON report of Vitest, which is Jest's. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/** What is read of Playwright's. */
interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly suites: readonly Suite[]
}

interface Suite {
  readonly specs: readonly { readonly title: string; readonly ok: boolean }[]
  readonly suites?: readonly Suite[]
}

export async function test(args: readonly string[]): Promise<number> {
  const browser = browserForTests()
  await buildAll()
  const failed = failedChecks()
  const results = at('.toolchain', `results-${process.pid}`)
  mkdirSync(results, { recursive: true })
  const plain = vitest(`${results}/vitest.json`, args)
  const window = browser ? playwright(`${results}/playwright.json`, args) : { passed: 0, failed: 1, names: [] }
  rmSync(results, { recursive: true, force: true })
  for (const name of failed) say(`check failed: ${name}`)
  if (!browser) say('check failed: no Chromium, and the package "chromium" could not be installed with apt')
  for (const name of [...plain.names, ...window.names]) say(`test failed: ${name}`)
  const all = {
    passed: plain.passed + window.passed + checkCount - failed.length,
    failed: plain.failed + window.failed + failed.length,
  }
  process.stdout.write(`\n${all.passed} passed, ${all.failed} failed\n`)
  return all.failed === 0 ? 0 : 1
}

/** On Debian as root the browser is installed where it is missing. */
function browserForTests(): string | null {
  const found = findBrowser()
  if (found || process.platform !== 'linux' || process.getuid?.() !== 0) return found
  say('no browser for the window tests: installing the package "chromium" with apt …')
  const apt = (...args: readonly string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status
  if (apt('update', '-qq') === 0) apt('install', '-y', '-qq', 'chromium', 'fonts-liberation')
  return findBrowser()
}

function vitest(report: string, args: readonly string[]): Counts {
  const status = runTool(
    'vitest/vitest.mjs',
    'run',
    '--config',
    at('tests/vitest.config.ts'),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  )
  const found = jsonIn(report) as VitestReport | null
  return settled(
    status,
    found && {
      passed: found.numPassedTests,
      failed: found.numFailedTests,
      names: found.testResults.flatMap(({ name, status: ended, assertionResults }) => {
        const failed = assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => fullName)
        return failed.length > 0 ? failed : ended === 'failed' ? [name] : []
      }),
    },
  )
}

function playwright(report: string, args: readonly string[]): Counts {
  process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] = report
  const status = runTool(
    '@playwright/test/cli.js',
    'test',
    '-c',
    at('tests/playwright.config.ts'),
    '--reporter=list,json',
    ...args,
  )
  const found = jsonIn(report) as PlaywrightReport | null
  return settled(
    status,
    found && {
      passed: found.stats.expected,
      failed: found.stats.unexpected + found.stats.flaky,
      names: found.suites.flatMap(failedIn),
    },
  )
}

const failedIn = (suite: Suite): readonly string[] => [
  ...suite.specs.filter(({ ok }) => !ok).map(({ title }) => title),
  ...(suite.suites ?? []).flatMap(failedIn),
]

/** A runner that failed without counting a failed test has failed all the same. */
function settled(status: number, counts: Counts | null): Counts {
  if (!counts) return { passed: 0, failed: 1, names: [] }
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch {
    return null
  }
}

/** Types, lint and format: each a check with a name, so that what failed is said. */
import { spawnSync } from 'node:child_process'
import { at, root } from './places.ts'

const checks: readonly (readonly [name: string, file: string, ...args: string[]])[] = [
  ['types', 'typescript/bin/tsc', '-b'],
  ['lint', 'oxlint/bin/oxlint'],
  ['format', 'oxfmt/bin/oxfmt', '--check', '.'],
]

/** Runs a program that is a Node script of a package; answers its exit status. */
export function runTool(file: string, ...args: readonly string[]): number {
  return (
    spawnSync(process.execPath, [...process.execArgv, at('node_modules', file), ...args], {
      stdio: 'inherit',
      cwd: root,
    }).status ?? 1
  )
}

/** The names of the checks that failed. */
export function failedChecks(): readonly string[] {
  return checks.filter(([, file, ...args]) => runTool(file, ...args) !== 0).map(([name]) => name)
}
export const checkCount = checks.length

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')) as unknown
type Versions = Readonly<Record<string, string>>
interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly dependencies?: Versions
  readonly devDependencies?: Versions
  readonly optionalDependencies?: Versions
}
const wanted = read('package.json') as Required<
  Pick<Entry, 'dependencies' | 'devDependencies' | 'optionalDependencies'>
>
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Entry>> }
const all = { ...wanted.dependencies, ...wanted.devDependencies, ...wanted.optionalDependencies }

describe('what is installed', () => {
  it('is asked for by one exact version each', () => {
    for (const [name, version] of Object.entries(all))
      expect([name, version]).toEqual([name, expect.stringMatching(/^(?:npm:[\w@/.-]+@)?\d+\.\d+\.\d+$/)])
  })

  it('is pinned in the lock file, at the version that was asked for', () => {
    for (const [name, version] of Object.entries(all))
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version.split('@').at(-1)])
    const { dependencies, devDependencies, optionalDependencies } = packages['']!
    expect({ ...dependencies, ...devDependencies, ...optionalDependencies }).toEqual(all)
  })

  it('includes a Node for every platform, whoever wrote the lock file', () => {
    const nodes = Object.keys(wanted.optionalDependencies)
    expect(nodes.length).toBeGreaterThanOrEqual(5)
    for (const platform of ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win-x64'])
      expect(nodes.filter((name) => name.endsWith(`-${platform}`))).toHaveLength(1)
    for (const name of nodes) expect(packages[`node_modules/${name}`]?.integrity).toMatch(/^sha512-/)
  })

  it('is checked by its hash, wherever it is fetched from', () => {
    const unchecked = Object.entries(packages).filter(([at, { integrity }]) => at !== '' && !integrity)
    expect(unchecked.map(([at]) => at)).toEqual([])
  })
})

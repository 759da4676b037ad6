import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, it } from 'vitest'

/** The packages that a file needs before it can run, itself and all that it imports: types and later imports left out. */
function neededBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const packages = new Set<string>()
  if (seen.has(file)) return packages
  seen.add(file)
  for (const [, names = '', from = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s(?!type\s)([^'"]*?)\sfrom\s'([^']+)'/gmu,
  )) {
    if (/^\{(?:\s*type\s[^,}]+,?)+\s*\}$/u.test(names)) continue
    if (!from.startsWith('.')) packages.add(from)
    else if (/\.tsx?$/u.test(from)) for (const each of neededBy(resolve(dirname(file), from), seen)) packages.add(each)
  }
  return packages
}

it('the list of documents waits neither for the editor nor for the reader of printed pages', () => {
  const needed = [...neededBy(resolve(import.meta.dirname, '../../renderer/main.tsx'))]
  expect(needed).toContain('react')
  expect(needed.filter((name) => /^(?:@codemirror|pdfjs-dist)/u.test(name))).toEqual([])
})

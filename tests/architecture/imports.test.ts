/** Who may import whom. A folder without a row fails, and so does an import that its row does not name. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, matchesGlob, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Of the archive's own folder, what services and reports stand on: connection, audit log, clock, faults, and types. */
const ground = ['audit', 'db', 'faults', 'fresh', 'history', 'subjects', 'archive'].map(
  (name) => `electron/archive/${name}.ts`,
)
/** What the archive shows to those who open it in their own process. */
const door = ['archive', 'connect', 'db', 'open', 'serve', 'session'].map((name) => `electron/archive/${name}.ts`)
const importDoor = ['desk', 'pool', 'spawn'].map((name) => `electron/archive/importing/${name}.ts`)
/** Renderer views may ask each other, the client and the parts; never the archive's insides. */
const view = ['renderer/**', 'schema/*', 'react', '@tanstack/react-virtual']

/** Globs of files, `node:*`, and packages by name. A folder may always import itself. */
const borders: Readonly<Record<string, readonly string[]>> = {
  schema: ['schema/operations/*', 'zod'],
  'schema/operations': ['schema/*', 'zod'],
  'electron/archive/text': ['schema/*', 'snowball-stemmers'],
  'electron/archive/guide': ['electron/archive/text/*', 'schema/*', 'minisearch', 'zod'],
  'electron/archive/services': [
    ...ground,
    'electron/archive/{text,guide}/*',
    'electron/archive/services/{editing,search}/*',
    'electron/archive/importing/{desk,process}.ts',
    'schema/*',
    'node:*',
  ],
  'electron/archive/services/editing': [...ground, 'electron/archive/{text,services}/*', 'schema/*', 'node:*'],
  'electron/archive/services/search': [
    ...ground,
    'electron/archive/text/*',
    'electron/archive/services/*',
    'schema/*',
    'minisearch',
    're2js',
  ],
  'electron/archive/reports': [
    ...ground,
    'electron/archive/reports/agreement/*',
    'electron/archive/{text,services,statistics,guide}/*',
    'electron/archive/export/name-mask.ts',
    'schema/*',
    'node:*',
  ],
  'electron/archive/reports/agreement': [
    ...ground,
    'electron/archive/reports/*',
    'electron/archive/{review,text,services,statistics}/*',
    'electron/archive/statistics/agreement/*',
    'schema/*',
  ],
  'electron/archive/reports/retrieval': [
    ...ground,
    'electron/archive/{text,services,reports}/*',
    'electron/archive/services/search/*',
    'schema/*',
    'minisearch',
  ],
  'electron/archive/export': [
    ...ground,
    'electron/archive/{text,services,reports}/*',
    'electron/archive/names/document-key.ts',
    'electron/archive/names/find-names.ts',
    'electron/archive/importing/{pictures,picture-held}.ts',
    'schema/*',
    'node:*',
    '@cantoo/pdf-lib',
    'docx',
    'write-excel-file',
  ],
  'electron/archive/names': [
    ...ground,
    'electron/archive/{connect,lock}.ts',
    'electron/archive/text/*',
    'schema/*',
    'node:*',
    'better-sqlite3',
  ],
  'electron/archive/interchange/reading': [
    'electron/archive/interchange/*',
    'electron/archive/{text,export,importing}/*',
    'schema/*',
    'node:*',
    '@cantoo/pdf-lib',
    'saxes',
    'yauzl',
  ],
  'electron/archive/interchange/writing': [
    ...ground,
    'electron/archive/text/normalize.ts',
    'electron/archive/interchange/*',
    'electron/archive/interchange/reading/{refs,standard}.ts',
    'electron/archive/services/source-files.ts',
    'electron/archive/export/*',
    'schema/*',
    'node:*',
    'saxes',
  ],
  'electron/archive/interchange': [
    ...ground,
    'electron/archive/{connect,migrate}.ts',
    'electron/archive/interchange/{unite,reading,writing}/*',
    'electron/archive/{text,services,export,importing}/*',
    'electron/archive/services/{editing,search}/*',
    'schema/*',
    'node:*',
    'docx',
    'read-excel-file',
    'saxes',
    'xmllint-wasm',
    'yauzl',
    'better-sqlite3',
    'zod',
  ],
  'electron/archive/interchange/unite': [
    ...ground,
    'electron/archive/{interchange,text,services,importing}/*',
    'electron/archive/services/{editing,search}/*',
    'electron/archive/review/{answering,rounds}.ts',
    'schema/*',
    'node:*',
  ],
  'electron/archive/review': [
    ...ground,
    'electron/archive/{text,services,reports,export}/*',
    'schema/*',
    'node:*',
    'docx',
  ],
  'electron/archive/statistics': ['jstat'],
  'electron/archive/statistics/agreement': ['electron/archive/statistics/{dice,falling}.ts'],
  'electron/archive/importing': [
    ...ground,
    'electron/archive/parent-port.ts',
    'electron/archive/text/*',
    'schema/*',
    'node:*',
    'csv-parse',
    'image-size',
    'read-excel-file',
    'mammoth',
    'pdfjs-dist',
  ],
  'electron/archive': ['electron/archive/**', 'schema/*', 'node:*', 'better-sqlite3'],
  'electron/host': ['schema/*', 'node:*'],
  'electron/host/desktop': ['electron/host/*', 'schema/*', 'node:*', 'electron', 'zod'],
  'electron/host/loopback': ['electron/host/*', 'schema/*', 'node:*', 'zod'],
  'electron/host/terminal': [...door, ...importDoor, 'schema/*', 'node:*', 'csv-parse'],
  electron: ['electron/host/**', 'schema/*', 'node:*', 'electron', 'zod'],
  'electron/tools': [
    'electron/tools/**',
    'electron/host/loopback/*',
    'electron/archive/migrate.ts',
    'node:*',
    '@electron/asar',
    '@electron/fuses',
    '@playwright/test',
    '@vitejs/plugin-react',
    'better-sqlite3',
    'vite',
  ],
  'electron/tools/bench/page': [],
  'electron/tools/bench': [
    ...door,
    ...importDoor,
    'electron/host/loopback/*',
    'electron/tools/*',
    'electron/tools/bench/page/*',
    'fixtures/*',
    'schema/*',
    'node:*',
    '@playwright/test',
    'yazl',
    'zod',
  ],
  fixtures: [...door, ...importDoor, 'schema/*', 'node:*', 'csv-parse', 'yazl'],
  renderer: [...view, 'react-dom'],
  'renderer/archive': ['renderer/*', 'schema/*', 'react'],
  'renderer/cases': view,
  'renderer/codebook': [...view, 'minisearch'],
  'renderer/export': view,
  'renderer/frame': view,
  'renderer/guide': view,
  'renderer/history': view,
  'renderer/leaving': view,
  'renderer/importing': view,
  'renderer/inspector': view,
  'renderer/library': view,
  'renderer/memos': view,
  'renderer/names': view,
  'renderer/merging': view,
  'renderer/pack': [...view, 'react-dom'],
  'renderer/palette': [...view, 'minisearch'],
  'renderer/parts': [
    'renderer/{after-paint,observable}.ts',
    'react',
    'react-aria-components',
    'react-resizable-panels',
    '@tanstack/react-virtual',
  ],
  'renderer/quotations': view,
  'renderer/reader': [
    ...view,
    'react-dom',
    '@codemirror/commands',
    '@codemirror/search',
    '@codemirror/state',
    '@codemirror/view',
  ],
  'renderer/reader/image': view,
  'renderer/reader/editing': [
    ...view,
    '@codemirror/commands',
    '@codemirror/merge',
    '@codemirror/state',
    '@codemirror/view',
  ],
  'renderer/reader/regions': view,
  'renderer/reader/pages': [...view, 'react-dom', 'pdfjs-dist'],
  'renderer/reading': view,
  'renderer/repair': [...view, '@codemirror/merge'],
  'renderer/agreement': view,
  'renderer/reports': view,
  'renderer/retrieval': view,
  'renderer/review-card': view,
  'renderer/review': view,
  'renderer/search': view,
  'renderer/settings': view,
  'renderer/start': view,
  'renderer/versions': [...view, '@codemirror/merge', '@codemirror/state', '@codemirror/view'],
  'renderer/words': ['renderer/words/*', 'schema/*'],
}

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((file) => !/(?:^|\/)(?:node_modules|dist|release|\.toolchain|\.git)\//.test(file))
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

const statement =
  /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/g

/** Files by their path from the top, packages by their name, Node's own as 'node:…'. */
function importsOf(file: string): readonly string[] {
  return [...textOf(file).matchAll(statement)]
    .map((found) => found[1] ?? found[2] ?? found[3] ?? '')
    .map((name) => {
      if (name.startsWith('.')) return join(dirname(file), name).replaceAll('\\', '/')
      if (name.startsWith('node:')) return name
      return name.split('/', name.startsWith('@') ? 2 : 1).join('/')
    })
    .filter((name) => !name.endsWith('.css') && !name.startsWith('@fontsource-variable/'))
}

const ours = files.filter((file) => !file.startsWith('tests/'))
const isAllowed = (name: string, row: readonly string[]) =>
  row.some((allowed) =>
    allowed === 'node:*' ? name.startsWith('node:') : name === allowed || matchesGlob(name, allowed),
  )

describe('the borders', () => {
  it('are looked at where there are files at all', () => {
    expect(ours.length).toBeGreaterThan(150)
    expect(importsOf('electron/archive/reports/quotations.ts')).toContain('electron/archive/db.ts')
  })

  it('have a row for every folder, and no row for a folder that is gone', () => {
    expect(new Set(ours.map((file) => dirname(file)))).toEqual(new Set(Object.keys(borders)))
  })

  it('are crossed by no import that its folder’s row does not name', () => {
    const crossings = ours.flatMap((file) => {
      const folder = dirname(file)
      const row = [...(borders[folder] ?? []), `${folder}/*`]
      return importsOf(file)
        .filter((name) => !isAllowed(name, row))
        .map((name) => `${file} imports ${name}`)
    })
    expect(crossings).toEqual([])
  })

  it('keep Electron to the desktop host, main and preload', () => {
    const users = ours.filter((file) => importsOf(file).includes('electron'))
    expect(users.length).toBeGreaterThan(2)
    expect(users.filter((file) => !/^electron\/(?:host\/desktop\/[^/]+|main|preload)\.ts$/.test(file))).toEqual([])
  })

  it('keep the tests apart from what they test', () => {
    expect(
      ours.filter((file) => importsOf(file).some((name) => name.startsWith('tests/') || name === 'vitest')),
    ).toEqual([])
  })
})

describe('a file', () => {
  it('exports by name; only settings of tools have a default', () => {
    const settings = /^tests\/(?:vitest|playwright)\.config\.ts$/
    expect(files.filter((file) => !settings.test(file) && /^export default\b/m.test(textOf(file)))).toEqual([])
  })

  it('is no barrel, and is called by what it does', () => {
    expect(ours.filter((file) => /^export \* from/m.test(textOf(file)))).toEqual([])
    expect(
      files.filter((file) =>
        /^(?:index|utils?|helpers?|common|misc|store|manager)\.(?:tsx?|mjs)$/.test(basename(file)),
      ),
    ).toEqual([])
  })

  it('is no longer than a person reads at once, but for the words of the interface', () => {
    expect(
      ours
        .filter((file) => !file.startsWith('renderer/words/'))
        .map((file) => [file, textOf(file).split('\n').length] as const)
        .filter(([, lines]) => lines > 400),
    ).toEqual([])
  })
})

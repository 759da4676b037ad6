/**
 * Builds the window and the Node programs into `dist/`, when anything they are made of has changed.
 * A build is made beside and moved into place, under a lock: no program ever sees half of one.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { build as vite } from 'vite'
import { withLock } from './lock.mjs'
import { buildPackPage } from './pack-page.ts'
import { at, root, say } from './places.ts'

/** Every program that Node or Electron starts by its file. */
const programs: Readonly<Record<string, string>> = {
  main: 'electron/main.ts',
  utility: 'electron/archive/utility.ts',
  worker: 'electron/archive/worker.ts',
  'reader-thread': 'electron/archive/reader-thread.ts',
  'import-child': 'electron/archive/importing/child.ts',
  'import-utility': 'electron/archive/importing/utility.ts',
  loopback: 'electron/host/loopback/loopback.ts',
  cli: 'electron/cli.ts',
}

export async function buildAll(): Promise<void> {
  await withLock(at('.toolchain/build.lock'), say, async () => {
    const inputs = hashOfInputs()
    if (existsSync(at('dist/.inputs')) && readFileSync(at('dist/.inputs'), 'utf8') === inputs) return
    const began = performance.now()
    const draft = at('.toolchain', `dist-${process.pid}`)
    rmSync(draft, { recursive: true, force: true })
    await buildWindow(`${draft}/renderer`)
    await buildPackPage(`${draft}/pack`)
    await buildPrograms(`${draft}/electron`, programs)
    await buildPrograms(`${draft}/electron`, { preload: 'electron/preload.ts' }) // alone: a sandboxed preload cannot load chunks
    copyAssets(draft)
    makeSample(`${draft}/sample.kartoteka`)
    writeFileSync(`${draft}/.inputs`, inputs)
    const old = at('.toolchain', `dist-old-${process.pid}`)
    if (existsSync(at('dist'))) renameSync(at('dist'), old)
    renameSync(draft, at('dist'))
    rmSync(old, { recursive: true, force: true })
    say(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  })
}

/** Everything the build is made from; the tests and the papers are not. */
function hashOfInputs(): string {
  const hash = createHash('sha256')
  const files = globSync(['schema/**', 'electron/**', 'renderer/**', 'fixtures/**', 'package-lock.json'], {
    cwd: root,
    withFileTypes: true,
  })
  for (const file of files
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .toSorted())
    hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

async function buildWindow(outDir: string): Promise<void> {
  await vite({
    root: at('renderer'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      sourcemap: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      assetsInlineLimit: 0,
      cssCodeSplit: false, // the order of the sheets is that of the whole window, whatever comes later
      // V8 compiles the window's program whole, beside the page, instead of function by function while one waits.
      rolldownOptions: {
        output: {
          postBanner: '//# allFunctionsCalledOnLoad',
          // What a start needs is one file, what the first document needs another; each with all it imports.
          codeSplitting: {
            groups: [
              { name: 'start', test: /renderer\/main\.tsx$/, priority: 3 },
              { name: 'reader', test: /renderer\/reader\/reader-half\.tsx$/, priority: 2 },
              { name: 'views', test: /renderer\/\w+\/[\w-]*(view|desk|palette|sheet)\.tsx$/, priority: 1 },
            ],
          },
        },
      },
    },
  })
}

async function buildPrograms(outDir: string, entries: Readonly<Record<string, string>>): Promise<void> {
  await vite({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node22',
      outDir,
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, at(file)])),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  })
}

/**
 * What programs read at run time: the migrations; and for PDF the worker, fonts, character maps, decoders
 * and colour profiles, which the window is served and the import reads from the same place.
 */
function copyAssets(draft: string): void {
  mkdirSync(`${draft}/schema`, { recursive: true })
  cpSync(at('schema/migrations'), `${draft}/schema/migrations`, { recursive: true })
  const pdfjs = { cmaps: 'cmaps', standard_fonts: 'standard_fonts', wasm: 'wasm', iccs: 'iccs', 'web/images': 'images' }
  for (const [folder, name] of Object.entries(pdfjs))
    cpSync(at('node_modules/pdfjs-dist', folder), `${draft}/renderer/pdfjs/${name}`, { recursive: true })
  cpSync(at('node_modules/pdfjs-dist/build/pdf.worker.min.mjs'), `${draft}/renderer/pdfjs/pdf.worker.mjs`)
}

function makeSample(path: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', at('fixtures/make.ts'), path],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the sample archive could not be made: ${stderr}`)
  rmSync(`${path}-lock`, { force: true })
}

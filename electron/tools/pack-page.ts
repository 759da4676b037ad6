/**
 * Builds the page of a review pack: one file that needs nothing beside it, with a policy that lets it load nothing.
 * Scripts and styles of a page from a local disk may be no modules and no files of their own, so all of it is inline,
 * each allowed by its hash. The archive puts the sealed excerpts where `%SEALED%` stands, behind the script.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { build as vite } from 'vite'
import { at } from './places.ts'

export async function buildPackPage(outDir: string): Promise<void> {
  const built = await vite({
    root: at('renderer'),
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    build: {
      write: false,
      target: ['chrome111', 'edge111', 'firefox113', 'safari16.4'],
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: at('renderer/pack/main.tsx'), output: { format: 'iife' } },
    },
  })
  if (!('output' in built)) throw new Error('the review pack was built into more than one bundle')
  const scripts = built.output.flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
  const styles = built.output.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  )
  if (scripts.length !== 1 || styles.length !== 1 || built.output.length !== 2)
    throw new Error(
      `the review pack is not one script and one style: ${built.output.map(({ fileName }) => fileName).join(', ')}`,
    )
  mkdirSync(outDir, { recursive: true })
  writeFileSync(`${outDir}/pack.html`, page(inScript(scripts[0]!), styles[0]!.trim()))
}

/** Inside a script element its own end, and the begin of a comment, would be read by the parser. */
const inScript = (code: string) =>
  code
    .trim()
    .replaceAll(/<\/(?=script)/gi, '<\\/')
    .replaceAll('<!--', '<\\!--')

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

function page(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "connect-src 'none'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Kartoteka</title>
<style>${style}</style>
</head>
<body>
<div id="root"><noscript>Open this file in a browser with JavaScript. Откройте этот файл в браузере с JavaScript.</noscript></div>
<script>${script}</script>
<script type="application/x-kartoteka-review" id="sealed">%SEALED%</script>
</body>
</html>
`
}

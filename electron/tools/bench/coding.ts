/** Coding and opening a document, as the archive does them; painting is the window's. */
import { Archive } from '../../archive/archive.ts'
import { openArchive } from '../../archive/open.ts'
import { codingRows } from '../../../fixtures/corpus.ts'
import { dice } from '../../../fixtures/corpus-words.ts'
import type { CoderId } from '../../../schema/ids.ts'
import { timed, type Figure } from './figure.ts'
import { worded, type CorpusName, type Lab } from './lab.ts'

/** Codings in one run: a single one is too short for the clock of the processor. */
const perRun = 50

export const codingFigures: readonly Figure[] = [
  {
    name: 'coding-engine',
    work: 'apply a code in the document that has 500, with undo and audit, written to the disk',
    unit: 'ms',
    counts: 'cpu',
    target: 2,
    measure: (lab) => codeIn(lab, 'reference'),
  },
  {
    name: 'coding-engine-5000',
    work: 'the same in a document of a million characters that has 5,000',
    unit: 'ms',
    counts: 'cpu',
    target: 2,
    measure: (lab) => codeIn(lab, 'long'),
  },
  {
    name: 'open-500-engine',
    work: 'open the document with 500 codings: text, passages, codebook, copied as for a window',
    unit: 'ms',
    counts: 'cpu',
    target: 200,
    measure: (lab) => openIn(lab, 'reference'),
  },
  {
    name: 'open-5000-engine',
    work: 'open a document of a million characters with 5,000 codings, in the same way',
    unit: 'ms',
    counts: 'cpu',
    target: 400,
    measure: (lab) => openIn(lab, 'long'),
  },
]

async function codeIn(lab: Lab, name: CorpusName) {
  const archive = openArchive(await lab.copyOf(name))
  try {
    const { coder, source } = deskOf(archive)
    const codes = archive.run('codebook.get', coder, {}).map(({ id }) => id)
    const { text } = archive.run('source.text', coder, { source })
    const runs = lab.runs(9)
    const rows = codingRows({ source, text, codes: ['-'], count: perRun * runs }, dice(7))
    // One unit less than a word's end: none of these passages is there yet.
    const acts = rows.map(({ start, end }, n) => ({ source, start, end: end - 1, code: codes[n % codes.length] }))
    let next = 0
    const times = await timed(
      { runs, times: perRun },
      () => {
        for (let n = 0; n < perRun; n++) {
          const act = acts[next++]
          if (act?.code) archive.run('coding.create', coder, { ...act, code: act.code })
        }
      },
      () => null,
    )
    return { ...times, workload: `${perRun} acts a run; ${worded(lab.size(name))}` }
  } finally {
    archive.close()
  }
}

async function openIn(lab: Lab, name: CorpusName) {
  const file = await lab.corpus(name)
  const opened: Archive[] = []
  try {
    const times = await timed(
      { runs: lab.runs(9) },
      ({ archive, coder, source }) => openDocument(archive, coder, source),
      () => {
        opened.pop()?.close()
        const archive = openArchive(file, { readOnly: true })
        opened.push(archive)
        return { archive, ...deskOf(archive) }
      },
    )
    return { ...times, workload: `archive just opened; ${worded(lab.size(name))}` }
  } finally {
    for (const archive of opened) archive.close()
  }
}

/** What a window asks for when a document is opened, and the copy that goes to it. */
export function openDocument(archive: Archive, coder: CoderId, source: ReturnType<typeof deskOf>['source']): void {
  structuredClone([
    archive.run('source.text', coder, { source }),
    archive.run('passage.list', coder, { source }),
    archive.run('codebook.get', coder, {}),
  ])
}

/** The first coder and the document with the many codings. */
export function deskOf(archive: Archive) {
  const coder = archive.run('coder.list', '', {})[0]?.id
  const source = archive.run('source.list', '', {})[0]?.id
  if (!coder || !source) throw new Error('the reference work is empty')
  return { coder, source }
}

/** Editing a long text, as the archive does it: every passage, paragraph and word of the index brought along. */
import { openArchive } from '../../archive/open.ts'
import { deskOf } from './coding.ts'
import { timed, type Figure } from './figure.ts'
import { worded, type Lab } from './lab.ts'

export const editFigures: readonly Figure[] = [
  {
    name: 'edit-text',
    work: 'put two words into the middle of a document of a million characters with 5,000 codings',
    unit: 'ms',
    counts: 'cpu',
    target: 150,
    measure: (lab) => editIn(lab, 0.5),
  },
  {
    name: 'edit-text-start',
    work: 'the same at its very beginning: everything moves',
    unit: 'ms',
    counts: 'cpu',
    target: 300,
    measure: (lab) => editIn(lab, 0),
  },
]

async function editIn(lab: Lab, where: number) {
  const archive = openArchive(await lab.copyOf('long'))
  try {
    const { coder, source } = deskOf(archive)
    const times = await timed(
      { runs: lab.runs(7) },
      ({ base, at }) =>
        void archive.run('source.edit', coder, {
          source,
          base,
          changes: [{ start: at, end: at, insert: 'so to speak ' }],
        }),
      () => {
        const { text, version } = archive.run('source.text', coder, { source })
        return { base: version, at: where === 0 ? 0 : text.indexOf(' ', Math.floor(text.length * where)) + 1 }
      },
    )
    return { ...times, workload: worded(lab.size('long')) }
  } finally {
    archive.close()
  }
}

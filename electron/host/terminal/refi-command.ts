/** `export FILE refi-project`: the study for other programs, written as it comes. */
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { Answer, Desk } from './desk.ts'
import { deliverWritten, refuseExisting } from './out-file.ts'
import { counted } from './outlet.ts'

export const refiOptions = {
  uncoded: { help: 'refi-project: without codings and memos, for a second coder' },
  'own-use': { help: 'refi-project: a working copy of everything but closed documents, with the original files' },
  'coder-names': { help: 'refi-project: coders by their names instead of by numbers' },
  'for-nvivo': { help: 'refi-project: count as NVivo does, where coded texts have emoji' },
  foreign: { help: 'refi-project: also what other programs had added to the standard; the file is not valid then' },
}

export async function sendRefiProject(desk: Desk): Promise<Answer<CliAnswer<'export'>>> {
  const { given } = desk
  const out = given.word('out')
  if (out === undefined) throw new ArchiveError({ kind: 'option-missing', option: '--out', command: 'export' })
  refuseExisting(desk)
  await desk.write()
  const {
    content: _,
    losses,
    ...written
  } = await deliverWritten(
    desk,
    out,
    async (file) =>
      await desk.ask('export.refiProject', {
        purpose: given.has('own-use') ? 'own' : 'sharing',
        coderNames: given.has('coder-names'),
        units: given.has('for-nvivo') ? 'UTF-16' : 'code points',
        foreign: given.has('foreign'),
        uncoded: given.has('uncoded'),
        file,
      }),
  )
  if (written.withheld > 0)
    desk.outlet.say(`${counted(written.withheld, 'document or passage', 'documents or passages')} kept back.`)
  for (const { element, count, fate, why, names } of losses)
    desk.outlet.say(
      `${element}: ${count} ${fate} (${why.replaceAll('-', ' ')})${names.length > 0 ? `: ${names.join(', ')}` : ''}`,
    )
  return { json: { ...written, losses, out, content: null }, words: '' }
}

/** Words that counts of words leave out: shown, added, counted again. */
import type { CliAnswer } from '../../../schema/cli.ts'
import type { Answer, Command } from './desk.ts'
import { counted } from './outlet.ts'

export const stopWordsCommand: Command = {
  name: 'stop-words',
  summary: 'show the words that counts of words leave out; add some, or count some again',
  arguments: ['FILE'],
  options: {
    add: { value: 'WORD', many: true, help: 'leave this word out' },
    remove: { value: 'WORD', many: true, help: 'count this word again' },
    all: { help: 'also the English and Russian lists that come with the program' },
  },
  notes: ['Without --all only what differs from the lists of the program is printed. `undo` takes a change back.'],
  run: async (desk): Promise<Answer<CliAnswer<'stop-words'>>> => {
    const { given } = desk
    const add = [...(given.words('add') ?? [])]
    const remove = [...(given.words('remove') ?? [])]
    const isChange = add.length + remove.length > 0
    if (isChange) await desk.write()
    else await desk.read()
    const { words, added, removed } = isChange
      ? await desk.ask('stopWord.change', { add, remove })
      : await desk.ask('stopWord.list', {})
    return {
      json: { words, added, removed },
      words: [
        ...(given.has('all') ? [words.join(' ')] : []),
        `${counted(words.length, 'word')} left out; added: ${added.join(' ') || 'none'}; counted again: ${removed.join(' ') || 'none'}.`,
      ].join('\n'),
    }
  },
}

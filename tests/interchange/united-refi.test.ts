/** What another program wrote, in an archive of ours. */
import { expect, it } from 'vitest'
import { aDesk } from '../support/archive.ts'
import { codedBy, fileOf, guid, oneCode, projectXml, zipOf } from '../support/refi.ts'
import { codingsOf, opened, united } from '../support/uniting.ts'

it('a project of another program brings its codings, and the same file again brings nothing', async () => {
  const desk = aDesk()
  desk.archive.close()
  const archive = opened(desk.path)
  const before = codingsOf({ archive, ada: desk.ada })
  const sources = `<Sources><TextSource guid="${guid(2)}" name="Night shift" plainTextPath="internal://a.txt"><PlainTextSelection guid="${guid(3)}" startPosition="8" endPosition="15">${codedBy(4)}</PlainTextSelection></TextSource></Sources>`
  const note = `<Notes><Note guid="${guid(5)}" name="Ask again"/></Notes><NoteRef targetGUID="${guid(5)}"/>`
  const path = fileOf(
    'study.qdpx',
    await zipOf({
      'project.qde': projectXml(oneCode + sources + note, 'NVivo 12'),
      'sources/a.txt': '\uFEFF😀 one\r\nshelter, full',
    }),
  )
  await united(archive, desk.ada, path)
  const after = codingsOf({ archive, ada: desk.ada })
  expect(after.filter((coding) => !before.includes(coding))).toEqual([expect.stringContaining('/Shelter')])
  const source = archive.run('source.list', desk.ada, {}).find(({ title }) => title === 'Night shift')!
  expect(archive.run('passage.list', desk.ada, { source: source.id })).toMatchObject([
    { quote: 'shelter', state: 'placed' },
  ])
  await united(archive, desk.ada, path)
  expect(codingsOf({ archive, ada: desk.ada })).toEqual(after)
})

it('what another window codes while a long document comes in is met there, and made once', async () => {
  const desk = aDesk()
  desk.archive.close()
  const archive = opened(desk.path)
  const many = 2100
  const selections = Array.from(
    { length: many },
    (_, n) =>
      `<PlainTextSelection guid="${guid(100 + n)}" startPosition="${n * 6}" endPosition="${n * 6 + 5}">${codedBy(2000 + n)}</PlainTextSelection>`,
  )
  const text = Array.from({ length: many }, (_, n) => String(n).padStart(5, 'w')).join('\n')
  const xml = projectXml(
    `${oneCode}<Sources><TextSource guid="${guid(2)}" name="Words" plainTextPath="internal://a.txt">${selections.join('')}</TextSource></Sources>`,
  )
  const path = fileOf('study.qdpx', await zipOf({ 'project.qde': xml, 'sources/a.txt': text }))
  const uniting = united(archive, desk.ada, path)
  const words = () => archive.run('source.list', desk.ada, {}).find(({ title }) => title === 'Words')
  const passages = () => archive.run('passage.list', desk.ada, { source: words()!.id })
  const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))
  while (!words() || passages().length === 0) await turn()
  expect(passages().length).toBeLessThan(many)
  const code = archive.run('codebook.get', desk.ada, {}).find(({ name }) => name === 'Shelter')!.id
  const mine = (start: number) =>
    archive.run('coding.create', desk.ada, { source: words()!.id, start, end: start + 5, code })
  mine((many - 1) * 6)
  mine((many - 2) * 6)
  const { counts } = await uniting
  expect([passages().length, counts.newCodings]).toEqual([many, many - 2])
})

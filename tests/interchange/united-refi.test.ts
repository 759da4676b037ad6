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

/** Recordings and other long files: they come in, lie and go out in pieces, whole or not at all. */
import { spawn } from 'node:child_process'
import { createHash, randomFillSync } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect } from '../../electron/archive/connect.ts'
import { Connection, sql } from '../../electron/archive/db.ts'
import { openArchive } from '../../electron/archive/open.ts'
import { keepFile, pieceLength, wholeFile } from '../../electron/archive/services/source-files.ts'
import { projectId, type ProjectId } from '../../schema/ids.ts'
import { aDesk, aFolder, anArchiveFile, type Desk } from '../support/archive.ts'
import { fileOf, guid, projectXml, zipOf } from '../support/refi.ts'
import { opened, reviewed, united } from '../support/uniting.ts'

/** Two pieces and a half. */
const recording = randomFillSync(new Uint8Array(2.5 * pieceLength))
const source = `<Sources><AudioSource guid="${guid(2)}" name="Night shift" path="internal://talk.mp3"/></Sources>`

const aProject = async (bytes = recording) =>
  fileOf('study.qdpx', await zipOf({ 'project.qde': projectXml(source), 'sources/talk.mp3': bytes }, false))

/** What of files lies in the archive at `path`: lengths of values, of pieces, and how many contents there are. */
function storedIn(path: string) {
  const db = new Connection(connect(path, undefined, true))
  try {
    return {
      values: db.pluck<number>(sql`SELECT length(bytes) FROM source_file WHERE media_type LIKE 'audio/%'`),
      pieces: db.pluck<number>(sql`SELECT length(bytes) FROM source_file_piece ORDER BY content, number`),
      contents: db.pluck<number>(sql`SELECT count(*) FROM content`)[0],
    }
  } finally {
    db.handle.close()
  }
}

const heard = ({ archive, ada }: Pick<Desk, 'archive' | 'ada'>) =>
  archive.run('source.list', ada, {}).find(({ title }) => title === 'Night shift')

describe('a recording longer than a piece', () => {
  it('lies in pieces, is the same bytes for whoever asks, and goes out and in again as it came', async () => {
    const { archive, ada, path } = aDesk()
    await united(archive, ada, await aProject())
    expect(storedIn(path)).toMatchObject({ values: [0], pieces: [pieceLength, pieceLength, pieceLength / 2] })
    const file = archive.run('source.file', ada, { source: heard({ archive, ada })!.id })
    expect(file).toMatchObject({ name: 'talk.mp3', mediaType: 'audio/mpeg' })
    expect(Buffer.from(file.bytes).equals(recording)).toBe(true)

    const out = join(aFolder(), 'out.qdpx')
    const wishes = { purpose: 'own', coderNames: true, units: 'code points', foreign: false, uncoded: false } as const
    await archive.workbook('export.refiProject', ada, { ...wishes, file: out })
    const other = anArchiveFile()
    const second = opened(other)
    const boris = second.run('coder.create', '', { name: 'Boris' }).id
    await united(second, boris, out)
    const again = second.run('source.file', boris, { source: heard({ archive: second, ada: boris })!.id })
    expect(Buffer.from(again.bytes).equals(recording)).toBe(true)
    expect((await reviewed(archive, ada, out)).plan.changesNothing).toBe(true)
  })

  it('comes from another archive in pieces too', async () => {
    const { archive, ada, path } = aDesk()
    await united(archive, ada, await aProject())
    archive.close()
    const target = anArchiveFile()
    const second = opened(target)
    await united(second, second.run('coder.create', '', { name: 'Boris' }).id, path)
    expect(storedIn(target).pieces).toEqual([pieceLength, pieceLength, pieceLength / 2])
  })

  it('is not fetched again when its union was undone and it comes once more', async () => {
    const { archive, ada, path } = aDesk()
    const project = await aProject()
    await united(archive, ada, project)
    const before = storedIn(path)
    archive.run('history.undo', ada, {})
    expect(heard({ archive, ada })).toBeUndefined()
    await united(archive, ada, project)
    expect(heard({ archive, ada })).toMatchObject({ title: 'Night shift' })
    expect(storedIn(path)).toEqual(before)
  })

  it('says how far it is, and leaves nothing of itself when it is cancelled on its way', async () => {
    const { archive, ada, path } = aDesk()
    const before = storedIn(path)
    const stop = new AbortController()
    const said: string[] = []
    const report = await united(archive, ada, await aProject(), [], {
      signal: stop.signal,
      progress: ({ name }) => {
        said.push(name)
        if (name === 'Night shift · 40 %') stop.abort()
      },
    })
    expect(said).toContain('Night shift · 40 %')
    expect(report.isCancelled).toBe(true)
    expect(heard({ archive, ada })).toBeUndefined()
    expect(storedIn(path)).toEqual(before)
  })

  it('is refused where it is another by then than the one that was reviewed, and leaves nothing', async () => {
    const { archive, ada, path } = aDesk()
    const before = storedIn(path)
    const loose = fileOf('study.qde', projectXml(source))
    const beside = join(dirname(loose), 'sources')
    mkdirSync(beside)
    writeFileSync(join(beside, 'talk.mp3'), recording)
    const { project } = await reviewed(archive, ada, loose)
    writeFileSync(join(beside, 'talk.mp3'), recording.toReversed())
    await expect(archive.work('project.unite', ada, { project, choices: { codes: [] } })).rejects.toMatchObject({
      fault: { kind: 'file-changed', name: 'talk.mp3' },
    })
    expect(heard({ archive, ada })).toBeUndefined()
    expect(storedIn(path)).toEqual(before)
  })

  it('leaves nothing of itself where the power goes while it comes in, and comes whole the next time', async () => {
    const { archive, ada, path } = aDesk()
    const before = storedIn(path)
    archive.close()
    // So long that there is much to come after its first piece.
    const project = await aProject(new Uint8Array(20 * pieceLength))
    await killedAfterFirstPiece(path, project, ada)
    const cut = join(aFolder(), 'cut.kartoteka')
    for (const ending of ['', '-wal']) copyFileSync(path + ending, cut + ending)
    expect(storedIn(cut).pieces.length).toBeOneOf(Array.from({ length: 20 }, (_, n) => n + 1))
    const again = openArchive(path)
    expect(heard({ archive: again, ada })).toBeUndefined()
    expect(storedIn(path)).toEqual(before)
    await united(again, ada, project)
    expect(heard({ archive: again, ada })).toMatchObject({ title: 'Night shift' })
    again.close()
    expect(storedIn(path).pieces).toHaveLength(20)
  })
})

describe('a project that is too large for an answer', () => {
  const wishes = { purpose: 'own', coderNames: true, units: 'code points', foreign: false, uncoded: false } as const
  const apart = projectId.parse('0f1e2d3c-4b5a-4978-8695-000000000001')
  async function aLargeOne() {
    const desk = aDesk()
    await united(desk.archive, desk.ada, await aProject(randomFillSync(new Uint8Array(6 * pieceLength))))
    const steps: number[] = []
    const { archive, ada } = desk
    const file = await archive.workbook(
      'export.refiProject',
      ada,
      { ...wishes, apart },
      { progress: ({ done, total }) => void steps.push(done / total) },
    )
    return { ...desk, file, steps }
  }
  const beside = (path: string) => readdirSync(dirname(path)).filter((name) => name.includes('-leaving-'))

  it('waits beside the archive until it was taken piece by piece, the very file that a path would hold', async () => {
    const { archive, ada, path, file, steps } = await aLargeOne()
    expect(file).toMatchObject({ content: new Uint8Array(), rows: 3 })
    const pieces: Uint8Array[] = []
    for (let at = 0; at < file.apart; at += pieces.at(-1)!.length)
      pieces.push(archive.run('project.piece', ada, { project: apart, at }))
    expect(archive.run('project.piece', ada, { project: apart, at: file.apart })).toHaveLength(0)
    const out = join(aFolder(), 'out.qdpx')
    await archive.workbook('export.refiProject', ada, { ...wishes, file: out })
    expect(Buffer.concat(pieces).equals(readFileSync(out))).toBe(true)
    await archive.work('project.discard', ada, { project: apart })
    expect(beside(path)).toEqual([])
    expect(steps.at(-1), 'it is counted once, from its beginning to its end').toBe(1)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  })

  it('is moved to where the person says, in place of what is there, or goes with the archive that is closed', async () => {
    const { archive, ada, path, file } = await aLargeOne()
    const out = fileOf('before.qdpx', 'what was there')
    await archive.work('project.place', ada, { project: apart, path: out })
    expect(statSync(out).size).toBe(file.apart)
    expect(beside(path)).toEqual([])
    await expect(archive.work('project.place', ada, { project: apart, path: out })).rejects.toMatchObject({
      fault: { kind: 'no-such-project' },
    })
    await archive.workbook('export.refiProject', ada, { ...wishes, apart })
    expect(beside(path)).toHaveLength(1)
    archive.close()
    expect(beside(path)).toEqual([])
  })

  it('goes alone: a file of somebody else with a name like it stays beside the archive', async () => {
    const { archive, path } = await aLargeOne()
    writeFileSync(`${path}-leaving-home.docx`, 'of somebody else')
    archive.close()
    expect(beside(path)).toHaveLength(1)
  })

  it('never takes the place of the archive itself', async () => {
    const { archive, ada, path } = await aLargeOne()
    await expect(archive.work('project.place', ada, { project: apart, path })).rejects.toMatchObject({
      fault: { kind: 'archive-in-use' },
    })
    expect(readFileSync(path).subarray(0, 6).toString()).toBe('SQLite')
  })

  it('is asked for by its id, which never leads to another file', async () => {
    const { archive, ada, path } = await aLargeOne()
    writeFileSync(join(dirname(path), 'secret'), 'of somebody else')
    mkdirSync(`${path}-leaving-`)
    for (const project of ['/../secret', '..\\secret'] as ProjectId[])
      expect(() => archive.run('project.piece', ada, { project, at: 0 })).toThrow(
        expect.objectContaining({ fault: { kind: 'no-such-project' } }),
      )
  })
})

it('a long file that comes at once is kept in pieces, a short one as it is, an empty one empty', () => {
  const db = new Connection(connect(anArchiveFile(), undefined, false))
  for (const [at, length] of [recording.length, pieceLength, 100, 0].entries()) {
    const bytes = recording.subarray(0, length)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const content = keepFile(db, { sha256, name: `${at}.mp3`, mediaType: 'audio/mpeg' }, bytes)
    expect(Buffer.from(wholeFile(db, content)).equals(bytes)).toBe(true)
  }
  expect(db.pluck(sql`SELECT length(bytes) FROM source_file_piece`)).toEqual([
    pieceLength,
    pieceLength,
    pieceLength / 2,
  ])
  db.handle.close()
})

/** Resolves when the process that was uniting is gone. */
function killedAfterFirstPiece(path: string, project: string, coder: string): Promise<void> {
  const loop = join(import.meta.dirname, '../support/uniting-loop.ts')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', loop, path, project, coder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.once('data', () => child.kill('SIGKILL'))
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}

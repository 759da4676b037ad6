import { describe, expect, it } from 'vitest'
import { anIntake, bringIn, offer } from '../support/importing.ts'
import { avif, bmp, exifOf, gif, jpeg, jpegHeld, png, webp } from '../support/pictures.ts'

const reviewed = async (name: string, bytes: Uint8Array) => {
  const { review } = anIntake()
  const { items } = await review([offer(name, bytes)])
  return items[0]
}

describe('a picture', () => {
  it.each([
    ['jpg', 'jpeg', jpeg, 24, 16],
    ['png', 'png', png(), 24, 16],
    ['webp', 'webp', webp, 24, 16],
    ['gif', 'gif', gif, 24, 16],
    ['bmp', 'bmp', bmp, 24, 16],
    ['avif', 'avif', avif, 2, 2],
  ])(
    'in .%s is a document of one page, a point a pixel, without words',
    async (ending, format, bytes, width, height) => {
      const intake = anIntake()
      const { archive, ada } = intake
      const review = await intake.review([offer(`IMG_0007.${ending}`, bytes)])
      expect(review.items[0]).toMatchObject({
        format,
        kind: 'image',
        pages: 1,
        characters: 0,
        problem: null,
        notes: [],
      })
      await intake.commit(review)
      const [source] = archive.run('source.list', ada, {})
      expect(source).toMatchObject({
        short: 'I01',
        title: 'IMG 0007',
        kind: 'image',
        mediaType: `image/${format}`,
        length: 0,
        paragraphs: 0,
        pages: 1,
      })
      const { pages, text } = archive.run('source.text', ada, { source: source!.id })
      expect(text).toBe('')
      expect(pages).toEqual([{ number: 1, start: 0, end: 0, width: width * 1000, height: height * 1000, rotation: 0 }])
      expect(Buffer.from(archive.run('source.file', ada, { source: source!.id }).bytes).equals(bytes)).toBe(true)
    },
  )

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'held as EXIF orientation %i says has the page that one sees upright',
    async (held) => {
      const intake = anIntake()
      const { archive, ada } = intake
      const upright = held >= 5 ? { width: 16_000, height: 24_000 } : { width: 24_000, height: 16_000 }
      const files = [jpegHeld(held), jpegHeld(held, true), png(24, 16, exifOf(held)), png(24, 16, exifOf(held, true))]
      const sources = await bringIn(
        intake,
        files.map((bytes, at) => offer(`${at}.${at < 2 ? 'jpg' : 'png'}`, bytes)),
      )
      for (const source of sources)
        expect(archive.run('source.text', ada, { source }).pages).toMatchObject([{ ...upright, rotation: 0 }])
    },
  )

  it('is upright where the note makes no sense', async () => {
    const intake = anIntake()
    const sources = await bringIn(intake, [offer('a.jpg', jpegHeld(0)), offer('b.jpg', jpegHeld(99))])
    for (const source of sources)
      expect(intake.archive.run('source.text', intake.ada, { source }).pages).toMatchObject([
        { width: 24_000, height: 16_000 },
      ])
  })

  it('is known by its bytes, whatever kind of picture its name promises, or none', async () => {
    for (const name of ['a.jpg', 'scan.TIF', 'no ending'])
      expect(await reviewed(name, png())).toMatchObject({ format: 'png', problem: null })
  })

  it('may be called a pamphlet, and is found to be here already', async () => {
    const intake = anIntake()
    const { archive, ada } = intake
    const review = await intake.review([offer('a.jpg', jpeg), offer('b.jpg', jpeg)])
    expect(review.items[1]?.duplicateOf).toEqual({ item: 0 })
    await archive.work('import.commit', ada, { import: review.import, choices: [{ item: 0, kind: 'pamphlet' }] })
    expect(archive.run('source.list', ada, {})).toMatchObject([{ short: 'P01', kind: 'pamphlet' }])
    const again = await intake.review([offer('c.jpg', jpeg)])
    expect(again.items[0]?.duplicateOf).toMatchObject({ short: 'P01' })
  })
})

describe('a picture that cannot be imported', () => {
  const tiff = Buffer.from('II*\0\u0008\0\0\0', 'latin1')
  const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1')
  it.each<[string, string, Uint8Array, object]>([
    ['is empty', 'a.jpg', new Uint8Array(), { kind: 'file-empty' }],
    ['is a TIFF', 'a.tif', tiff, { kind: 'picture-not-shown', format: 'TIFF' }],
    ['is a HEIC of a telephone', 'a.heic', heic, { kind: 'picture-not-shown', format: 'HEIC' }],
    ['is a HEIC by the name of a JPEG', 'a.jpg', heic, { kind: 'picture-not-shown', format: 'HEIC' }],
    ['goes by the name of a text', 'a.txt', jpeg, { kind: 'file-misnamed', looksLike: 'a picture' }],
    ['is really a web page', 'a.jpg', Buffer.from('<!doctype html><p>Sign in'), { kind: 'file-misnamed' }],
    ['is nothing that is known', 'a.png', Buffer.from('words and words'), { kind: 'file-damaged' }],
    ['has lost its last bytes (.jpg)', 'a.jpg', jpeg.slice(0, -2), { kind: 'file-damaged' }],
    ['broke off in the middle', 'a.jpg', jpeg.slice(0, 100), { kind: 'file-damaged' }],
    ['has lost its last bytes (.png)', 'a.png', png().slice(0, -1), { kind: 'file-damaged' }],
    ['has lost its last bytes (.gif)', 'a.gif', gif.slice(0, -1), { kind: 'file-damaged' }],
    ['has lost its last bytes (.bmp)', 'a.bmp', bmp.slice(0, -1), { kind: 'file-damaged' }],
    ['has lost its last bytes (.webp)', 'a.webp', webp.slice(0, -1), { kind: 'file-damaged' }],
    ['has lost its last bytes (.avif)', 'a.avif', avif.slice(0, -1), { kind: 'file-damaged' }],
    [
      'has another byte than was written',
      'a.png',
      png().map((byte, at) => (at === 45 ? byte ^ 1 : byte)),
      { kind: 'file-damaged' },
    ],
    [
      'would need more memory than a window has',
      'a.png',
      png(40_000, 40_000),
      { kind: 'picture-too-large', width: 40_000, height: 40_000 },
    ],
    ['is a line without an end', 'a.png', png(1, 2_000_000), { kind: 'picture-too-large' }],
  ])('because it %s, is named with its one reason', async (_, name, bytes, fault) => {
    expect(await reviewed(name, bytes)).toMatchObject({ problem: { ...fault, name } })
  })

  it('because it was cut anywhere, never passes for whole', async () => {
    const { review } = anIntake()
    const cuts = [jpeg, png(), gif, bmp, webp, avif].flatMap((bytes) =>
      [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => bytes.slice(0, Math.floor(bytes.length * share))),
    )
    const { items } = await review(cuts.map((bytes, at) => offer(`${at}.jpg`, bytes)))
    for (const item of items) expect(item.problem?.kind).toBe('file-damaged')
  })
})

describe('an archive with a picture', () => {
  it('is coded, searched, counted, exported and verified like any other', async () => {
    const intake = anIntake()
    const { archive, ada } = intake
    const [picture, talk] = await bringIn(intake, [
      offer('P04 notice.jpg', jpeg),
      offer('R01 talk.txt', 'INTERVIEWER: Who pays?\nR01: Two embassies pay.\n'),
    ])
    if (!picture || !talk) throw new Error('they were not imported')
    const code = archive.run('code.create', ada, { parent: null, name: 'Seals' }).id
    const region = { page: 1, x: 1000, y: 2000, width: 8000, height: 9000 }
    const passage = archive.run('coding.createRegion', ada, { source: picture, code, ...region })
    archive.run('coding.create', ada, { source: talk, code, start: 0, end: 11 })
    archive.run('memo.create', ada, { about: { kind: 'passage', id: passage.id }, text: 'A seal' })
    expect(archive.run('archive.verify', ada, {})).toMatchObject({ passages: 2, placed: 2, lost: 0, damage: '' })
    expect(
      archive.run('search.passages', ada, { query: 'embassies', offset: 0, limit: 10, asYouType: false }),
    ).toMatchObject({ total: 1 })
    const { quotations } = archive.run('quotation.list', ada, { filter: {}, offset: 0, limit: 10 })
    expect(quotations[0]).toMatchObject({ extract: 'P04:p1', page: 0, quote: '', region, speaker: '' })
    archive.run('source.update', ada, { source: picture, quotationLevel: 'N' })
    const html = archive.run('export.quotations', ada, { format: 'html', filter: {} }).content
    expect(html).toContain('[rectangle of the picture]')
    expect(html).not.toMatch(/page 1|p\. 1/)
    const russian = archive.run('export.quotations', ada, { format: 'csv', filter: {}, language: 'ru' }).content
    expect(russian).toContain('[прямоугольник на изображении]')
    expect(archive.run('source.list', ada, {})).toMatchObject([{ short: 'P04', codings: 1 }, { codings: 1 }])
    expect(archive.run('memo.all', ada, { words: '', order: 'newest', offset: 0, limit: 10 })).toMatchObject({
      memos: [{ name: 'P04:p1' }],
    })
    archive.run('source.delete', ada, { sources: [picture] })
    archive.run('history.undo', ada, {})
    expect(archive.run('passage.list', ada, { source: picture })).toMatchObject([{ id: passage.id, memos: 1 }])
  })
})

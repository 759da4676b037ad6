import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goingAlong, letGo } from '../../schema/bytes.ts'
import { pack, unpack } from '../../schema/wire.ts'

const word = fc.constantFrom('shelter', 'Приют на окраине', '👩‍👩‍👧 семья', '\u{1F3E0}', '"quoted"', '\n\t', '')
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(word, fc.string()), tie('value'), { maxKeys: 5 }),
  ),
})).value

/** What a carrier makes of a frame: the same bytes, somewhere in a larger buffer. */
function carried(frame: Uint8Array, before: number): Uint8Array {
  const buffer = new Uint8Array(before + frame.length + 7)
  buffer.set(frame, before)
  return buffer.subarray(before, before + frame.length)
}

describe('a message as bytes', () => {
  it('comes out as it went in, with byte arrays wherever they were nested', () => {
    fc.assert(
      fc.property(anything, fc.nat(9), (message, before) => {
        expect(unpack(carried(pack(message), before))).toEqual(message)
      }),
    )
  })

  it('carries an imported file next to its Russian name', () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256)
    const call = { call: 1, name: 'import.review', input: { files: [{ name: 'R05 директор 🏠.txt', bytes }] } }
    expect(unpack(pack(call))).toEqual(call)
  })

  it('shares no memory with the arrays it was made of', () => {
    const bytes = Uint8Array.of(1, 2, 3)
    const frame = pack({ bytes })
    bytes.fill(9)
    expect(unpack(frame)).toEqual({ bytes: Uint8Array.of(1, 2, 3) })
  })
})

describe('a broken frame', () => {
  it('is refused wherever it was cut off', () => {
    const frame = pack({ name: 'Приют', bytes: Uint8Array.of(1, 2, 3), more: [Uint8Array.of(4)] })
    for (let length = 0; length < frame.length; length++)
      expect(() => unpack(frame.subarray(0, length))).toThrow(/frame/)
  })

  it('is refused where it is longer than it says', () => {
    const frame = pack({ name: 'Приют' })
    expect(() => unpack(Uint8Array.of(...frame, 0))).toThrow('just the bytes')
  })

  it('is refused where its text is not UTF-8, or not a frame', () => {
    const frame = pack({ name: 'Приют' })
    const spoiled = Uint8Array.from(frame)
    spoiled[spoiled.length - 5] = 0xff
    expect(() => unpack(spoiled)).toThrow('not valid')
    expect(() => unpack(framed('[]'))).toThrow('expected object')
    expect(() => unpack(framed('{"lengths":[-1],"message":null}'))).toThrow('Too small')
    expect(() => unpack(framed('{"lengths":[1.5],"message":null}'))).toThrow('expected int')
  })

  it('never answers bytes that the frame does not have', () => {
    expect(() => unpack(framed('{"lengths":[9],"message":{"$bytes":0}}'))).toThrow('just the bytes')
    expect(() => unpack(framed('{"lengths":[],"message":{"$bytes":0}}'))).toThrow('no number 0')
    expect(() => unpack(framed('{"lengths":[0],"message":{"$bytes":0.5}}'))).toThrow('no number 0.5')
  })
})

function framed(json: string): Uint8Array {
  const body = Buffer.from(json)
  const frame = Buffer.alloc(4 + body.length)
  frame.writeUInt32LE(body.length)
  body.copy(frame, 4)
  return new Uint8Array(frame)
}

describe('long bytes that go from hand to hand', () => {
  const long = new Uint8Array(200_000)
  const asking = (input: unknown) => ({ call: 1, name: 'project.receive', coder: '' as const, input })

  it('go along with a question and with an answer, short ones are copied', () => {
    expect(goingAlong(asking({ bytes: long }))).toEqual([long.buffer])
    expect(goingAlong({ reply: 1, ok: true, value: long })).toEqual([long.buffer])
    expect(goingAlong(asking({ bytes: Uint8Array.of(1) }))).toEqual([])
    expect(goingAlong(asking(null))).toEqual([])
    expect(goingAlong({ cancel: 1 })).toEqual([])
  })

  it('are given back once, and never those that share their memory with others', () => {
    const part = new Uint8Array(long.buffer, 0, 10)
    letGo(part)
    expect(part).toHaveLength(10)
    letGo(long)
    letGo(long)
    expect([long.length, part.length]).toEqual([0, 0])
  })
})

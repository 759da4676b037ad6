/** What a name is in the name of a file: one rule for archives, exports, packs and replies, on every system. */

/** Characters, and bytes of UTF-8: with an ending and a number behind it every file system takes that. */
const most = { characters: 80, bytes: 180 }

/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu

/** `instead`: where nothing of the name is left. Blanks become `blank`. */
export function fileNameIn(name: string, instead: string, blank = ' '): string {
  const kept = name
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\\/:*?"<>|\p{Cc}\p{Bidi_Control}]+/gu, ' ')
    .trim()
    .replace(/\s+/gu, blank)
  const cut = beginningOf(kept).replace(/^[.\s]+|[-.\s]+$/gu, '')
  return cut === '' ? instead : device.test(cut) ? `${instead}${blank}${cut}` : cut
}

function beginningOf(name: string): string {
  let cut = ''
  let characters = 0
  let bytes = 0
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    bytes += bytesOf(segment)
    if (++characters > most.characters || bytes > most.bytes) break
    cut += segment
  }
  return cut
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x8_00 ? 2 : point < 0x1_00_00 ? 3 : 4
  }
  return bytes
}

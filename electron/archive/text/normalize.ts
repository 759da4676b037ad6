/**
 * Stored text is what the reader shows. Line ends become LF, a byte-order mark goes, and what would
 * break other programs (lone surrogates, control characters) is replaced one for one; nothing else
 * is touched, so that a quote is the author's own characters (RULINGS 11).
 */

/** C0 and C1 controls but tab, LF and form feed (which joins pages); U+0085 is a line separator and stays. */
// oxlint-disable-next-line no-control-regex -- finding control characters is the point
const controls = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g

export function normalizeText(raw: string): string {
  const text = raw.charCodeAt(0) === 0xfe_ff ? raw.slice(1) : raw
  return oneForOne(text.replace(/\r\n?/g, '\n'))
}

/** The replacements that keep every offset: for text whose parts already have places. */
export function oneForOne(text: string): string {
  return text.toWellFormed().replace(controls, '\uFFFD')
}

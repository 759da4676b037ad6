/** Every key of the pack, in one table; the same letters as in the archive's own queue. Read by their place, see ../keys.ts. */
import { isPressed, type Press } from '../keys.ts'

interface Row {
  readonly key: string
  /** Works while a text field has the focus. */
  readonly inFields?: boolean
}

export const packKeys = {
  agree: { key: 'A' },
  disagree: { key: 'D' },
  unsure: { key: 'U' },
  suggest: { key: 'S' },
  comment: { key: 'C' },
  noneFits: { key: 'X' },
  reveal: { key: 'R' },
  next: { key: 'N' },
  previous: { key: 'P' },
  overview: { key: 'Q' },
  save: { key: 'mod+S', inFields: true },
} as const satisfies Readonly<Record<string, Row>>

export type PackAct = keyof typeof packKeys

/** The act that a press asks for; null for any other key, and for letters that are being written. */
export function actOf(press: Press, isInField: boolean): PackAct | null {
  const found = (Object.entries(packKeys) as [PackAct, Row][]).find(
    ([, row]) => (!isInField || row.inFields) && isPressed(row.key, press),
  )
  return found?.[0] ?? null
}

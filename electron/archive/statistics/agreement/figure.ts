/**
 * What every coefficient of agreement answers (METHODS 3.7): a value, or why there is none, never 0, 1 or NaN
 * in its stead; and the numbers that it was made of, so that anybody can make it again.
 */

export type NoFigure =
  /** Nothing to compare: no units, no text. */
  | 'no-units'
  /** No coder used the code. */
  | 'unused'
  /** One value everywhere: coders who all say the same have shown nothing. */
  | 'no-variation'
  /** No unit has values of two coders. */
  | 'nothing-pairable'
  /** Fleiss wants as many values on every unit. */
  | 'unequal-coders'
  /** A single coder's codes lie over each other where one value at a time is meant. */
  | 'codes-overlap'

export interface Figure {
  readonly value: number | null
  readonly reason?: NoFigure
  readonly inputs: Readonly<Record<string, number>>
}

export const figure = (value: number, inputs: Figure['inputs']): Figure => ({ value, inputs })
export const noFigure = (reason: NoFigure, inputs: Figure['inputs'] = {}): Figure => ({ value: null, reason, inputs })

/** part / whole, or the reason where the whole is nothing. */
export function ratio(part: number, whole: number, reason: NoFigure, inputs: Figure['inputs']): Figure {
  return whole === 0 ? noFigure(reason, inputs) : figure(part / whole, inputs)
}

import { randomUUID } from 'node:crypto'

/** A new id: a UUID, as REFI-QDA asks for. */
export function newId<Id extends string>(): Id {
  return randomUUID() as string as Id
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const whole = new RegExp(`^${uuid}$`)
const within = new RegExp(uuid, 'g')

/** Whether this can be an id here: what another program calls a thing need not be. */
export const isId = (text: string): boolean => whole.test(text)

/** The text with every id that stands in it as `change` has it, those within words too. */
export const withIds = (text: string, change: (id: string) => string): string => text.replaceAll(within, change)

/** The present moment as ISO 8601 in UTC, the only form in which times are kept. */
export function now(): string {
  return new Date().toISOString()
}

import { randomUUID } from 'node:crypto'

/** A new id: a UUID, as REFI-QDA asks for. */
export function newId<Id extends string>(): Id {
  return randomUUID() as string as Id
}

/** The present moment as ISO 8601 in UTC, the only form in which times are kept. */
export function now(): string {
  return new Date().toISOString()
}

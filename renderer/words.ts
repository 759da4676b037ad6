/** The words of the interface in the language chosen. Words for errors are in schema/explain.ts. */
import { explain, type Tongue } from '../schema/explain.ts'
import type { ArchiveFault } from '../schema/error.ts'
import { useObservable } from './observable.ts'
import { tongue } from './settings.ts'
import { en } from './words/en.ts'
import { ru } from './words/ru.ts'
import type { Words } from './words/shape.ts'

const byTongue: Readonly<Record<Tongue, Words>> = { en, ru }

export function wordsIn(language: Tongue): Words {
  return byTongue[language]
}

export function useWords(): Words {
  return byTongue[useObservable(tongue)]
}

/** Turns a fault into a sentence in the language chosen. */
export function useExplain(): (fault: ArchiveFault) => string {
  const language = useObservable(tongue)
  return (fault) => explain(fault, language)
}

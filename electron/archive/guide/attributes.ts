/**
 * The usual questions about an interview and about a document (METHODS 2.1), in two languages.
 * What every document has of itself (short id, title, kind, language, date, place, quotation level) is
 * not asked again. Keys are the same in both, so that a query means the same in every archive.
 */
import { z } from 'zod'
import usual from './attributes.json' with { type: 'json' }

const words = z.object({ en: z.string().min(1), ru: z.string().min(1) })
const question = z.object({
  key: z.string(),
  type: z.enum(['text', 'number', 'date', 'boolean', 'choice']),
  leavesFrom: z.enum(['N', 'O', 'T']),
  meaning: z.enum(['', 'withdrawal', 'child']).default(''),
  name: words,
  choices: z.array(words).default([]),
})
const questions = z.object({ interview: z.array(question), document: z.array(question) })

const kindsOf = {
  interview: ['transcript', 'fieldnote'],
  document: ['pamphlet', 'report', 'law', 'image', 'other'],
} as const

export function usualAttributes(about: 'interview' | 'document', language: 'en' | 'ru') {
  return questions.parse(usual)[about].map(({ name, choices, ...rest }) => ({
    ...rest,
    kinds: kindsOf[about],
    name: name[language],
    choices: choices.map((choice) => choice[language]),
  }))
}

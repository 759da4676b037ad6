import { foldWord } from './tokens.ts'

/**
 * What a person types into a filter, as a JSON list of folded words for `json_each`. Each is looked for
 * anywhere in a text that the SQL function `folded` has folded the same way; no words let everything through.
 */
export function foldedWords(typed = ''): string {
  return JSON.stringify(foldWord(typed).split(/\s+/u).filter(Boolean))
}

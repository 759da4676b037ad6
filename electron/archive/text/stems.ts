/**
 * Word forms to stems, by the script of the word, so that text of two languages in one sentence
 * works and a query is stemmed as the text was. Snowball's English and Russian; stems are stored,
 * so a frozen stemmer is a virtue.
 */
import { newStemmer } from 'snowball-stemmers'

const english = newStemmer('english')
const russian = newStemmer('russian')

const cyrillic = /[а-яіїєґ]/
const latin = /[a-z]/

/** Every distinct form is stemmed once: a stem costs some 8 microseconds, a look-up a tenth of one. */
const known = new Map<string, string>()

/** The stem of a folded form (`foldWord`). Forms of other scripts are their own stems. */
export function stemOf(form: string): string {
  let stem = known.get(form)
  if (stem === undefined) {
    if (known.size > 500_000) known.clear()
    known.set(form, (stem = stemmed(form)))
  }
  return stem
}

function stemmed(form: string): string {
  if (cyrillic.test(form)) return russian.stem(form.replaceAll("'", '')) || form
  if (latin.test(form)) return english.stem(form) || form
  return form
}

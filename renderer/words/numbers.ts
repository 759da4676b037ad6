/** Plurals, numbers and dates as a language writes them. Formatters are made once: making one is slow. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

export interface Grammar {
  readonly locale: 'en-GB' | 'ru-RU'
  /** '12 documents': the form that the number asks for; '#' stands for the number. */
  count(number: number, forms: Forms): string
  number(value: number): string
  /** '12,5' of '12.5': with the comma of the language, and such that it reads back as the same number. */
  decimal(value: string): string
  /** '18 %', from a share between 0 and 1. */
  percent(share: number): string
  /** Day and time of an ISO time. */
  moment(at: string): string
  day(at: string): string
  time(at: string): string
  /** '3.4 MB', from bytes. */
  size(bytes: number): string
}

export function grammarOf(locale: 'en-GB' | 'ru-RU', units: readonly [kilobytes: string, megabytes: string]): Grammar {
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  return {
    locale,
    count: (number, forms) => (forms[plurals.select(number)] ?? forms.other).replace('#', numbers.format(number)),
    number: (value) => numbers.format(value),
    // '1,234' would be a thousand to some: with another digit it is one and a fraction to everybody.
    decimal: (value) => (locale === 'ru-RU' ? value.replace('.', ',').replace(/^(-?\d+,\d{3})$/, '$10') : value),
    percent: (share) => shares.format(share),
    moment: (at) => moments.format(new Date(at)),
    day: (at) => days.format(new Date(at)),
    time: (at) => times.format(new Date(at)),
    size: (bytes) =>
      bytes < 1_000_000
        ? `${oneDigit.format(Math.max(0.1, bytes / 1000))} ${units[0]}`
        : `${oneDigit.format(bytes / 1_000_000)} ${units[1]}`,
  }
}

/**
 * Names from one script into the other. Into Latin by BGN/PCGN 1947, as maps and most English texts have it, and by
 * ICAO Doc 9303, as Russian passports have it since 2013. Back into Cyrillic by BGN/PCGN read backwards, which
 * cannot know every soft sign: what comes out is offered, not decided.
 */
const shared: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}
const passport: Readonly<Record<string, string>> = { ...shared, й: 'i', ю: 'iu', я: 'ia', ъ: 'ie' }
/** Longest first; what stands at the beginning of a word or behind a vowel is decided below. */
const backwards: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['ye', 'е'],
  ['yo', 'ё'],
  ['iy', 'ий'],
  ['yy', 'ый'],
  ['a', 'а'],
  ['b', 'б'],
  ['v', 'в'],
  ['w', 'в'],
  ['g', 'г'],
  ['d', 'д'],
  ['e', 'е'],
  ['z', 'з'],
  ['i', 'и'],
  ['j', 'й'],
  ['k', 'к'],
  ['c', 'к'],
  ['q', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['f', 'ф'],
  ['h', 'х'],
  ['x', 'кс'],
  ['y', 'ы'],
]
const vowels = /[аеёиоуыэюяaeiouy]$/i
const sentence = (word: string, like: string): string =>
  like.length > 1 && like === like.toUpperCase()
    ? word.toUpperCase()
    : /^\p{Lu}/u.test(like)
      ? word.charAt(0).toUpperCase() + word.slice(1)
      : word

const eachWord = (name: string, change: (word: string) => string): string =>
  name.replace(/[\p{L}\p{M}]+/gu, (word) => sentence(change(word.toLowerCase()), word))

/** 'Евгения Юрьева' is 'Yevgeniya Yuryeva' and 'Evgeniia Iureva', 'Хмелёва' 'Khmeleva' and 'Khmelyova'; no two alike. */
export function inLatin(name: string): readonly string[] {
  const through = (said: string, letters: Readonly<Record<string, string>>): string =>
    eachWord(said, (word) => word.replace(/[а-яё]/g, (letter) => letters[letter] ?? letter))
  const bgn = eachWord(name, (word) =>
    word.replace(/[а-яё]/g, (letter, at: number) => {
      const isOpen = at === 0 || /[аеёиоуыэюяйъь]$/.test(word.slice(0, at))
      if (letter === 'е' && isOpen) return 'ye'
      return letter === 'ё' && isOpen ? 'yo' : (shared[letter] ?? letter)
    }),
  )
  const passports = through(name, passport)
  const plain = through(name, shared)
  const spoken = through(name.replaceAll('ё', 'йо').replaceAll('Ё', 'Йо'), shared)
  return [...new Set([bgn, plain, passports, spoken, bgn.replace(/iy(?=\s|$)/gi, 'y')])]
}

export function inCyrillic(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mn}/gu, '')
  return eachWord(plain, (word) => {
    let done = ''
    for (let at = 0; at < word.length;) {
      const [latin, cyrillic] = backwards.find(([letters]) => word.startsWith(letters, at)) ?? [word[at]!, word[at]!]
      const isShort = latin === 'y' && vowels.test(done)
      const isEnd = latin === 'y' && at === word.length - 1
      done += isShort ? 'й' : isEnd ? 'ий' : latin === 'e' && at === 0 ? 'э' : cyrillic
      at += latin.length
    }
    return done
  })
}

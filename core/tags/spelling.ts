/** How a name is compared to others that may be meant to be the same. */

/** Letters that have no sign to take off, and stand for others all the same. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Signs on Latin and Greek letters; in other scripts a sign makes another letter. */
const SIGNS = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu
/** How letters are written where a keyboard has no sign for them, in German and the languages of the North. */
const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }
const APOSTROPHES = /['’‘ʼ`´]/gu
/** Of an abbreviation; one between digits is a part of the number. */
const DOTS = /(?<=\p{L})\.|\.(?=$)/gu
const BETWEEN = /[\s\p{Pd}_/·]+/u

/** A name with `ü` written as `ue` and so on, in small letters; null when it has no such letter. */
export function spelledOut(name: string): string | null {
  const small = name.normalize('NFC').toLowerCase()
  const written = small.replace(/[äöüåø]/gu, (letter) => SPELLED[letter] ?? letter)
  return written === small ? null : written
}

/** The words of a name without case, signs on letters, apostrophes, hyphens and dots of abbreviations. */
export function plainWords(name: string): readonly string[] {
  return (
    name
      .normalize('NFKC')
      // Upper first: it takes `ß` to `SS` and both Greek sigmas to one.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFD')
      .replace(SIGNS, '')
      .normalize('NFC')
      .replace(/[æœøłđðþı]/gu, (letter) => LETTERS[letter] ?? letter)
      .replace(APOSTROPHES, '')
      .replace(DOTS, '')
      .split(BETWEEN)
      .filter((word) => word !== '')
  )
}

/** Words as one, which tells no longer where hyphens and spaces were, but for those between two numbers. */
export function joined(words: readonly string[]): string {
  return words.reduce(
    (all, word) => (/\p{N}$/u.test(all) && /^\p{N}/u.test(word) ? `${all} ${word}` : `${all}${word}`),
    '',
  )
}

/** In a word of fewer letters another letter makes another word. */
const SHORTEST = 5
/** Longer ones are no words. */
const LONGEST = 40

/** Whether two words differ in one letter: another, one more, or two changed places. Short ones and numbers never do. */
export function isSlip(a: string, b: string): boolean {
  if (a === b || !canSlip(a) || !canSlip(b)) return false
  const [from, to] = [[...a], [...b]]
  if (Math.abs(from.length - to.length) > 1) return false
  let start = 0
  while (start < from.length && from[start] === to[start]) start++
  let end = 0
  const most = Math.min(from.length, to.length) - start
  while (end < most && from.at(-1 - end) === to.at(-1 - end)) end++
  const left = from.slice(start, from.length - end)
  const right = to.slice(start, to.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** Whether a word is long enough, and of letters alone. */
export function canSlip(word: string): boolean {
  if (word.length > LONGEST || !/^[\p{L}\p{M}]+$/u.test(word)) return false
  return [...word].length >= SHORTEST
}

/** What is left of a word when one of its letters is gone, and the word itself: two words a slip apart share one of these. */
export function withoutOne(word: string): readonly string[] {
  const letters = [...word]
  return [word, ...letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join(''))]
}

/** Which names stand in a text, whole words only, in any script. */

/** Signs on Latin and Greek letters count as little here as case does. */
const SIGNS = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu
/** What makes a word longer than it seems: `C` does not stand in `C++`. */
const IN_WORD = /[\p{L}\p{M}\p{N}+#]/u
const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** A name of so few letters is also another word, written otherwise: `IT`, `Go`. It counts only as it is written. */
const AS_WRITTEN = 3

/** How often each of the names stands in the text; those that do not are left out. */
export function mentions(text: string, names: readonly string[]): ReadonlyMap<string, number> {
  const short = names.filter((name) => [...name].length <= AS_WRITTEN && !UNSPACED.test(name))
  const exact = new Set(short)
  const long = names.filter((name) => !exact.has(name))
  const plain = plainText(text)
  return new Map([
    ...count(plain, short, plainText),
    ...count(lower(plain), long, (name) => lower(plainText(name))),
  ])
}

function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .normalize('NFD')
    .replace(SIGNS, '')
    .normalize('NFC')
    .replace(/[’‘ʼ`´]/gu, "'")
    .replace(/[\s\p{Pd}_]+/gu, ' ')
    .trim()
}

function lower(text: string): string {
  return text.toUpperCase().toLowerCase()
}

interface Sought {
  readonly name: string
  readonly plain: string
  /** Where the word stands that the name is found by. */
  readonly at: number
}

function* soughtOf(names: readonly string[], plainOf: (name: string) => string): Iterable<[string, Sought]> {
  for (const name of names) {
    const plain = plainOf(name)
    const word = plain.match(WORD)?.[0]
    if (word !== undefined) yield [word, { name, plain, at: plain.indexOf(word) }]
  }
}

/** Goes through the words of the text once, however many names there are. */
function count(
  text: string,
  names: readonly string[],
  plainOf: (name: string) => string,
): Map<string, number> {
  const found = new Map<string, number>()
  const add = (name: string) => found.set(name, (found.get(name) ?? 0) + 1)
  const byWord = new Map<string, Sought[]>()
  for (const [word, sought] of soughtOf(names, plainOf)) {
    if (UNSPACED.test(sought.plain)) {
      for (
        let at = text.indexOf(sought.plain);
        at >= 0;
        at = text.indexOf(sought.plain, at + sought.plain.length)
      ) {
        add(sought.name)
      }
    } else {
      const known = byWord.get(word)
      if (known) known.push(sought)
      else byWord.set(word, [sought])
    }
  }
  for (const match of text.matchAll(WORD)) {
    for (const { name, plain, at } of byWord.get(match[0]) ?? []) {
      const start = match.index - at
      if (start >= 0 && text.startsWith(plain, start) && isWhole(text, start, start + plain.length)) add(name)
    }
  }
  return found
}

function isWhole(text: string, start: number, end: number): boolean {
  const before = lastSign(text, start)
  const after = text.codePointAt(end)
  return !IN_WORD.test(before) && (after === undefined || !IN_WORD.test(String.fromCodePoint(after)))
}

function lastSign(text: string, end: number): string {
  return [...text.slice(Math.max(0, end - 2), end)].at(-1) ?? ''
}

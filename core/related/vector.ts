/** Raised whenever the same article would give another vector: stored ones are then made anew. */
export const VECTOR_VERSION = 10

/** Counts are stored as whole numbers: this many to one, since a word in a heading counts half. */
export const COUNT_UNIT = 4

/**
 * What the ranking keeps of one article's words, made once when it is saved. Words are kept as hashes of
 * their stems, so that an index of many articles never touches a string. Counts are in units of
 * 1/COUNT_UNIT. How rare a word is in the library is no part of it: the index knows that.
 */
export interface TermVector {
  readonly version: number
  /** Primary subtag: vectors of two languages are never compared. */
  readonly language: string
  /** Hashes of the stems, ascending, each once. */
  readonly words: Uint32Array
  readonly wordCounts: Uint16Array
  /** Each word as the article writes it, for reasons: one a line, since they are seldom read. */
  readonly forms: string
  /** Hashes of what long words begin or end with: parts of compounds, if the library knows them as words. */
  readonly parts: Uint32Array
  readonly partCounts: Uint16Array
  /** Two words that follow each other, as places in `words`: first, second, first, second … */
  readonly pairs: Uint16Array
  readonly pairCounts: Uint16Array
  /** The words of the title, as places in `words`, ascending. */
  readonly titled: Uint16Array
}

/** FNV-1a over UTF-16 code units (of the part from `start` to `end`), mixed once more: tables go by its low bits. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mixed(hash) >>> 0
}

/** A number that stands for a text: 53 bits, so that no two of a library's are taken for each other. */
export function numberOf(text: string): number {
  let [a, b] = [0x811c9dc5, 0x9e3779b1]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ (b >>> 15) ^ code, 0x85ebca6b)
  }
  return (mixed(a) >>> 0) + (mixed(b) & 0x1f_ffff) * 2 ** 32
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the outcome, a whole number of 32 bits. */
export function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

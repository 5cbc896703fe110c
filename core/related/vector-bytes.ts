import { type TermVector, VECTOR_VERSION } from './vector.ts'

/**
 * A stored vector: version and numbers of words, parts, pairs and words of the title (4 bytes each); hashes of words
 * and parts (4 bytes each); counts of words, parts and pairs and the places of pairs and of words of the title (2 bytes
 * each); then, as UTF-8 lines, the language and the forms of the words. Numbers are little-endian, as on every machine
 * that Longhand runs on.
 */
const HEADER = 20
/** The end of a line. */
const LINE = 10
const utf8 = new TextDecoder()

/** A vector as the bytes that a library stores. */
export function encodeVector(vector: TermVector): Uint8Array {
  const { words, parts, wordCounts, partCounts, pairCounts, pairs, titled } = vector
  const numbers = [words, parts, pairCounts, titled].map(({ length }) => length)
  const header = Uint32Array.of(vector.version, ...numbers)
  const text = new TextEncoder().encode(`${vector.language}\n${vector.forms}`)
  const pieces = [header, words, parts, wordCounts, partCounts, pairCounts, pairs, titled, text]
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength), at)
    at += piece.byteLength
  }
  return bytes
}

/**
 * The vector in stored bytes; null when they are of another version or damaged, in which case the caller
 * analyses the article anew.
 */
export function decodeVector(bytes: Uint8Array): TermVector | null {
  const vector = decodeNumbers(bytes)
  if (!vector) return null
  const forms = utf8.decode(bytes.subarray(formsIn(vector, bytes)))
  return linesIn(forms) === Math.max(1, vector.words.length) ? { ...vector, forms } : null
}

/** The same without the forms of the words, which only reasons are made of, in half of the time. */
export function decodeNumbers(bytes: Uint8Array): TermVector | null {
  if (bytes.length < HEADER) return null
  // A copy begins at 0, where numbers of any width may be read, and lets go of what it was cut from.
  const { buffer } = bytes.slice()
  const [version = 0, words = 0, parts = 0, pairs = 0, titled = 0] = new Uint32Array(buffer, 0, HEADER / 4)
  const numbers = HEADER + (words + parts + pairs) * 6 + titled * 2
  if (version !== VECTOR_VERSION || numbers > bytes.length) return null
  let at = HEADER
  const wide = (length: number) => new Uint32Array(buffer, (at += length * 4) - length * 4, length)
  const narrow = (length: number) => new Uint16Array(buffer, (at += length * 2) - length * 2, length)
  const vector = {
    words: wide(words),
    parts: wide(parts),
    wordCounts: narrow(words),
    partCounts: narrow(parts),
    pairCounts: narrow(pairs),
    pairs: narrow(pairs * 2),
    titled: narrow(titled),
  }
  const end = bytes.indexOf(LINE, numbers)
  if (end < 0) return null
  const language = utf8.decode(bytes.subarray(numbers, end))
  return { version, language, forms: '', ...vector }
}

/** Where the forms begin: after the numbers and the line that is the language. */
function formsIn({ words, parts, pairCounts, titled }: TermVector, bytes: Uint8Array): number {
  const numbers = HEADER + (words.length + parts.length + pairCounts.length) * 6 + titled.length * 2
  return bytes.indexOf(LINE, numbers) + 1
}

function linesIn(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

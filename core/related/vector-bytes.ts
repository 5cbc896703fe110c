import { type TermVector, VECTOR_VERSION } from './vector.ts'

/**
 * A stored vector, little-endian: version, numbers of words, parts and pairs (4 bytes each); hashes of words
 * and parts (4 bytes each); counts of words, parts and pairs and the places of pairs (2 bytes each);
 * then, as UTF-8 lines, the language and the forms of the words.
 */
const HEADER = 16

/** A vector as the bytes that a library stores. */
export function encodeVector(vector: TermVector): Uint8Array {
  const { words, parts, pairCounts } = vector
  const text = new TextEncoder().encode([vector.language, ...vector.forms].join('\n'))
  const bytes = new Uint8Array(sizeOfNumbers(words.length, parts.length, pairCounts.length) + text.length)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const value of [vector.version, words.length, parts.length, pairCounts.length, ...words, ...parts]) {
    view.setUint32(at, value, true)
    at += 4
  }
  for (const list of [vector.wordCounts, vector.partCounts, pairCounts, vector.pairs]) {
    for (const value of list) {
      view.setUint16(at, value, true)
      at += 2
    }
  }
  bytes.set(text, at)
  return bytes
}

/**
 * The vector in stored bytes; null when they are of another version or damaged, in which case the caller
 * analyses the article anew.
 */
export function decodeVector(bytes: Uint8Array): TermVector | null {
  if (bytes.length < HEADER) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [version, words, parts, pairs] = [0, 4, 8, 12].map((at) => view.getUint32(at, true)) as Four
  const size = sizeOfNumbers(words, parts, pairs)
  if (version !== VECTOR_VERSION || size > bytes.length) return null
  let at = HEADER
  const wide = (length: number) => Uint32Array.from({ length }, () => view.getUint32((at += 4) - 4, true))
  const narrow = (length: number) => Uint16Array.from({ length }, () => view.getUint16((at += 2) - 2, true))
  const numbers = {
    words: wide(words),
    parts: wide(parts),
    wordCounts: narrow(words),
    partCounts: narrow(parts),
    pairCounts: narrow(pairs),
    pairs: narrow(pairs * 2),
  }
  const [language = '', ...forms] = new TextDecoder().decode(bytes.subarray(size)).split('\n')
  if (forms.length !== words || numbers.pairs.some((place) => place >= words)) return null
  return { version, language, forms, ...numbers }
}

type Four = [number, number, number, number]

function sizeOfNumbers(words: number, parts: number, pairs: number): number {
  return HEADER + words * 6 + parts * 6 + pairs * 6
}

/** Raised whenever the same article would give another vector: stored ones are then made anew. */
export const VECTOR_VERSION = 1

/** Weights are stored as whole numbers: this many to one. */
export const WEIGHT_UNIT = 4096

/**
 * What the ranking keeps of one article's words, made once when it is saved. A term is the stem of a word,
 * or of two words that follow each other; it is kept as a hash, so that an index of many articles
 * never touches a string, with the form in which the article writes it, so that a reason can name it.
 */
export interface TermVector {
  readonly version: number
  /** Primary subtag: vectors of two languages are never compared. */
  readonly language: string
  /** 32-bit hashes of the terms, ascending. */
  readonly hashes: Uint32Array
  /** Weight of each term within the article, in units of 1/WEIGHT_UNIT. */
  readonly weights: Uint16Array
  /** The written form of each term, lower case, a pair with a space between. */
  readonly words: readonly string[]
}

/** FNV-1a over UTF-16 code units: small, and the same everywhere. */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < term.length; i++) {
    hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193)
  }
  // A last mix, since FNV's low bits are poor and tables are indexed by them (murmur3's finaliser).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Bytes 0–1 version, 4–7 number of terms, little-endian; then hashes, weights, and language and words as lines. */
const HEADER = 8

/** A vector as the bytes that a library stores. */
export function encodeVector(vector: TermVector): Uint8Array {
  const text = new TextEncoder().encode([vector.language, ...vector.words].join('\n'))
  const count = vector.hashes.length
  const bytes = new Uint8Array(HEADER + count * 6 + text.length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, vector.version, true)
  view.setUint32(4, count, true)
  for (let i = 0; i < count; i++) {
    view.setUint32(HEADER + i * 4, vector.hashes[i] ?? 0, true)
    view.setUint16(HEADER + count * 4 + i * 2, vector.weights[i] ?? 0, true)
  }
  bytes.set(text, HEADER + count * 6)
  return bytes
}

/**
 * The vector in stored bytes; null when they are of another version or damaged, in which case the caller
 * analyses the article anew.
 */
export function decodeVector(bytes: Uint8Array): TermVector | null {
  if (bytes.length < HEADER) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = view.getUint16(0, true)
  const count = view.getUint32(4, true)
  if (version !== VECTOR_VERSION || HEADER + count * 6 > bytes.length) return null
  const hashes = new Uint32Array(count)
  const weights = new Uint16Array(count)
  for (let i = 0; i < count; i++) {
    hashes[i] = view.getUint32(HEADER + i * 4, true)
    weights[i] = view.getUint16(HEADER + count * 4 + i * 2, true)
  }
  const text = new TextDecoder().decode(bytes.subarray(HEADER + count * 6))
  const [language = '', ...words] = text.split('\n')
  return words.length === count ? { version, language, hashes, weights, words } : null
}

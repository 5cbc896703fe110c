import type { Page } from './page-writer.ts'

/** Pages on their way to another thread: their texts lie one after the other, so that they move there without a copy. */
export interface Pages {
  readonly pages: readonly Page[]
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where the bytes of each page end. */
  readonly ends: readonly number[]
}

/** A UTF-16 code unit takes no more bytes of UTF-8. */
const MOST_BYTES = 3

/** Puts pages together with their texts. */
export function packPages(pages: readonly Page[], texts: readonly string[]): Pages {
  const bytes = new Uint8Array(texts.reduce((sum, { length }) => sum + length * MOST_BYTES, 0))
  const encoder = new TextEncoder()
  const ends: number[] = []
  let end = 0
  for (const text of texts) {
    end += encoder.encodeInto(text, bytes.subarray(end)).written
    ends.push(end)
  }
  return { pages, bytes, ends }
}

/** Has something done with each page and its bytes. */
export function eachOf<T>(
  { pages, bytes, ends }: Pages,
  work: (page: Page, bytes: Uint8Array) => T,
): readonly T[] {
  return pages.map((page, at) => work(page, bytes.subarray(ends[at - 1] ?? 0, ends[at])))
}

import type { Page } from './page-writer.ts'

/** Pages on their way to another thread: their texts lie one after the other, so that they move there without a copy. */
export interface Pages {
  readonly pages: readonly Page[]
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where the bytes of each page end. */
  readonly ends: readonly number[]
}

/** Puts pages together with their texts. */
export function packPages(pages: readonly Page[], texts: readonly string[]): Pages {
  const ends: number[] = []
  let end = 0
  for (const text of texts) ends.push((end += Buffer.byteLength(text)))
  // No part of a buffer that others share: it moves to the other thread.
  const bytes = Buffer.allocUnsafeSlow(end)
  for (const [at, text] of texts.entries()) bytes.write(text, ends[at - 1] ?? 0)
  return { pages, bytes, ends }
}

/** Has something done with each page and its bytes. */
export function eachOf<T>(
  { pages, bytes, ends }: Pages,
  work: (page: Page, bytes: Uint8Array) => T,
): readonly T[] {
  return pages.map((page, at) => work(page, bytes.subarray(ends[at - 1] ?? 0, ends[at])))
}

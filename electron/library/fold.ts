/**
 * A name as it is compared: without outer and double spaces, and without difference of case. Two names with
 * the same fold are the same tag.
 */
export function foldName(name: string): string {
  // Upper first: it takes `ß` to `SS` and both Greek sigmas to one.
  return tidyName(name).normalize('NFKC').toUpperCase().toLowerCase()
}

/** A name as it is kept: on one line, without outer and double spaces, composed. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** What titles are sorted by: neither case nor accents nor leading signs count. */
export function sortKey(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .toLowerCase()
}

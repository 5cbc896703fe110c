/** What a writer process tells of its work. Milliseconds. */
export interface Written {
  /** Acknowledged additions. */
  saves: number
  /** Saves that were refused because the other had been first; each was made again on top. */
  conflicts: number
  /** Failures that said that the library was in use. */
  busy: number
  /** Every other failure. */
  others: string[]
  /** Acknowledged additions, by article. */
  added: Record<number, number>
  /** New articles. */
  made: number
  /** The longest that one act took. */
  slowest: number
}

/** The number that an article's text counts. */
export function countIn(body: string): number {
  return Number(/^Teller: (\d+)$/m.exec(body)?.[1] ?? Number.NaN)
}

export function withCount(body: string, count: number): string {
  return body.replace(/^Teller: \d+$/m, `Teller: ${count}`)
}

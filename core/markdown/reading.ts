/**
 * Whole minutes that reading takes, at least one.
 *
 * @throws RangeError when the speed is not above zero
 */
export function readingMinutes(words: number, wordsPerMinute: number): number {
  if (!(wordsPerMinute > 0)) throw new RangeError('A reading speed is above zero')
  return Math.max(1, Math.round(words / wordsPerMinute))
}

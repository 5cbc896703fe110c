/** What relating would cost without an index: every article compared with every other, by TF-IDF and cosine. */

/** For every `step`-th text the numbers of the `most` nearest of all others. */
export function nearestByAllPairs(texts: readonly string[], most: number, step: number): number[][] {
  const rows = weightedRows(texts)
  const asked = rows.filter((_, at) => at % step === 0)
  return asked.map((mine, turn) => {
    const at = turn * step
    const scores = rows.map((other, place) => [place, place === at ? -1 : cosine(mine, other)] as const)
    return scores
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([place]) => place)
  })
}

/** Words as ascending numbers, with their weights: the cosine is one walk along two rows. */
interface Row {
  readonly words: Int32Array
  readonly weights: Float64Array
}

function weightedRows(texts: readonly string[]): Row[] {
  const numbers = new Map<string, number>()
  const uses: number[] = []
  const counted = texts.map((text) => {
    const counts = new Map<number, number>()
    for (const word of text.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    for (const number of counts.keys()) uses[number] = (uses[number] ?? 0) + 1
    return counts
  })
  return counted.map((counts) => {
    const words = Int32Array.from(counts.keys()).sort()
    const weights = Float64Array.from(
      words,
      (word) => Math.log(1 + (counts.get(word) ?? 0)) * Math.log(texts.length / (uses[word] ?? 1)),
    )
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1
    return { words, weights: weights.map((weight) => weight / length) }
  })
}

function cosine(a: Row, b: Row): number {
  let [sum, i, j] = [0, 0, 0]
  while (i < a.words.length && j < b.words.length) {
    const [left, right] = [a.words[i]!, b.words[j]!]
    if (left === right) sum += a.weights[i++]! * b.weights[j++]!
    else if (left < right) i++
    else j++
  }
  return sum
}

import { SIGNALS, type Signals } from '../../core/related/signals.ts'
import type { Corpus } from './corpus.ts'
import { type Measures, type Ranking, mean, measure } from './measures.ts'
import { ours } from './variants.ts'

export const FOLDS = 5

/** Whether an article is in a fold, the same on every run: by its place. */
export function inFold(fold: number): (id: number) => boolean {
  return (id) => id % FOLDS === fold
}

/** The weights that a library's kind could pull at, over what is sensible. */
const grid: readonly Signals[] = [0.075, 0.1, 0.125].flatMap((tags) =>
  [0.2, 0.5, 0.8].flatMap((nearness) =>
    [0, 0.06, 0.12].map((title) => ({ ...SIGNALS, tags, nearness, title })),
  ),
)

interface Judged {
  readonly corpus: Corpus
  /** By place in the grid. */
  readonly rankings: readonly Ranking[]
}

/** Every corpus ranked by all weights of the grid. */
export function judge(corpora: readonly Corpus[]): readonly Judged[] {
  return corpora.map((corpus) => ({ corpus, rankings: grid.map((signals) => ours(corpus, { signals })) }))
}

/** Weights chosen on all folds but one of all corpora together, measured on the one: by corpus the mean of the five. */
export function chosenOnFolds(judged: readonly Judged[]): readonly Measures[] {
  const held = judged.map((): Measures[] => [])
  for (let fold = 0; fold < FOLDS; fold++) {
    const inside = inFold(fold)
    const best = bestOf(judged, (id) => !inside(id))
    for (const [at, { corpus, rankings }] of judged.entries()) {
      held[at]?.push(measure(corpus, rankings[best] ?? none, inside))
    }
  }
  return held.map(mean)
}

/** Weights chosen on all other corpora, measured on the one that they have not seen. */
export function chosenOnOthers(judged: readonly Judged[]): readonly Measures[] {
  return judged.map(({ corpus, rankings }, which) => {
    const others = judged.filter((_, at) => at !== which)
    return measure(corpus, rankings[bestOf(others, () => true)] ?? none)
  })
}

const none: Ranking = () => []

/** The place in the grid of what does best on all, each corpus counting the same whatever is reached on it. */
function bestOf(judged: readonly Judged[], among: (id: number) => boolean): number {
  const worth = grid.map((_, place) =>
    judged.reduce(
      (product, { corpus, rankings }) => product * measure(corpus, rankings[place] ?? none, among).ndcg,
      1,
    ),
  )
  return worth.indexOf(Math.max(...worth))
}

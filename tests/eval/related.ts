/**
 * Measures how well related articles are found: our ranking, through the code that the app runs, beside what
 * others do, on articles whose editors linked them.
 *
 *     LONGHAND_CORPORA=FOLDER node tests/eval/related.ts
 *
 * FOLDER (or the first argument) holds related-en.json and related-nl.json.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type RelatedSource, RelatedIndex, type TermVector, analyse } from '../../core/related/index.ts'
import { SIGNALS, type Signals } from '../../core/related/signals.ts'
import { baselines } from './baselines.ts'
import { type Corpus, readCorpus } from './corpus.ts'
import { type Measures, type Ranking, mean, measure } from './measures.ts'

/** How deep a ranking is read: enough for the reciprocal rank. */
const DEPTH = 50
const FOLDS = 5

interface Variant {
  readonly signals?: Partial<Signals>
  readonly source?: (article: RelatedSource) => RelatedSource
  readonly vector?: (vector: TermVector) => TermVector
}

const noParts = { parts: new Uint32Array(), partCounts: new Uint16Array() }
const noPairs = { pairs: new Uint16Array(), pairCounts: new Uint16Array() }

/** Our ranking without one of the things that make it. */
const without: readonly (readonly [string, Variant])[] = [
  ['title', { source: (article) => ({ ...article, title: '' }) }],
  ['headings', { source: (article) => ({ ...article, headings: [] }) }],
  ['body', { source: (article) => ({ ...article, text: '', headings: [] }) }],
  ['tags, all', { source: (article) => ({ ...article, tags: [] }) }],
  ['tag similarity (tags as words only)', { signals: { tags: 0 } }],
  ['nearness in time', { signals: { nearness: 0 } }],
  ['pairs of words', { vector: (vector) => ({ ...vector, ...noPairs }) }],
  ['parts of compounds', { vector: (vector) => ({ ...vector, ...noParts }) }],
  ['pairs and parts', { vector: (vector) => ({ ...vector, ...noParts, ...noPairs }) }],
  ['stems and stop words (language unknown)', { source: (article) => ({ ...article, language: 'zxx' }) }],
]

const analysed = new WeakMap<RelatedSource, TermVector>()

function vectorOf(source: RelatedSource): TermVector {
  const vector = analysed.get(source) ?? analyse(source)
  analysed.set(source, vector)
  return vector
}

function ours(corpus: Corpus, variant: Variant = {}): Ranking {
  const index = new RelatedIndex({ ...SIGNALS, ...variant.signals })
  for (const article of corpus.articles) {
    const source = variant.source?.(article) ?? article
    const vector = vectorOf(source)
    index.add(source.id, variant.vector?.(vector) ?? vector, source)
  }
  const lists = new Map<number, readonly number[]>()
  for (const { id, related } of index.rankAll({ limit: DEPTH })) {
    lists.set(
      id,
      related.map((one) => one.id),
    )
  }
  return (id) => lists.get(id) ?? []
}

/** Each article's fold, the same on every run: by its place. */
function inFold(fold: number): (id: number) => boolean {
  return (id) => id % FOLDS === fold
}

/** Both weights that a library's kind could pull at, over what is sensible. */
const grid: readonly Signals[] = [0.05, 0.075, 0.1, 0.125, 0.15].flatMap((tags) =>
  [0, 0.15, 0.25, 0.4].map((nearness) => ({ ...SIGNALS, tags, nearness })),
)

/** Weights chosen on four folds of both corpora together, measured on the fifth: mean over the five. */
function crossValidated(corpora: readonly Corpus[]): readonly Measures[] {
  const rankings = grid.map((signals) => corpora.map((corpus) => ours(corpus, { signals })))
  const held = corpora.map((): Measures[] => [])
  for (let fold = 0; fold < FOLDS; fold++) {
    const inside = inFold(fold)
    const worth = rankings.map((each) =>
      each.reduce((product, ranking, at) => {
        const corpus = corpora[at]
        return corpus ? product * measure(corpus, ranking, (id) => !inside(id)).ndcg : product
      }, 1),
    )
    const best = rankings[worth.indexOf(Math.max(...worth))] ?? []
    for (const [at, corpus] of corpora.entries()) {
      const ranking = best[at]
      if (ranking) held[at]?.push(measure(corpus, ranking, inside))
    }
  }
  return held.map(mean)
}

function line(name: string, measures: readonly Measures[]): string {
  const cell = (value: number) => value.toFixed(3).replace(/^0/, '').padStart(6)
  const cells = measures.map(({ ndcg, recall, hit, mrr }) => [ndcg, recall, hit, mrr].map(cell).join(''))
  return `${name.padEnd(44)}${cells.map((one) => `│${one} `).join('')}`
}

function print(corpora: readonly Corpus[]): void {
  const say = (text: string) => console.log(text)
  const all = (ranking: (corpus: Corpus) => Ranking) =>
    corpora.map((corpus) => measure(corpus, ranking(corpus)))
  say(`${''.padEnd(44)}${corpora.map((corpus) => `│ ${corpus.name.padEnd(24)}`).join('')}`)
  say(`${'mean over linked articles'.padEnd(44)}${corpora.map(() => '│nDCG@5 rec@5 hit@5  MRR ').join('')}`)
  const others = corpora.map(baselines)
  for (const [at, [name]] of (others[0] ?? []).entries()) {
    const each = corpora.map((corpus, which) => measure(corpus, others[which]?.[at]?.[1] ?? (() => [])))
    say(line(name, each))
  }
  say(
    line(
      'Longhand',
      all((corpus) => ours(corpus)),
    ),
  )
  say('\nLonghand without …')
  for (const [name, variant] of without)
    say(
      line(
        `  ${name}`,
        all((corpus) => ours(corpus, variant)),
      ),
    )
  say(`\nLonghand as it is, by fold of ${FOLDS}`)
  const rankings = corpora.map((corpus) => ours(corpus))
  for (let fold = 0; fold < FOLDS; fold++) {
    const each = corpora.map((corpus, at) => measure(corpus, rankings[at] ?? (() => []), inFold(fold)))
    say(line(`  fold ${fold + 1}`, each))
  }
  say(line('  weights chosen on 4 folds, on the 5th', crossValidated(corpora)))
}

const folder = process.argv[2] ?? process.env['LONGHAND_CORPORA']
if (!folder || !existsSync(join(folder, 'related-en.json'))) {
  console.error(
    'Give the folder that holds related-en.json and related-nl.json: LONGHAND_CORPORA=FOLDER npm run eval:related',
  )
  process.exitCode = 2
} else {
  print(['en', 'nl'].map((language) => readCorpus(folder, language)))
}

/**
 * Measures how well related articles are found: our ranking, through the code that the app runs, beside what
 * others do, on articles whose editors linked them.
 *
 *     LONGHAND_CORPORA=PATH npm run eval:related [-- PATH…]
 *
 * A path is a corpus, or a folder of which every related-*.json is one:
 * `{ lang, docs: [{ id, title, tags, date, text }], rel: { [id]: id[] } }`.
 */
import { baselines } from './baselines.ts'
import { type Corpus, corpusFiles, readCorpus } from './corpus.ts'
import { FOLDS, chosenOnFolds, chosenOnOthers, inFold, judge } from './folds.ts'
import { type Measures, type Ranking, measure } from './measures.ts'
import { tried } from './tried.ts'
import { ours, without } from './variants.ts'

/** How many corpora stand beside each other. */
const ACROSS = 3
const NAME = 44

type Row = readonly [name: string, measures: readonly Measures[]]

function say(text: string): void {
  console.log(text)
}

function line([name, measures]: Row): string {
  const cell = (value: number) => value.toFixed(3).replace(/^0/, '').padStart(6)
  const cells = measures.map(({ ndcg, recall, hit, mrr }) => [ndcg, recall, hit, mrr].map(cell).join(''))
  return `${name.padEnd(NAME)}${cells.map((one) => `│${one} `).join('')}`
}

function head(corpora: readonly Corpus[]): void {
  const size = ({ articles, linked }: Corpus) => `${linked.size} of ${articles.length}`
  const cells = (text: (corpus: Corpus) => string) =>
    corpora.map((one) => `│ ${text(one).padEnd(24)}`).join('')
  say(`\n${''.padEnd(NAME)}${cells((corpus) => `${corpus.name}, ${size(corpus)}`)}`)
  say(`${'mean over linked articles'.padEnd(NAME)}${corpora.map(() => '│nDCG@5 rec@5 hit@5  MRR ').join('')}`)
}

/** Rankings by name for each corpus, as one row for each name. */
function rowsOf(
  corpora: readonly Corpus[],
  rankings: (corpus: Corpus) => readonly (readonly [string, Ranking])[],
): readonly Row[] {
  const each = corpora.map((corpus) =>
    rankings(corpus).map(([name, ranking]): readonly [string, Measures] => [name, measure(corpus, ranking)]),
  )
  return (each[0] ?? []).map(([name], at) => [name, each.flatMap((rows) => rows[at]?.[1] ?? [])])
}

/** By how much our ranking is better than the best of the others, by nDCG@5. */
function lead(others: readonly Row[], ourRow: Row): string {
  const leads = ourRow[1].map(({ ndcg }, which) => {
    const best = Math.max(...others.map(([, measures]) => measures[which]?.ndcg ?? 0))
    return `${ndcg >= best ? '+' : ''}${(100 * (ndcg / best - 1)).toFixed(1)} %`
  })
  return `${'  over the best of these'.padEnd(NAME)}${leads.map((one) => `│${one.padStart(7)}`.padEnd(26)).join('')}`
}

function print(corpora: readonly Corpus[]): void {
  head(corpora)
  const others = rowsOf(corpora, baselines)
  for (const row of others) say(line(row))
  const [ourRow] = rowsOf(corpora, (corpus) => [['Longhand', ours(corpus)]])
  if (ourRow) {
    say(line(ourRow))
    say(lead(others, ourRow))
  }
  say('\nLonghand without …')
  const variants = (corpus: Corpus) =>
    without.map(([name, variant]) => [`  ${name}`, ours(corpus, variant)] as const)
  for (const row of rowsOf(corpora, variants)) say(line(row))
  say('\nLonghand with …, which it has not')
  for (const row of rowsOf(corpora, tried)) say(line([`  ${row[0]}`, row[1]]))
  say(`\nLonghand as it is, by fold of ${FOLDS}`)
  const rankings = corpora.map((corpus) => ours(corpus))
  for (let fold = 0; fold < FOLDS; fold++) {
    const each = corpora.map((corpus, at) => measure(corpus, rankings[at] ?? (() => []), inFold(fold)))
    say(line([`  fold ${fold + 1}`, each]))
  }
}

/** What choosing the weights on some articles gives for others: how much the weights owe to these corpora. */
function printChosen(corpora: readonly Corpus[]): void {
  const judged = judge(corpora)
  const rows: Row[] = [[`weights chosen on ${FOLDS - 1} folds of all, on the rest`, chosenOnFolds(judged)]]
  if (corpora.length > 1) rows.push(['weights chosen on all other corpora', chosenOnOthers(judged)])
  rows.push(['weights as they are', corpora.map((corpus) => measure(corpus, ours(corpus)))])
  for (const part of parts(corpora.length)) {
    head(corpora.slice(...part))
    for (const [name, measures] of rows) say(line([name, measures.slice(...part)]))
  }
}

function parts(count: number): readonly (readonly [number, number])[] {
  return Array.from({ length: Math.ceil(count / ACROSS) }, (_, at) => [at * ACROSS, (at + 1) * ACROSS])
}

const given = process.argv.slice(2)
const paths = given.length > 0 ? given : [process.env['LONGHAND_CORPORA'] ?? '']
try {
  const corpora = corpusFiles(paths).map(readCorpus)
  if (corpora.length === 0) throw new Error(`no related-*.json in ${paths.join(', ')}`)
  for (const part of parts(corpora.length)) print(corpora.slice(...part))
  printChosen(corpora)
} catch (error) {
  console.error(String(error))
  console.error('Give corpora, or a folder of them: LONGHAND_CORPORA=FOLDER npm run eval:related')
  process.exitCode = 2
}

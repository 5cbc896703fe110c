import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RelatedIndex, type RelatedSource, analyse, freshBy } from '../../../core/related/index.ts'
import { SIGNALS, dayOf, nearness, toScore, usualEvidence } from '../../../core/related/signals.ts'
import { randomFrom } from '../../bench/generate.ts'
import { article, indexOf } from './library.ts'

const WORDS = 'enkel pees bospad soep linzen slaap wekker fiets rust tuin winter bospaden enkelband'.split(
  ' ',
)

const source = fc.record({
  title: fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map((words) => words.join(' ')),
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }),
  tags: fc.uniqueArray(fc.constantFrom('sport', 'eten', 'rust'), { maxLength: 2 }),
  category: fc.constantFrom('a', 'b'),
  date: fc.constantFrom('2023-01-01', '2024-05-05', null),
  links: fc.uniqueArray(fc.nat(12), { maxLength: 2 }),
})

function made(
  id: number,
  { words, category, ...rest }: typeof source extends fc.Arbitrary<infer T> ? T : never,
) {
  return article(id, { text: words.join(' '), categoryPath: [category], ...rest })
}

/** ln as the ranking counts it. */
const log = (count: number) => Math.round(128 * Math.log(count))

/** How alike two rows are: by name of each feature, its weight and what having it twice adds. */
function cosine(
  a: Map<string, number>,
  b: Map<string, number>,
  likeness: (name: string) => number,
  base: number,
) {
  let [dot, left, right] = [0, base, base]
  for (const [name, worth] of a) {
    dot += worth * (b.get(name) ?? 0) * likeness(name)
    left += worth * worth * likeness(name)
  }
  for (const [name, worth] of b) right += worth * worth * likeness(name)
  return dot === 0 ? 0 : dot / Math.sqrt(left * right)
}

function rowsOf(articles: readonly RelatedSource[]) {
  return articles.map((one) => {
    const vector = analyse(one)
    const worth = (count: number) => Math.max(1, Math.min(255, Math.round(32 * Math.log(1 + count / 12))))
    const terms = new Map<string, number>()
    vector.words.forEach((word, at) => terms.set(`${word}`, worth(vector.wordCounts[at]!)))
    vector.parts.forEach((part, at) => terms.set(`${part}`, worth(vector.partCounts[at]!)))
    vector.pairCounts.forEach((count, at) => {
      const [a, b] = [vector.words[vector.pairs[at * 2]!]!, vector.words[vector.pairs[at * 2 + 1]!]!]
      terms.set(`${a} ${b}`, worth(count))
    })
    const labels = (names: readonly (string | number)[]) => new Map(names.map((name) => [`${name}`, 1]))
    return {
      ...one,
      terms,
      isWord: new Set([...vector.words].map(String)),
      titleRow: labels(Array.from(vector.titled, (place) => vector.words[place]!)),
      tagRow: labels(one.tags),
      categoryRow: labels(one.categoryPath),
      linkRow: labels([...new Set([one.id, ...one.links])]),
    }
  })
}

/** Every article with every other, by what the ranking says it does: nothing kept, nothing skipped. */
function byComparingAll(articles: readonly RelatedSource[], id: number) {
  const rows = rowsOf(articles)
  const mine = rows.find((row) => row.id === id)!
  const uses = (row: 'terms' | 'tagRow' | 'categoryRow' | 'linkRow' | 'titleRow', name: string) =>
    rows.filter((one) => one[row].has(name)).length
  const rarity = (name: string) => {
    const used = uses('terms', name)
    const [first, second] = name.split(' ')
    if (second !== undefined) {
      if (used < 2) return 0
      return Math.max(0, log(Math.min(uses('terms', first!), uses('terms', second))) - log(used))
    }
    if (!rows.some((row) => row.isWord.has(name))) return 0
    const told = log(rows.length + 1) - log(used)
    return told >= log(2) || used <= 4 ? told : 0
  }
  const label = (row: 'tagRow' | 'categoryRow' | 'linkRow' | 'titleRow') => (name: string) =>
    log(rows.length) - log(uses(row, name))
  const toldBy = (words: readonly string[]) => words.map(label('titleRow')).reduce((a, b) => a + b, 0)
  const named = (title: readonly string[]) =>
    (toldBy(title.filter((word) => mine.isWord.has(word))) / (128 + toldBy(title))) ** 3
  const evidence = Float64Array.from(rows, (other) => {
    if (other === mine) return 0
    let sum = SIGNALS.terms * cosine(mine.terms, other.terms, (name) => rarity(name) ** 2, 0)
    sum += SIGNALS.tags * cosine(mine.tagRow, other.tagRow, label('tagRow'), 128)
    sum += SIGNALS.category * cosine(mine.categoryRow, other.categoryRow, label('categoryRow'), 128)
    sum += SIGNALS.links * cosine(mine.linkRow, other.linkRow, label('linkRow'), 128)
    return sum + SIGNALS.title * named([...other.titleRow.keys()])
  })
  const usual = usualEvidence(evidence, rows.length - 1, SIGNALS.enough)
  return rows
    .map((other, at) => {
      const near = nearness(dayOf(mine.date), dayOf(other.date), SIGNALS.nearness)
      const linked = mine.links.includes(other.id) || other.links.includes(mine.id)
      const is = evidence[at]! >= SIGNALS.least && (evidence[at]! >= usual || linked)
      return { id: other.id, score: is ? toScore(evidence[at]! * near) : 0, date: other.date ?? '' }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id - b.id))
    .map(({ id: other, score }) => ({ id: other, score }))
}

/** So many articles that most are never compared whole: on subjects, in words of which few are frequent. */
function manyArticles(seed: number): RelatedSource[] {
  const random = randomFrom(seed)
  const word = (from: number, most: number) => `woord${from + Math.floor(most ** random())}`
  return Array.from({ length: 400 }, (_, id) => {
    const subject = 1000 + Math.floor(random() * 12) * 40
    const words = Array.from({ length: 60 }, () => (random() < 0.2 ? word(subject, 40) : word(0, 900)))
    const day = new Date(Date.UTC(2015 + (id % 11), id % 12, 1 + (id % 28)))
    return article(id, {
      title: words.slice(0, id % 5).join(' '),
      text: words.join(' '),
      tags: random() < 0.3 ? [`tag${subject}`] : [],
      categoryPath: [`c${subject % 5}`],
      date: id % 9 === 0 ? null : day.toISOString().slice(0, 10),
      links: random() < 0.2 ? [Math.floor(random() * 400)] : [],
    })
  })
}

describe('the list of an article', () => {
  it('is as long as is asked for, and of those that are wanted, what it would be of all', () => {
    for (const seed of [1, 2]) {
      const articles = manyArticles(seed)
      const index = indexOf(articles)
      const isWanted = (id: number) => id % 3 !== 0
      for (let id = 0; id < articles.length; id += 23) {
        const fresh = id % 2 === 0 ? null : freshBy('strong', '2026-01-01')
        const all = index.order(id, { limit: articles.length, fresh })
        for (const limit of [1, 4, 12]) {
          expect(index.order(id, { limit, fresh })).toEqual(all.slice(0, limit))
          const wanted = all.filter((other) => isWanted(other.id)).slice(0, limit)
          expect(index.order(id, { limit, fresh, isWanted })).toEqual(wanted)
        }
        // An edit moves the article to a row of its own.
        const next = { ...articles[id]!, text: `${articles[(id * 31) % 400]!.text} vers` }
        index.add(id, analyse(next), next)
      }
    }
  })

  it('is that of comparing it with every other', () => {
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 14 }), fc.nat(13), (sources, at) => {
        const articles = sources.map((one, id) => made(id, one))
        const id = at % articles.length
        expect(indexOf(articles).order(id, { limit: 99 })).toEqual(byComparingAll(articles, id))
      }),
      { numRuns: 150 },
    )
  })

  it('gives an article another sign when its title tells something else', () => {
    const text = 'zeilen roeien'
    const others = [article(2, { title: 'Linzen', text }), article(3, { text: 'soep' }), article(4, {})]
    const signOf = (title: string) =>
      indexOf([article(1, { title, text: 'linzen soep' }), ...others]).mark(1).labels
    const before = indexOf([article(1, { title: 'Soep', text: 'linzen' }), ...others]).mark(2).labels
    const after = indexOf([article(1, { title: 'Linzen', text: 'soep' }), ...others]).mark(2).labels
    expect(signOf('Linzen')).not.toBe(signOf('Soep'))
    expect(after).not.toBe(before)
  })

  it('is, after any edits of a large library, that of an index made anew', () => {
    // So many that one more or less leaves most rarities as they are.
    const edit = fc.record({ id: fc.nat(160), source: fc.option(source, { freq: 6 }) })
    fc.assert(
      fc.property(
        fc.array(source, { minLength: 150, maxLength: 150 }),
        fc.array(edit, { minLength: 1, maxLength: 90 }),
        (sources, edits) => {
          const articles = new Map(sources.map((one, id) => [id, made(id, one)]))
          const index = indexOf([...articles.values()])
          for (const { id, source: next } of edits) {
            index.order(7, { limit: 1 })
            if (next) {
              const now = made(id, next)
              articles.set(id, now)
              index.add(id, analyse(now), now)
            } else {
              articles.delete(id)
              index.remove(id)
            }
          }
          const fresh: RelatedIndex = indexOf([...articles.values()])
          for (const id of [...articles.keys()].slice(0, 40)) {
            expect(index.order(id, { limit: 20 })).toEqual(fresh.order(id, { limit: 20 }))
          }
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe('what a list hangs on', () => {
  it('tells, after other articles were edited, in what order its own are, as far as it says so', () => {
    const articles = manyArticles(3)
    const index = indexOf(articles)
    const ids = articles.map(({ id }) => id).filter((id) => id % 3 === 0)
    index.rebase()
    const before = new Map(ids.map((id) => [id, index.ordered(id, { limit: 4, beyond: 2 })]))
    const marks = new Map(articles.map(({ id }) => [id, index.mark(id)]))
    const told = index.told() ?? {}
    const [kept, scored] = [
      { true: 0, false: 0 },
      { true: 0, false: 0 },
    ]
    const edited = new Set<number>()
    for (let turn = 0; turn < 12; turn++) {
      const at = 1 + ((turn * 31) % 130) * 3
      edited.add(at)
      const text = `${articles[at]!.text} ${articles[(at * 7) % 400]!.text.slice(0, 10)}`
      index.add(at, analyse({ ...articles[at]!, text }), articles[at]!)
      const drift = index.drift(told)
      const ratio = (id: number) => Math.sqrt(marks.get(id)!.square / index.mark(id).square)
      // Where one word is much of an article, that is as good as edited.
      for (const { id } of articles) if (Math.abs(ratio(id) - 1) > 0.0005) edited.add(id)
      const others = articles.map(({ id }) => id).filter((id) => !edited.has(id))
      const ratios = others.map(ratio)
      for (const id of ids) {
        const { list, isCertain, hold } = before.get(id)!
        if (
          !isCertain ||
          !hold ||
          [...list.map((one) => one.id), ...hold.reserve].some((one) => edited.has(one))
        )
          continue
        const stretch = Math.max(ratio(id) * Math.max(...ratios) - 1, 1 - ratio(id) * Math.min(...ratios))
        const most = 1.5 * (stretch + drift(id)) * (1 + 1e-9)
        const isWanted = (other: number) => !edited.has(other)
        const now = index.order(id, { limit: 4, isWanted }).map((one) => one.id)
        const isHeld = most <= hold.slack
        kept[`${isHeld}`]++
        if (isHeld) expect(now).toEqual(list.map((one) => one.id))
        const all = [...list.map((one) => one.id), ...hold.reserve]
        const next = hold.next + most
        const again = index.rescored(id, all, { limit: 4, beyond: 2 }, next)
        const isSure = again.hold !== null && toScore(next) < again.list.at(-1)!.score
        scored[`${isSure}`]++
        if (isSure) expect(again.list.map((one) => one.id)).toEqual(now)
        if (isSure)
          expect(again.list.map((one) => one.score)).toEqual(
            index.order(id, { limit: 4, isWanted }).map((one) => one.score),
          )
      }
    }
    expect(kept.true).toBeGreaterThan(kept.false / 4)
    expect(scored.true).toBeGreaterThan(scored.false * 2)
  })
})

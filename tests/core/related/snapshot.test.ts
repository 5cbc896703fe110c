import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RelatedIndex, type RelatedSource, analyse } from '../../../core/related/index.ts'
import { BadSnapshot, type Numbers, type SnapshotSource } from '../../../core/related/snapshot.ts'
import { article, indexOf } from './library.ts'

const WORDS = 'enkel pees bospad soep linzen slaap wekker fiets rust tuin winter bospaden enkelband'.split(
  ' ',
)

const source = fc.record({
  title: fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map((words) => words.join(' ')),
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }),
  tags: fc.uniqueArray(fc.constantFrom('sport', 'Sport', 'eten', 'rust'), { maxLength: 2 }),
  category: fc.constantFrom('a', 'b'),
  date: fc.constantFrom('2023-01-01', '2024-05-05', null),
  links: fc.uniqueArray(fc.nat(12), { maxLength: 2 }),
  language: fc.constantFrom('nl', 'nl', 'en'),
})

type Made = typeof source extends fc.Arbitrary<infer T> ? T : never

const made = (id: number, { words, category, ...rest }: Made): RelatedSource =>
  article(id, { text: words.join(' '), categoryPath: ['top', category], ...rest })

type Part = Numbers | string

function saved(index: RelatedIndex): Part[] {
  const parts: Part[] = []
  index.save({ numbers: (part) => parts.push(part.slice()), text: (part) => parts.push(part) })
  return parts
}

/** Gives back parts as a file of numbers without names does: what is read may be of another kind than what was written. */
function sourceOf(parts: readonly Part[]): SnapshotSource {
  const bytes = Buffer.concat(
    parts.map((part) =>
      typeof part === 'string'
        ? Buffer.concat([Buffer.from(Uint32Array.of(Buffer.byteLength(part)).buffer), Buffer.from(part)])
        : Buffer.from(part.buffer, part.byteOffset, part.byteLength),
    ),
  )
  let at = 0
  const next = (length: number, room = length): ArrayBuffer => {
    if (!(length >= 0 && length <= bytes.length - at)) throw new BadSnapshot('no more')
    const part = new Uint8Array(room)
    part.set(bytes.subarray(at, (at += length)))
    return part.buffer
  }
  return {
    ints: (length, spare = 0) => new Int32Array(next(length * 4, (length + spare) * 4)),
    bytes: (length, spare = 0) => new Uint8Array(next(length, length + spare)),
    doubles: (length, spare = 0) => new Float64Array(next(length * 8, (length + spare) * 8)),
    text: () => Buffer.from(next(new Int32Array(next(4))[0]!)).toString(),
  }
}

function loaded(parts: readonly Part[], formsOf?: (id: number) => string): RelatedIndex {
  const index = new RelatedIndex(undefined, formsOf)
  index.load(sourceOf(parts))
  return index
}

const answers = (index: RelatedIndex, ids: Iterable<number>) =>
  [...ids].map((id) => {
    const reached: number[] = []
    index.eachReached(
      id,
      null,
      () => 0.3,
      (other) => reached.push(other),
    )
    return [id, index.mark(id), index.ordered(id, { limit: 5 }), reached.sort((a, b) => a - b)]
  })

describe('a snapshot of an index', () => {
  it('answers, and goes on answering after any edits, as an index that was made of the articles', () => {
    const edit = fc.record({ id: fc.nat(60), source: fc.option(source, { freq: 5 }) })
    fc.assert(
      fc.property(
        fc.array(source, { maxLength: 50 }),
        fc.array(edit, { maxLength: 12 }),
        fc.array(edit, { maxLength: 80 }),
        (sources, before, after) => {
          const articles = new Map(sources.map((one, id) => [id, made(id, one)]))
          const forms = new Map<number, string>()
          const put = (index: RelatedIndex, one: RelatedSource): void => {
            const vector = analyse(one)
            forms.set(one.id, vector.forms)
            index.add(one.id, vector, one)
          }
          const apply = (index: RelatedIndex, edits: typeof before): void => {
            for (const { id, source: next } of edits) {
              index.order(3, { limit: 1 })
              if (next) articles.set(id, made(id, next))
              else articles.delete(id)
              if (next) put(index, made(id, next))
              else index.remove(id)
            }
          }
          const anew = (): RelatedIndex => {
            const index = new RelatedIndex(undefined, (id) => forms.get(id) ?? '')
            for (const one of articles.values()) put(index, one)
            return index
          }
          const first = new RelatedIndex(undefined, (id) => forms.get(id) ?? '')
          for (const one of articles.values()) put(first, one)
          apply(first, before)
          const second = loaded(saved(first), (id) => forms.get(id) ?? '')
          expect(answers(second, articles.keys())).toEqual(answers(anew(), articles.keys()))
          apply(second, after)
          const fresh = anew()
          expect(answers(second, articles.keys())).toEqual(answers(fresh, articles.keys()))
          expect(answers(loaded(saved(second)), articles.keys())).toEqual(answers(fresh, articles.keys()))
          for (const id of [...articles.keys()].slice(0, 9)) {
            expect(second.rank(id, { limit: 3 })).toEqual(fresh.rank(id, { limit: 3 }))
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('that is cut off, or of which any number is another, is refused or can be worked with', () => {
    const articles = Array.from({ length: 30 }, (_, id) =>
      article(id, {
        title: WORDS.slice(id % 9, (id % 9) + 2).join(' '),
        text: WORDS.slice(id % 5, (id % 5) + 6).join(' '),
        tags: [`tag ${id % 3}`],
        categoryPath: ['a', `b${id % 2}`],
        links: [id % 7],
        language: id % 4 === 0 ? 'en' : 'nl',
      }),
    )
    const vectors = articles.map((one) => analyse(one))
    const parts = saved(indexOf(articles))
    const value = fc.constantFrom(
      -1,
      0,
      1,
      7,
      29,
      30,
      255,
      4097,
      1e6,
      0x7fff_ffff,
      -0x8000_0000,
      NaN,
      2 ** 60,
    )
    let refused = 0
    fc.assert(
      fc.property(fc.nat(parts.length - 1), fc.nat(), value, fc.boolean(), (which, place, to, isCut) => {
        const other = parts.map((part) => (typeof part === 'string' ? part : part.slice()))
        const part = other[which]!
        if (isCut) other[which] = part.slice(0, place % (part.length + 1))
        else if (typeof part === 'string') other[which] = part.replace(/\d+/, String(to))
        else if (part.length > 0) part[place % part.length] = to
        try {
          const index = loaded(other)
          // So many edits that lists are made anew, too.
          for (let turn = 0; turn < 120; turn++) {
            const one = articles[turn % 30]!
            index.order(one.id, { limit: 5 })
            index.mark(one.id)
            index.reasons(one.id)((one.id + 4) % 30)
            index.add(one.id, vectors[(turn * 7) % 30]!, one)
            if (turn % 5 === 0) index.remove(one.id)
          }
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(BadSnapshot)
          refused++
        }
      }),
      { numRuns: 800 },
    )
    expect(refused).toBeGreaterThan(100)
  })
})

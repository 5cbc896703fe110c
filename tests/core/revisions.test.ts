import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MOST_BYTES,
  type RevisionKind,
  revisionsToDrop,
  shrinks,
  type ThinnedRevision,
  toKeep,
} from '../../core/revisions.ts'
import { DAY, HOUR, WEEK } from '../../core/thinning.ts'

const NOW = Date.UTC(2026, 10, 22, 12, 30)
const KINDS: readonly RevisionKind[] = ['auto', 'status', 'shrink', 'before', 'hand']

const many = fc
  .array(fc.record({ kind: fc.constantFrom(...KINDS), age: fc.integer({ min: 0, max: 400 * DAY }) }), {
    maxLength: 200,
  })
  .map((list) =>
    list
      .map(({ kind, age }) => ({ kind, utc: NOW - age }))
      .sort((a, b) => a.utc - b.utc)
      .map((one, index): ThinnedRevision => ({
        ...one,
        id: index + 1,
        name: one.kind === 'hand' ? 'x' : '',
        bytes: 1000,
      })),
  )

const keep = (all: readonly ThinnedRevision[], now: number) => {
  const gone = new Set(revisionsToDrop(all, now))
  return all.filter((revision) => !gone.has(revision))
}

describe('thinning revisions', () => {
  it('always keeps those of the writer, those before something sweeping, and all of the last day', () => {
    fc.assert(
      fc.property(many, (all) => {
        for (const { kind, utc } of revisionsToDrop(all, NOW)) {
          expect(kind).not.toBe('hand')
          expect(kind).not.toBe('before')
          expect(NOW - utc).toBeGreaterThanOrEqual(DAY)
        }
      }),
    )
  })

  it.each([
    ['an hour', DAY, WEEK, HOUR],
    ['a day', WEEK, 91 * DAY, DAY],
    ['a week', 91 * DAY, 1000 * DAY, WEEK],
  ])('keeps the last of %s, and only that', (_, from, to, step) => {
    fc.assert(
      fc.property(many, (all) => {
        const isIn = ({ kind, utc }: ThinnedRevision) =>
          kind === 'auto' && NOW - utc >= from && NOW - utc < to
        const last = new Map<number, number>()
        const autos = all.filter(({ kind }) => kind !== 'status')
        for (const revision of autos.filter(isIn)) last.set(Math.floor(revision.utc / step), revision.id)
        expect(
          keep(autos, NOW)
            .filter(isIn)
            .map(({ id }) => id),
        ).toEqual([...last.values()])
      }),
    )
  })

  it('comes to the same however often it is done on the way', () => {
    fc.assert(
      fc.property(many, fc.array(fc.integer({ min: 0, max: 100 * DAY }), { maxLength: 6 }), (all, waits) => {
        let now = NOW
        let kept: readonly ThinnedRevision[] = all
        for (const wait of waits) kept = keep(kept, (now += wait))
        expect(keep(kept, now)).toEqual(keep(all, now))
      }),
    )
  })

  it('lets the oldest go when an article’s revisions grow too large, but never the newest', () => {
    const huge = (id: number): ThinnedRevision => ({
      id,
      kind: 'auto',
      name: '',
      utc: NOW - 1000 * (10 - id),
      bytes: MOST_BYTES,
    })
    expect(revisionsToDrop([huge(1), huge(2), huge(3)], NOW).map(({ id }) => id)).toEqual([1, 2])
  })
})

describe('text that disappears at once', () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `woord${index}`).join(' ')

  it('is noticed when more than 30 % and 200 signs go', () => {
    expect(shrinks(words(100), words(60))).toBe(true)
    expect(shrinks(words(100), words(80))).toBe(false)
    expect(shrinks(words(20), '')).toBe(false)
    expect(shrinks(words(2000), '')).toBe(true)
  })

  it('is noticed when as much comes in its place', () => {
    expect(shrinks(words(100), words(100).replaceAll('woord', 'ander'))).toBe(true)
  })

  it('is not what moves, nor what stays between two changes', () => {
    expect(shrinks(`${words(50)}\n\n${words(300)}`, `${words(300)}\n\n${words(50)}`)).toBe(false)
    expect(shrinks(`a ${words(300)} b`, `c ${words(300)} d`)).toBe(false)
  })

  it('never is what was only added', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 100 }), fc.lorem(), fc.nat(), (body, extra, at) => {
        const place = body.indexOf(' ', at % body.length) + 1
        expect(shrinks(body, `${body.slice(0, place)}${extra} ${body.slice(place)}`)).toBe(false)
      }),
    )
  })

  it('is found the same in long texts as sign by sign', () => {
    fc.assert(
      fc.property(fc.nat(12_000), fc.nat(12_000), fc.nat(6000), (start, length, put) => {
        const body = words(1500)
        const after = `${body.slice(0, start)}${'x'.repeat(put)}${body.slice(start + length)}`
        const gone = Math.min(length, Math.max(0, body.length - start))
        // Half words at the edges blur the border a little.
        fc.pre(Math.abs(gone - body.length * 0.3) > 20)
        expect(shrinks(body, after)).toBe(gone > body.length * 0.3)
      }),
    )
  })
})

describe('revisions that are made by themselves', () => {
  const step = {
    before: { body: 'a', status: 'draft', version: 5 },
    after: { body: 'b', status: 'draft' },
    newest: null,
    createdUtc: NOW - HOUR,
    now: NOW,
  } as const

  it('come ten minutes after the newest one, of the state before the save', () => {
    expect(toKeep({ ...step, newest: { madeUtc: NOW - 599_000, version: 3 } })).toEqual({
      before: null,
      after: null,
    })
    expect(toKeep({ ...step, newest: { madeUtc: NOW - 600_000, version: 3 } })).toEqual({
      before: 'auto',
      after: null,
    })
  })

  it('never keep one version twice', () => {
    expect(toKeep({ ...step, newest: { madeUtc: NOW - DAY, version: 5 } }).before).toBeNull()
  })

  it('keep the text that an article came with', () => {
    const before = { ...step.before, version: 1 }
    expect(toKeep({ ...step, before, createdUtc: NOW })).toEqual({ before: 'auto', after: null })
    expect(toKeep({ ...step, before: { ...before, body: '' }, createdUtc: NOW }).before).toBeNull()
  })

  it('keep what a change of status led to', () => {
    expect(toKeep({ ...step, createdUtc: NOW, after: { body: 'b', status: 'published' } })).toEqual({
      before: null,
      after: 'status',
    })
  })

  it('go on when the clock was set back', () => {
    expect(toKeep({ ...step, newest: { madeUtc: NOW + DAY, version: 3 } }).before).toBe('auto')
  })
})

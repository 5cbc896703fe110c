import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FeatureTable } from '../../../core/related/feature-table.ts'

it('a feature table numbers words and pairs as a map does, however many collide', () => {
  const hash = fc.oneof(
    fc.nat(50),
    fc.nat(0xffff_ffff),
    fc.nat(4000).map((n) => n * 4096),
  )
  const feature = fc.oneof(fc.tuple(hash), fc.tuple(fc.nat(60), fc.nat(60)))
  fc.assert(
    fc.property(fc.array(feature, { maxLength: 3000 }), (given) => {
      const table = new FeatureTable()
      const numbers = new Map<string, number>()
      const ask = ([first, second]: readonly number[]) =>
        second === undefined ? table.ofWord(first ?? 0) : table.ofPair(first ?? 0, second)
      for (const keys of given) {
        const name = String(keys)
        if (!numbers.has(name)) numbers.set(name, numbers.size)
        expect(ask(keys)).toBe(numbers.get(name))
      }
      for (const [name, number] of numbers) {
        const keys = name.split(',').map(Number)
        expect(ask(keys)).toBe(number)
        if (keys.length === 2) expect([table.firstOf(number), table.secondOf(number)]).toEqual(keys)
        else expect(table.secondOf(number)).toBeLessThan(0)
      }
      expect(table.size).toBe(numbers.size)
    }),
    { numRuns: 30 },
  )
})

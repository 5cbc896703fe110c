import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HashTable } from '../../../core/related/hash-table.ts'

it('a hash table numbers hashes as a map does, however many collide', () => {
  const hashes = fc.oneof(
    fc.nat(50),
    fc.nat(0xffff_ffff),
    fc.nat(4000).map((n) => n * 4096),
  )
  fc.assert(
    fc.property(fc.array(hashes, { maxLength: 3000 }), (given) => {
      const table = new HashTable()
      const numbers = new Map<number, number>()
      for (const hash of given) {
        if (!numbers.has(hash)) numbers.set(hash, numbers.size)
        expect(table.number(hash)).toBe(numbers.get(hash))
      }
      for (const [hash, number] of numbers) expect(table.number(hash)).toBe(number)
      expect(table.size).toBe(numbers.size)
    }),
    { numRuns: 30 },
  )
})

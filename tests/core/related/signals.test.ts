import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../core/related/signals.ts'

describe('the day of a date', () => {
  it('is that of its first ten signs, whatever the hour and zone', () => {
    expect(dayOf('1970-01-02')).toBe(1)
    expect(dayOf('1970-01-02T23:59:59-11:00')).toBe(1)
    expect(dayOf('1970-01-02 08:00')).toBe(1)
  })

  it('is none for what is no ISO date, which every machine would read in its own zone', () => {
    for (const date of ['2024-12-5-', '2024-12-5', '5 Dec 2024', '12/05/2024', '2024-13-01', '', null]) {
      expect(dayOf(date)).toBeNull()
    }
  })
})

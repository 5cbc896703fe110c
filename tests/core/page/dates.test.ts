import { describe, expect, it } from 'vitest'
import { exactTime, isOutBy, longDate, wallDate } from '../../../core/page/dates.ts'

describe('dates on pages', () => {
  it('are long, in the language of the site', () => {
    expect(longDate('2025-12-10', 'nl-NL')).toBe('10 december 2025')
    expect(longDate('2025-12-10', 'en-GB')).toBe('10 December 2025')
    expect(longDate('2025-12-10', 'en')).toBe('10 December 2025')
    expect(longDate('2025-12-10', 'no such language')).toBe('10 December 2025')
  })

  it('are the date on the wall of the author, whatever the offset', () => {
    expect(wallDate('2025-12-10T00:30:00+14:00')).toBe('2025-12-10')
    expect(wallDate('2025-12-10T23:30:00-11:00')).toBe('2025-12-10')
    expect(wallDate('nonsense')).toBeNull()
    expect(wallDate('2025-13-45T00:00:00Z')).toBeNull()
    expect(wallDate(null)).toBeNull()
  })

  it('are exact for machines', () => {
    expect(exactTime('2025-12-10T09:30:00+01:00')).toBe('2025-12-10T09:30:00+01:00')
    expect(exactTime('2025-12-10')).toBe('2025-12-10T00:00:00Z')
    expect(exactTime('soon')).toBeNull()
  })

  it('let an article out on its day and not before', () => {
    expect(isOutBy('2026-03-01T23:59:00+01:00', '2026-03-01')).toBe(true)
    expect(isOutBy('2026-03-01T00:00:00+01:00', '2026-02-28')).toBe(false)
    expect(isOutBy(null, '2026-02-28')).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { instant, timestamp } from '../../../electron/library/time.ts'

describe('timestamp', () => {
  it('names the same instant, to the second', () => {
    const moment = new Date('2026-07-01T12:34:56.789Z')
    expect(instant(timestamp(moment))).toBe(Date.parse('2026-07-01T12:34:56Z'))
  })
})

describe('instant', () => {
  it.each([
    ['2025-12-10T09:30:00+01:00', '2025-12-10T08:30:00Z'],
    ['2025-12-10T09:30:00Z', '2025-12-10T09:30:00Z'],
    ['2024-02-29T00:00:00-05:00', '2024-02-29T05:00:00Z'],
  ])('reads %s', (value, utc) => {
    expect(instant(value)).toBe(Date.parse(utc))
  })

  it.each([
    '',
    '2025-12-10',
    '2025-12-10T09:30:00',
    '2025-02-30T00:00:00Z',
    '2025-13-01T00:00:00Z',
    'gisteren',
  ])('refuses %j', (value) => {
    expect(instant(value)).toBeNull()
  })
})

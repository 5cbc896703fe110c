import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupsToDrop, isBackupDue } from '../../core/backups.ts'
import { DAY, HOUR, WEEK } from '../../core/thinning.ts'

const NOW = Date.UTC(2026, 10, 22, 12, 30)
const ages = fc.uniqueArray(fc.integer({ min: 0, max: 400 * DAY }), { maxLength: 300 })
const made = (list: readonly number[]) =>
  list.map((age) => ({ utc: NOW - age, kind: 'rolling' as const })).sort((a, b) => a.utc - b.utc)

function keep(all: ReturnType<typeof made>, now: number) {
  const gone = new Set(backupsToDrop(all, now))
  return all.filter((backup) => !gone.has(backup))
}

describe('thinning backups', () => {
  it.each([
    ['an hour of the last day', 0, DAY, HOUR],
    ['a day of the last week', DAY, WEEK, DAY],
    ['a week of the last half year', WEEK, 26 * WEEK, WEEK],
  ])('keeps the last of every %s', (_, from, to, step) => {
    fc.assert(
      fc.property(ages, (list) => {
        const isIn = ({ utc }: { utc: number }) => NOW - utc >= from && NOW - utc < to
        const last = new Map(
          made(list)
            .filter(isIn)
            .map(({ utc }) => [Math.floor(utc / step), utc]),
        )
        const kept = keep(made(list), NOW).filter(isIn)
        expect(kept.map(({ utc }) => utc)).toEqual([...last.values()])
      }),
    )
  })

  it('keeps nothing older than half a year, but always the newest', () => {
    fc.assert(
      fc.property(ages, (list) => {
        const all = made(list)
        const kept = keep(all, NOW)
        expect(kept.at(-1)).toBe(all.at(-1))
        expect(kept.slice(0, -1).every(({ utc }) => NOW - utc < 26 * WEEK)).toBe(true)
        // An hour, a day or a week is begun before it and ended after it: one more of each.
        expect(kept.length).toBeLessThanOrEqual(25 + 8 + 27)
      }),
    )
  })

  it('never lets go what thinning at once would keep, however often it is done on the way', () => {
    fc.assert(
      fc.property(ages, fc.array(fc.integer({ min: 0, max: 30 * DAY }), { maxLength: 6 }), (list, waits) => {
        let now = NOW
        let kept = made(list)
        for (const wait of waits) kept = keep(kept, (now += wait))
        expect(keep(kept, now)).toEqual(keep(made(list), now))
      }),
    )
  })

  it('has one made an hour after the last, and at once when the clock was set back', () => {
    expect(isBackupDue(null, NOW)).toBe(true)
    expect(isBackupDue(NOW - HOUR + 1, NOW)).toBe(false)
    expect(isBackupDue(NOW - HOUR, NOW)).toBe(true)
    expect(isBackupDue(NOW + DAY, NOW)).toBe(true)
  })
})

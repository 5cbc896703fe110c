import { describe, expect, it } from 'vitest'
import type { RevisionHead } from '../../../core/revisions.ts'
import { dayName, daysOf, timeOf } from '../../../renderer/history/days.ts'

const NOW = new Date(2026, 10, 22, 9, 30)
const words = { today: 'Vandaag', yesterday: 'Gisteren' }
const head = (id: number, at: string): RevisionHead => ({
  ...{ id, savedAt: at, at, articleId: 1, kind: 'auto', name: '', version: 1, words: 1, bytes: 1 },
})

describe('the days of a history', () => {
  it('gather revisions by the day on the clock of who saved them', () => {
    const revisions = [
      head(4, '2026-11-22T08:00:00+01:00'),
      head(3, '2026-11-22T00:10:00+01:00'),
      head(2, '2026-11-21T23:50:00-08:00'),
      head(1, '2025-11-12T10:00:00+01:00'),
    ]
    expect(daysOf(revisions).map(({ date, revisions: of }) => [date, of.length])).toEqual([
      ['2026-11-22', 2],
      ['2026-11-21', 1],
      ['2025-11-12', 1],
    ])
    expect(timeOf(revisions[2]!.at)).toBe('23:50')
  })

  it('are called by name when they are near, and have their year when it is not this one', () => {
    const name = (date: string) => dayName(words, 'nl', date, NOW)
    expect(['2026-11-22', '2026-11-21', '2026-11-12', '2025-11-12'].map(name)).toEqual([
      'Vandaag',
      'Gisteren',
      '12 nov',
      '12 nov 2025',
    ])
    expect(dayName(words, 'nl', '2026-10-31', new Date(2026, 10, 1))).toBe('Gisteren')
  })
})

/** Which rolling backups are kept. */
import { DAY, HOUR, tooMany, WEEK } from './thinning.ts'

/** Hourly for a day, daily for a week, weekly for half a year. */
const STEPS = [
  { age: DAY, step: HOUR },
  { age: WEEK, step: DAY },
  { age: 26 * WEEK, step: WEEK },
]

/** The backups to let go. The newest always stays, however old: it may be all there is. */
export function backupsToDrop<T extends { readonly utc: number }>(backups: readonly T[], now: number): T[] {
  const newest = Math.max(...backups.map(({ utc }) => utc))
  return tooMany(backups, now, STEPS).filter(({ utc }) => utc !== newest)
}

/** Whether an hour has passed since the newest backup; also when the clock was set back. */
export function isBackupDue(newestUtc: number | null, now: number): boolean {
  return newestUtc === null || Math.abs(now - newestUtc) >= HOUR
}

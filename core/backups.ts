/** Which rolling backups are kept. */
import { DAY, HOUR, tooMany, WEEK } from './thinning.ts'

/** Why a backup was made: by itself, by the writer's hand, or before another was put in the library's place. */
export type BackupKind = 'rolling' | 'hand' | 'before'

/** Hourly for a day, daily for a week, weekly for half a year. */
const STEPS = [
  { age: DAY, step: HOUR },
  { age: WEEK, step: DAY },
  { age: 26 * WEEK, step: WEEK },
]

/** Those that were asked for are not thinned, and stay as long as the oldest of the others. */
const ASKED_FOR = [{ age: 26 * WEEK, step: 0 }]

/** The backups to let go. The newest always stays, however old: it may be all there is. */
export function backupsToDrop<T extends { readonly utc: number; readonly kind: BackupKind }>(
  backups: readonly T[],
  now: number,
): T[] {
  const newest = Math.max(...backups.map(({ utc }) => utc))
  const rolling = backups.filter(({ kind }) => kind === 'rolling')
  const asked = backups.filter(({ kind }) => kind !== 'rolling')
  const dropped = [...tooMany(rolling, now, STEPS), ...tooMany(asked, now, ASKED_FOR)]
  return dropped.filter(({ utc }) => utc !== newest)
}

/** Whether an hour has passed since the newest backup; also when the clock was set back. */
export function isBackupDue(newestUtc: number | null, now: number): boolean {
  return newestUtc === null || Math.abs(now - newestUtc) >= HOUR
}

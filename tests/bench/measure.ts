/** Timing and printing for the benchmarks. Figures are only worth something beside each other, in one run. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Milliseconds that `work` takes, once. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds as a person reads them. */
export function ms(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value < 10) return `${value.toFixed(2)} ms`
  return value < 1_000 ? `${value.toFixed(0)} ms` : `${(value / 1_000).toFixed(2)} s`
}

/** How many times the second is the first. */
export function ratio(ours: number, theirs: number): string {
  return Number.isFinite(ours / theirs) ? `${(ours / theirs).toFixed(2)} ×` : '–'
}

/** Prints a table with a title; the first row is the head. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  console.log(`\n${title}`)
  for (const row of rows) {
    console.log(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('   ')}`,
    )
  }
}

/** Whether a command can be found on the path. */
export function hasCommand(command: string): boolean {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [command]).status === 0
}

/** What a command took. */
export interface Cost {
  readonly milliseconds: number
  /** Milliseconds that processors worked for it: what a machine that others use as well leaves comparable. */
  readonly processor: number | null
  /** The most memory that it had, in bytes. */
  readonly memory: number | null
}

/** GNU's: tells what a command took of the machine. */
const TIME = '/usr/bin/time'

/** Runs a command to its end and tells what it took; throws with its last words when it fails. */
export function costOf(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Cost {
  if (!existsSync(TIME)) {
    return { milliseconds: timeCommand(command, args, cwd, env), processor: null, memory: null }
  }
  const folder = mkdtempSync(join(tmpdir(), 'longhand-time-'))
  try {
    const file = join(folder, 'cost')
    const milliseconds = timeCommand(TIME, ['-f', '%U %S %M', '-o', file, command, ...args], cwd, env)
    const [user = 0, system = 0, kilobytes = 0] = readFileSync(file, 'utf8').trim().split(' ').map(Number)
    return { milliseconds, processor: (user + system) * 1_000, memory: kilobytes * 1_024 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a command to its end and gives the milliseconds; throws with its last words when it fails. */
export function timeCommand(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): number {
  const start = performance.now()
  const { status, stderr, stdout } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${(stderr || stdout).slice(-2_000)}`)
  return performance.now() - start
}

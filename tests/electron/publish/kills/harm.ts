/**
 * Loaded before an export (`--import`), in each of its threads: counts every call that changes a file, over all of
 * them, and at one of these does what `LONGHAND_HARM` says. Without a step it only counts; `LONGHAND_STEPS` names a
 * file that is told how many there were.
 */
import Database from 'better-sqlite3'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads'

/** What is done at a step: the process is killed or told to stop, or the system refuses the call. */
export interface Harm {
  /** From 1; 0: none. */
  readonly step: number
  readonly what: 'kill' | 'cancel' | 'ENOSPC' | 'EACCES' | 'EIO' | 'EROFS'
  /** The system refuses every later call too. */
  readonly on?: boolean
  /** Only calls below this folder are counted. */
  readonly within: string
}

type Method = (...args: unknown[]) => unknown

const NAME = 'longhand-steps'
const CHANGES = [
  ...['renameSync', 'writeFileSync', 'rmSync', 'linkSync', 'mkdirSync', 'cpSync', 'fsyncSync', 'unlinkSync'],
  ...['copyFileSync', 'rmdirSync', 'createWriteStream'],
]
/** Calls that are told a handle, not a path. */
const BY_HANDLE = new Set(['fsyncSync'])

const harm = JSON.parse(process.env['LONGHAND_HARM'] ?? 'null') as Harm | null
if (harm) arm(harm)

function arm({ step, what, on = false, within }: Harm): void {
  const steps = counter()
  const reach = (name: string, args: readonly unknown[]): void => {
    if (!BY_HANDLE.has(name) && !args.some((arg) => typeof arg === 'string' && arg.startsWith(within))) return
    const at = Atomics.add(steps, 0, 1) + 1
    if (step === 0 || at < step || (at > step && !on)) return
    if (what === 'kill') process.kill(process.pid, 'SIGKILL')
    else if (what === 'cancel') process.kill(process.pid, 'SIGINT')
    else throw Object.assign(new Error(what), { code: what, syscall: name })
  }
  count(fs as unknown as Record<string, Method>, CHANGES, reach)
  count(fs.promises as unknown as Record<string, Method>, ['copyFile', 'open', 'writeFile', 'rename'], reach)
  syncBuiltinESMExports()
  // What SQLite changes, such as the lock, only a kill can come between.
  if (what === 'kill') {
    const database = Database.prototype as unknown as Record<string, Method>
    count(database, ['exec', 'pragma'], () => reach('fsyncSync', []))
  }
  const told = process.env['LONGHAND_STEPS']
  const write = fs.openSync
  if (isMainThread && told !== undefined) {
    process.on('exit', () => {
      const file = write(told, 'w')
      fs.writeSync(file, String(Atomics.load(steps, 0)))
      fs.closeSync(file)
    })
  }
}

/** One number that all threads of this process count with. */
function counter(): Int32Array {
  if (isMainThread) setEnvironmentData(NAME, new SharedArrayBuffer(4))
  return new Int32Array(getEnvironmentData(NAME) as unknown as SharedArrayBuffer)
}

function count(
  owner: Record<string, Method>,
  names: readonly string[],
  reach: (name: string, args: readonly unknown[]) => void,
): void {
  for (const name of names) {
    const original = owner[name]
    if (!original) throw new Error(`no ${name}`)
    owner[name] = function (this: unknown, ...args: unknown[]) {
      reach(name, args)
      return original.apply(this, args)
    }
  }
}

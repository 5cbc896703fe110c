/**
 * A process that does one act and may be killed in it: `node victim.ts ACT FOLDER STEP`. With STEP 0 it does the act
 * to its end and says how many steps that took; with STEP n it kills itself right before its n-th step, a step being
 * whatever changes a file outside SQLite, or makes SQLite change one. Says when it begins, for whoever kills it.
 */
import Database from 'better-sqlite3'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { ACTS } from './acts.ts'

const [name = '', folder = '', step = '0'] = process.argv.slice(2)
const act = ACTS.find((each) => each.name === name)
if (!act) throw new Error(`no act ${name}`)

let steps = 0

/** A place where the process may end. */
function reach(): void {
  steps += 1
  if (steps === Number(step)) process.kill(process.pid, 'SIGKILL')
}

type Method = (...args: unknown[]) => unknown

/** Has a step counted before each call of these. */
function count(owner: Record<string, Method>, names: readonly string[]): void {
  for (const method of names) {
    const original = owner[method]
    if (!original) throw new Error(`no ${method}`)
    owner[method] = function (this: unknown, ...args: unknown[]) {
      reach()
      return original.apply(this, args)
    }
  }
}

count(fs as unknown as Record<string, Method>, [
  ...['renameSync', 'writeFileSync', 'rmSync', 'linkSync', 'mkdirSync', 'cpSync', 'fsyncSync', 'unlinkSync'],
])
count(fs.promises as unknown as Record<string, Method>, ['copyFile', 'open'])
syncBuiltinESMExports()
const database = Database.prototype as unknown as Record<string, Method>
count(database, ['exec', 'pragma', 'backup'])
const prepare = database['prepare'] as Method
database['prepare'] = function (this: unknown, ...args: unknown[]) {
  const statement = prepare.apply(this, args) as Record<string, Method>
  if (/^\s*(?:INSERT|UPDATE|DELETE|BEGIN|COMMIT)/i.test(String(args[0]))) count(statement, ['run'])
  return statement
}

console.log('BEGUN')
const begun = performance.now()
await act.run(folder)
console.log(JSON.stringify({ steps, milliseconds: performance.now() - begun }))
// Threads that have nothing to do any more would keep the process.
process.exit(0)

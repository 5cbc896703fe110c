/** Kills processes in the midst of an act, and holds what they leave to the state before or after it. */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomFrom } from '../library/damage.ts'
import type { KillAct } from './acts.ts'

const VICTIM = join(import.meta.dirname, 'victim.ts')

/** From so many kills on it pays to know first how long an act takes. */
const FEW = 3
const LAST = 12
const GUESS = { steps: 40, milliseconds: 300 }

/** What came of killing one act again and again. */
export interface KilledAct {
  readonly name: string
  readonly kills: number
  /** How often the state from before stood there after, the new one, or one of a migration between them. */
  readonly old: number
  readonly new: number
  /** Kills after which something else stood there, and what. */
  readonly problems: readonly string[]
}

/** Kills an act so many times: every other time before one of its steps, else at some moment. */
export async function killAct(act: KillAct, kills: number, seed: number): Promise<KilledAct> {
  const random = randomFrom(seed)
  const root = mkdtempSync(join(tmpdir(), 'longhand-kills-'))
  const ground = join(root, 'ground')
  let turn = 0
  const onCopy = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
    const folder = join(root, `turn-${(turn += 1)}`, 'here')
    cpSync(ground, folder, { recursive: true, preserveTimestamps: true })
    try {
      return await work(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  try {
    mkdirSync(ground)
    await act.prepare(ground)
    const before = await onCopy(async (folder) => act.state(folder))
    const toTheEnd = async (folder: string) => {
      const end = await sacrifice(act.name, folder, { step: 0 })
      if (end === null) throw new Error(`${act.name} came to no end by itself`)
      return { end, state: await act.state(folder) }
    }
    // A few kills do without knowing how long the act takes, and mostly without its end.
    let whole = kills < FEW ? null : await onCopy(toTheEnd)
    const { steps, milliseconds } = whole?.end ?? GUESS
    const found = { old: 0, new: 0, problems: [] as string[] }
    for (let kill = 0; kill < kills; kill++) {
      // The last steps are those that put the new state in the place of the old one.
      const step = kill % 4 === 0 ? steps - random(Math.min(steps, LAST)) : 1 + random(steps)
      const at = kill % 2 === 0 ? { step } : { step: 0, after: random(Math.ceil(milliseconds)) }
      await onCopy(async (folder) => {
        await sacrifice(act.name, folder, at)
        try {
          const state = await act.state(folder)
          if (state === before) found.old += 1
          else if (state === (whole ??= await onCopy(toTheEnd)).state) found.new += 1
          else throw new Error('neither the old state nor the new one')
        } catch (error) {
          found.problems.push(`${act.name}, ${JSON.stringify(at)}: ${String(error)}`)
        }
      })
    }
    return { name: act.name, kills, ...found }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

interface End {
  readonly steps: number
  readonly milliseconds: number
}

/** Null when the process was killed; it comes to its end where the moment is past that. */
function sacrifice(
  act: string,
  folder: string,
  { step, after }: { readonly step: number; readonly after?: number },
): Promise<End | null> {
  const child = spawn(process.execPath, [VICTIM, act, folder, String(step)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complaint = ''
  child.stdout.on('data', (chunk) => {
    said += String(chunk)
    if (after !== undefined && said.startsWith('BEGUN')) setTimeout(() => child.kill('SIGKILL'), after)
  })
  child.stderr.on('data', (chunk) => (complaint += String(chunk)))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(null)
      else if (code === 0) resolve(JSON.parse(said.split('\n')[1] ?? '{}') as End)
      else reject(new Error(`${act} failed: ${complaint}`))
    })
  })
}

/** Lets exports come to grief in every way, and holds what they leave to the site before or the one after. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mendSite } from '../../../../electron/publish/mend-site.ts'
import { randomFrom } from '../../library/damage.ts'
import { DAY, type Ground, LIBRARY, ZIP } from './ground.ts'
import type { Harm } from './harm.ts'
import { type Look, type States, difference, leftBehind, look, same, timesOf, wrongAfter } from './look.ts'
import type { Mishap } from './mishaps.ts'

const CLI = join(import.meta.dirname, '../../../../electron/cli.ts')
const HARM = join(import.meta.dirname, 'harm.ts')

/** A turn of its own: a copy of the ground in which one export comes to grief. */
export interface Turn {
  readonly folder: string
  readonly ground: Ground
  readonly states: States
  /** Calls that change files, and milliseconds, which a whole export takes. */
  readonly whole: { readonly steps: number; readonly milliseconds: number }
  random(below: number): number
}

/** How an export ended. */
export interface End {
  /** Null: it was killed. */
  readonly code: number | null
  readonly said: string
}

/** What came of the tries on one ground. */
export interface Tried {
  readonly ground: string
  readonly mishap: string
  readonly tries: number
  /** How often the site from before stood there at once after, the next one, or a swap still to be carried on. */
  readonly old: number
  readonly new: number
  readonly between: number
  readonly problems: readonly string[]
  /** Why nothing could be tried; else null. */
  readonly leftOut: string | null
}

/** A ground on which exports are tried again and again; `end` clears it away. */
export interface Grounds {
  tryOut(mishap: Mishap, tries: number, seed: number): Promise<Tried>
  end(): void
}

/** Lays a ground and finds out what a whole export makes of it. */
export async function onGround(ground: Ground): Promise<Grounds> {
  const root = mkdtempSync(join(tmpdir(), 'longhand-exports-'))
  const laid = join(root, 'laid')
  mkdirSync(laid)
  await ground.lay(laid)
  let turns = 0
  const fresh = (): string => {
    const folder = join(root, `turn-${(turns += 1)}`)
    cpSync(laid, folder, { recursive: true, preserveTimestamps: true })
    mkdirSync(join(folder, 'tmp'))
    return folder
  }
  const first = fresh()
  const times = timesOf(first, ground)
  const before = look(first, ground)
  const steps = join(root, 'steps')
  const begun = performance.now()
  const end = await runExport(first, ground, { step: 0, what: 'kill', within: first }, steps).ended
  if (end.code !== 0) throw new Error(`${ground.name}: the export failed unharmed: ${end.said}`)
  const whole = { steps: Number(readFileSync(steps, 'utf8')), milliseconds: performance.now() - begun }
  const states: States = { before, after: look(first, ground), times }
  const amiss = [...wrongAfter(first, ground, states), ...leftBehind(first, ground)]
  if (amiss.length > 0) throw new Error(`${ground.name}: ${amiss.join('; ')}`)
  rmSync(first, { recursive: true, force: true })

  return {
    end: () => rmSync(root, { recursive: true, force: true }),
    async tryOut(mishap, tries, seed) {
      const random = randomFrom(seed)
      const found = { old: 0, new: 0, between: 0, problems: [] as string[] }
      const told = { ground: ground.name, mishap: mishap.name, tries }
      for (let index = 0; index < tries; index++) {
        const folder = fresh()
        const turn: Turn = { folder, ground, states, whole, random }
        const refusal = mishap.prepare?.(turn) ?? null
        if (refusal !== null) return { ...told, ...found, tries: 0, leftOut: refusal }
        const log: string[] = []
        try {
          found.problems.push(...(await tryOnce(turn, mishap, log, (state) => (found[state] += 1))))
        } catch (thrown) {
          found.problems.push(`${log.join('; ')}: ${String(thrown)}`)
        } finally {
          mishap.end?.(turn)
          rmSync(folder, { recursive: true, force: true })
        }
      }
      return { ...told, ...found, leftOut: null }
    },
  }
}

type State = 'old' | 'new' | 'between'

/** One export with a mishap, what is found after it, and the next export. */
async function tryOnce(
  turn: Turn,
  mishap: Mishap,
  log: string[],
  onState: (state: State) => void,
): Promise<readonly string[]> {
  const { folder, ground, states } = turn
  const problems: string[] = []
  const hold = (when: string, wrong: readonly string[]): void => {
    problems.push(
      ...wrong.map((one) => `${ground.name}, ${mishap.name} (${log.join('; ')}), ${when}: ${one}`),
    )
  }
  const ends = await mishap.happen(turn, log)
  hold('at once', wrongAfter(folder, ground, states))
  const site = look(folder, ground).site
  onState(same(site, states.before.site) ? 'old' : same(site, states.after.site) ? 'new' : 'between')
  for (const end of ends) hold('at its end', wrongEnd(end, turn, mishap))
  mishap.clear?.(turn)
  if (mishap.isMended !== false) {
    mendSite(join(folder, ground.out))
    const mended = look(folder, ground).site
    const isWhole = same(mended, states.before.site) || same(mended, states.after.site)
    hold('mended', isWhole ? [] : [`neither site is whole: ${difference(mended, states.after.site)}`])
  }
  const next = await runExport(folder, ground, null, undefined, mishap.user).ended
  hold('after the next export', next.code === 0 ? wrongNext(folder, turn, states.after) : [next.said])
  return problems
}

/** An export that was not killed says in one line what was in its way, and leaves nothing of its own half done. */
function wrongEnd(
  { code, said }: End,
  { folder, ground, states }: Turn,
  { isHelpless }: Mishap,
): readonly string[] {
  if (code === null || code === 0) return []
  const lines = said.trim().split('\n')
  const wrong =
    code === 1 && lines.length === 1 && lines[0]?.startsWith('longhand: ') ? [] : [`it said ${said}`]
  // Of a folder that was not there, nothing is left when nothing was put in it.
  const top = join(folder, ground.out.split('/')[0] ?? '')
  const isBare = states.before.site.size === 0 && look(folder, ground).site.size === 0
  return isBare && !isHelpless && existsSync(top) ? [...wrong, `${ground.out} was made and left`] : wrong
}

function wrongNext(folder: string, { ground, states }: Turn, after: Look): readonly string[] {
  const now = look(folder, ground)
  const wrong = same(now.site, after.site) ? [] : [`not the new site: ${difference(now.site, after.site)}`]
  if (now.zip !== after.zip) wrong.push('not the new zip')
  return [...wrong, ...wrongAfter(folder, ground, states), ...leftBehind(folder, ground)]
}

/** Who an export runs as, where that is somebody else. */
export interface User {
  readonly uid: number
  readonly gid: number
}

/** Starts an export as anybody would, by the command line; `ended` is told how it ended. */
export function runExport(
  folder: string,
  { name, out }: Ground,
  harm: Harm | null,
  steps?: string,
  user?: User,
): { readonly child: ChildProcess; readonly ended: Promise<End> } {
  const words = ['--library', join(folder, LIBRARY), '--out', join(folder, out), '--zip', join(folder, ZIP)]
  const more = ['--date', DAY, ...(name === 'folder of others' ? ['--overwrite'] : [])]
  const load = harm === null ? [] : ['--import', HARM]
  const { LONGHAND_PICTURES: _shared, NODE_OPTIONS: _options, ...inherited } = process.env
  const env = { ...inherited, TMPDIR: join(folder, 'tmp'), HOME: join(folder, 'tmp') }
  const told = { LONGHAND_HARM: JSON.stringify(harm), ...(steps !== undefined && { LONGHAND_STEPS: steps }) }
  const child = spawn(process.execPath, [...load, CLI, 'export', ...words, ...more], {
    cwd: folder,
    env: { ...env, ...told },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  })
  let said = ''
  child.stderr?.on('data', (chunk) => (said += String(chunk)))
  const ended = new Promise<End>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: signal === null ? code : null, said }))
  })
  return { child, ended }
}

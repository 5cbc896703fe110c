/** The ways in which an export comes to grief. */
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fillDisk, mountDisk, unmountDisk } from '../../tiny-disk.ts'
import { isSwapping } from '../../../../electron/publish/swap.ts'
import type { Harm } from './harm.ts'
import { type End, type Turn, type User, runExport } from './trial.ts'

/** One way to come to grief. */
export interface Mishap {
  readonly name: string
  /** Says why it can't be tried here, or null. */
  prepare?(turn: Turn): string | null
  /** Lets exports come to grief; notes what was done, and gives how each ended. */
  happen(turn: Turn, log: string[]): Promise<readonly End[]>
  /** Takes the obstacle away. */
  clear?(turn: Turn): void
  /** Called last. */
  end?(turn: Turn): void
  /** Who ends cannot clear away: the system refuses that too, or somebody else was killed. */
  readonly isHelpless?: true
  /** False: only the next export brings the site in order. */
  readonly isMended?: false
  /** Who exports. */
  readonly user?: User
}

/** So many of the last steps put the new site in place. */
const LAST = 120
const NOBODY: User = { uid: 65_534, gid: 65_534 }

export const MISHAPS: readonly Mishap[] = [
  { name: 'killed at a step', happen: async (turn, log) => [await harmed(turn, log, 'kill')] },
  { name: 'killed at a moment', happen: (turn, log) => signalled(turn, log, 'SIGKILL') },
  {
    name: 'killed again and again',
    async happen(turn, log) {
      const ends: End[] = []
      for (let kill = 0; kill < 4; kill++) {
        // What brings the site in order comes first; so it is met by the first steps.
        const isFirst = kill === 0 || !isSwapping(join(turn.folder, turn.ground.out))
        ends.push(await harmed(turn, log, 'kill', isFirst ? undefined : 1 + turn.random(40)))
      }
      return ends
    },
  },
  { name: 'cancelled at a step', happen: async (turn, log) => [await harmed(turn, log, 'cancel')] },
  { name: 'cancelled at a moment', happen: (turn, log) => signalled(turn, log, 'SIGINT') },
  { name: 'refused once', happen: async (turn, log) => [await refused(turn, log, false)] },
  {
    name: 'refused from then on',
    isHelpless: true,
    happen: async (turn, log) => [await refused(turn, log, true)],
  },
  {
    name: 'disk full',
    prepare: (turn) => moveToDisk(turn, 3),
    async happen(turn, log) {
      const ballast = fillDisk(turn.folder)
      const room = turn.random(400_000)
      truncateSync(ballast, Math.max(0, statSync(ballast).size - room))
      log.push(`${room} bytes of room`)
      return [await runExport(turn.folder, turn.ground, null).ended]
    },
    clear: ({ folder }) => rmSync(join(folder, 'ballast'), { force: true }),
    end: ({ folder }) => unmountDisk(folder),
  },
  {
    name: 'not permitted',
    user: NOBODY,
    isMended: false,
    prepare(turn) {
      if (process.platform !== 'linux' || process.getuid?.() !== 0)
        return 'this is not the administrator of a Linux'
      chmodSync(dirname(turn.folder), 0o711)
      everything(turn.folder, (path) => chownSync(path, NOBODY.uid, NOBODY.gid))
      return null
    },
    async happen(turn, log) {
      const folders = everything(turn.folder, () => {}).filter((path) => statSync(path).isDirectory())
      for (let count = 1 + turn.random(3); count > 0; count--) {
        const path = folders[turn.random(folders.length)] ?? turn.folder
        log.push(`${path.slice(turn.folder.length)} is readable only`)
        chmodSync(path, 0o555)
      }
      return [await runExport(turn.folder, turn.ground, null, undefined, NOBODY).ended]
    },
    clear: ({ folder }) => {
      everything(folder, (path) => statSync(path).isDirectory() && chmodSync(path, 0o755))
    },
  },
  {
    name: 'three at once, one killed',
    isHelpless: true,
    async happen(turn, log) {
      const { folder, ground, whole } = turn
      const all = [1, 2, 3].map(() => runExport(folder, ground, null))
      const after = turn.random(Math.ceil(whole.milliseconds * 2))
      log.push(`one is killed after ${after} ms`)
      const clock = setTimeout(() => all[turn.random(3)]?.child.kill('SIGKILL'), after)
      const ends = await Promise.all(all.map(({ ended }) => ended))
      clearTimeout(clock)
      return ends
    },
  },
]

async function harmed(turn: Turn, log: string[], what: Harm['what'], at?: number, on = false): Promise<End> {
  const { folder, ground, whole, random } = turn
  const late = whole.steps - random(Math.min(whole.steps, LAST))
  const step = at ?? (random(2) === 0 ? late : 1 + random(whole.steps))
  log.push(`${what} at step ${step} of ${whole.steps}${on ? ' and on' : ''}`)
  return runExport(folder, ground, { step, what, on, within: folder }).ended
}

function refused(turn: Turn, log: string[], on: boolean): Promise<End> {
  const codes = ['ENOSPC', 'EACCES', 'EIO', 'EROFS'] as const
  return harmed(turn, log, codes[turn.random(codes.length)] ?? 'EIO', undefined, on)
}

async function signalled(turn: Turn, log: string[], signal: NodeJS.Signals): Promise<readonly End[]> {
  const after = turn.random(Math.ceil(turn.whole.milliseconds))
  log.push(`${signal} after ${after} ms`)
  const { child, ended } = runExport(turn.folder, turn.ground, null)
  const clock = setTimeout(() => child.kill(signal), after)
  const end = await ended
  clearTimeout(clock)
  // Before it listens, it ends as any process does that is told to.
  return [end]
}

/** Puts a turn's folder on a small disk of its own; gives why that can't be, or null. */
function moveToDisk({ folder }: Turn, megabytes: number): string | null {
  const aside = `${folder}-aside`
  renameSync(folder, aside)
  const refusal = mountDisk(folder, megabytes)
  if (refusal !== null) rmSync(folder, { recursive: true, force: true })
  else cpSync(aside, folder, { recursive: true, preserveTimestamps: true })
  if (refusal === null) rmSync(aside, { recursive: true, force: true })
  else renameSync(aside, folder)
  return refusal
}

/** Does something to a folder and to all that is below it, the folder last; gives their paths. */
function everything(folder: string, work: (path: string) => unknown): readonly string[] {
  const paths = readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path)))
  const all = [...paths.filter((path) => existsSync(path)), folder]
  for (const path of all) work(path)
  return all
}

import { accessSync, constants, realpathSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { Failure } from '../../core/errors.ts'
import { OWN } from './site-folder.ts'
import { type Program, type Watcher, runProgram } from './onward-process.ts'

/** Where a site is, whose it is, and what programs are given. */
export interface GitPlace {
  readonly site: string
  /** The library's folder: a repository that came with a library is not used. */
  readonly library: string
  readonly env: Readonly<Record<string, string>>
  /** `2026-01-31`, for the commit's message. */
  readonly day: string
}

/** The program `git` on a path as the system has it; null when there is none. */
export function findGit(path: string): string | null {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git']
  for (const folder of path.split(delimiter).filter((one) => one !== '')) {
    for (const name of names) {
      const file = join(folder, name)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {
        // Not here.
      }
    }
  }
  return null
}

/**
 * Commits what changed in the site's folder, but not Longhand's own notes, and pushes. Gives what the last command gave
 * back: the first that fails is the last.
 *
 * @throws Failure `onward.refused`
 */
export async function publishByGit(place: GitPlace, watcher: Watcher): Promise<number | null> {
  const file = findGit(place.env['PATH'] ?? '')
  if (file === null) throw new Failure('onward.refused', { problem: 'noGit', what: 'git' })
  const git = new Git(file, place, watcher)
  await git.requireRepository()
  const added = await git.say('add', '--all', '--', '.', `:(exclude)${OWN}`)
  if (added !== 0) return added
  const isSame = (await git.ask('diff', '--cached', '--quiet', '--', '.')).exit === 0
  if (!isSame) {
    const committed = await git.say('commit', '--quiet', '--message', `Site of ${place.day}`, '--', '.')
    if (committed !== 0) return committed
  }
  if (watcher.signal.aborted) return null
  return git.say(...(await git.push()))
}

class Git {
  readonly #file: string
  readonly #place: GitPlace
  readonly #watcher: Watcher

  constructor(file: string, place: GitPlace, watcher: Watcher) {
    this.#file = file
    this.#place = place
    this.#watcher = watcher
  }

  /** A repository of the writer's own has to be there; one in the library's folder came with the library. */
  async requireRepository(): Promise<void> {
    const { site, library } = this.#place
    const { exit, text } = await this.ask('rev-parse', '--absolute-git-dir')
    if (exit !== 0) throw new Failure('onward.refused', { problem: 'noRepository', what: site })
    const repository = realpathSync(text.trim())
    if (`${repository}${sep}`.startsWith(`${realpathSync(library)}${sep}`)) {
      throw new Failure('onward.refused', { problem: 'foreignRepository', what: repository })
    }
  }

  /** The words of a push: to where the branch goes already, or for the first time to the one remote there is. */
  async push(): Promise<readonly [string, ...string[]]> {
    if ((await this.ask('rev-parse', '--abbrev-ref', '@{upstream}')).exit === 0) return ['push']
    const remotes = (await this.ask('remote')).text.split('\n').filter((name) => name !== '')
    const remote = remotes.includes('origin') ? 'origin' : remotes[0]
    if (remote === undefined)
      throw new Failure('onward.refused', { problem: 'noRemote', what: this.#place.site })
    return ['push', '--set-upstream', remote, 'HEAD']
  }

  /** Runs a command that the writer sees, with what it prints. */
  async say(...args: readonly string[]): Promise<number | null> {
    this.#watcher.onText(`$ git ${args.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')}\n`)
    return runProgram(this.#program(args), this.#watcher)
  }

  /** Runs one for its answer. */
  async ask(...args: readonly string[]): Promise<{ exit: number | null; text: string }> {
    let text = ''
    const onText = (more: string): void => void (text += more)
    const exit = await runProgram(this.#program(args), { signal: this.#watcher.signal, onText })
    return { exit, text }
  }

  #program(args: readonly string[]): Program {
    const { site, env } = this.#place
    // A folder that looks like a repository without being one of the writer's making is none.
    return { file: this.#file, args: ['-c', 'safe.bareRepository=explicit', ...args], cwd: site, env }
  }
}

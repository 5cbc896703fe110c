/** Runs what the writer set up to follow an export. */
import type { Onward, OnwardReport } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { type Program, type Watcher, runProgram } from './onward-process.ts'
import { publishByGit } from './onward-git.ts'
import { isFolder } from './site-folder.ts'

export interface OnwardPlace {
  /** The folders of the exported site and of its library. */
  readonly site: string
  readonly library: string
  /** Today, `2026-01-31`. */
  readonly day: string
}

/** What programs need to find others, the writer's own settings and keys, and a place for temporary files. */
const PASSED = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TMPDIR', 'TZ', 'SHELL'],
  ...['SSH_AUTH_SOCK', 'GNUPGHOME', 'XDG_CONFIG_HOME', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'],
  ...['SystemRoot', 'SystemDrive', 'windir', 'ComSpec', 'PATHEXT', 'USERPROFILE', 'USERNAME', 'HOMEDRIVE'],
  ...['HOMEPATH', 'APPDATA', 'LOCALAPPDATA', 'ProgramData', 'ProgramFiles', 'TEMP', 'TMP'],
]

/** All that a program is told: where it is, and where site and library lie. Nothing of what the library holds. */
export function environmentFor(
  { site, library }: Pick<OnwardPlace, 'site' | 'library'>,
  from: Readonly<NodeJS.ProcessEnv> = process.env,
): Readonly<Record<string, string>> {
  const passed = Object.entries(from).filter(([name]) => PASSED.some((one) => sameName(one, name)))
  return {
    ...Object.fromEntries(passed.map(([name, value]) => [name === 'Path' ? 'PATH' : name, value ?? ''])),
    LONGHAND_SITE: site,
    LONGHAND_LIBRARY: library,
    // There is nobody at a terminal to be asked.
    GIT_TERMINAL_PROMPT: '0',
  }
}

const sameName = (one: string, other: string): boolean =>
  process.platform === 'win32' ? one.toLowerCase() === other.toLowerCase() : one === other

/**
 * Runs it in the site's folder until it ends, or is aborted and ended with everything that it started.
 *
 * @throws Failure `onward.refused`
 */
export async function runOnward(onward: Onward, place: OnwardPlace, watcher: Watcher): Promise<OnwardReport> {
  const started = performance.now()
  if (!isFolder(place.site)) throw new Failure('file.refused', { path: place.site, reason: 'ENOENT' })
  const env = environmentFor(place)
  const exit =
    onward.way === 'git'
      ? await publishByGit({ ...place, env }, watcher)
      : await runProgram(programOf(onward, place.site, env), watcher)
  return {
    exit,
    isCancelled: watcher.signal.aborted,
    milliseconds: Math.round(performance.now() - started),
  }
}

function programOf(
  onward: Exclude<Onward, { way: 'git' }>,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Program {
  if (onward.way === 'command') {
    const [file = '', ...args] = onward.argv
    return { file, args, cwd, env }
  }
  if (process.platform !== 'win32') return { file: '/bin/sh', args: ['-c', onward.line], cwd, env }
  const shell = env['ComSpec'] ?? 'cmd.exe'
  return { file: shell, args: ['/d', '/s', '/c', `"${onward.line}"`], cwd, env, isVerbatim: true }
}

import { existsSync } from 'node:fs'
import { run } from './run.mjs'
import { say, SetupError } from './say.mjs'

/** What Chromium needs of a bare Debian or Ubuntu. */
const FOR_ELECTRON = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libnotify4',
  'libsecret-1-0',
  'dbus',
]

/** What shows a window where there is no display. */
const FOR_HIDDEN_DISPLAY = ['xvfb', 'xauth']

/**
 * Installs the system libraries that Electron needs and that are missing: on Debian and Ubuntu as root.
 * Otherwise says what to install; Electron itself tells what it lacks.
 * @param {{ hiddenDisplay: boolean }} need hiddenDisplay: also what runs windows without a display
 */
export async function ensureSystemLibraries(need) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return
  const wanted = need.hiddenDisplay ? [...FOR_ELECTRON, ...FOR_HIDDEN_DISPLAY] : FOR_ELECTRON
  const missing = missingFrom(wanted, await installedPackages(wanted))
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    say(`System libraries are missing. Install them with: sudo apt-get install ${missing.join(' ')}`)
    return
  }
  say(`Installing system libraries: ${missing.join(' ')} …`)
  const { code, output } = await aptInstall(missing)
  if (code !== 0)
    throw new SetupError(
      `${output.trim()}\nThe system libraries could not be installed: see apt-get's words above.`,
    )
}

/**
 * @param {readonly string[]} wanted
 * @param {string} installed lines `name status`, as installedPackages gives them
 * @returns {string[]} those that are not installed, under either of their names
 */
export function missingFrom(wanted, installed) {
  const there = new Set(
    installed
      .split('\n')
      .map((line) => /^(\S+?)(?::\S+)? ii/.exec(line)?.[1])
      .filter(Boolean),
  )
  // Newer releases call the libraries with 64-bit times NAMEt64.
  return wanted.filter((name) => !there.has(name) && !there.has(`${name}t64`))
}

/** @param {readonly string[]} wanted */
async function installedPackages(wanted) {
  const names = wanted.flatMap((name) => [name, `${name}t64`])
  // It ends with code 1 when it knows one of the names not; what it does know is on its output.
  const query = ['-W', '-f', '${Package} ${db:Status-Abbrev}\\n', ...names]
  return (await run('dpkg-query', query, { quiet: true })).output
}

/** @param {readonly string[]} names */
async function aptInstall(names) {
  const install = async () =>
    run(
      'apt-get',
      [
        'install',
        '-y',
        '--no-install-recommends',
        '-o',
        'DPkg::Lock::Timeout=300',
        ...(await realNames(names)),
      ],
      {
        quiet: true,
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      },
    )
  const first = await install()
  if (first.code === 0) return first
  // A fresh machine has no package lists, or old ones.
  await run('apt-get', ['update', '-o', 'DPkg::Lock::Timeout=300'], { quiet: true })
  return install()
}

/** @param {readonly string[]} names */
function realNames(names) {
  return Promise.all(
    names.map(async (name) => {
      const { code, output } = await run('apt-cache', ['show', '--no-all-versions', `${name}t64`], {
        quiet: true,
      })
      return code === 0 && output.includes('Package:') ? `${name}t64` : name
    }),
  )
}

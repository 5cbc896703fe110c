import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { COMMON_MODULES, FALLBACK_DIST, FALLBACK_MODULES } from '../setup/electron-fallback.mjs'
import { makeWhole } from '../setup/files.mjs'
import { withLock } from '../setup/lock.mjs'
import { OUT, ROOT, RUNTIME } from '../setup/paths.mjs'
import { run, runNode } from '../setup/run.mjs'
import { say, SetupError } from '../setup/say.mjs'

const DIST = join(ROOT, 'dist')
const UNPACKED = join(DIST, 'linux-unpacked')
const FOR_TESTS = ['--linux', 'dir', '--x64', '--publish', 'never']
const BUILDER = 'node_modules/electron-builder/cli.js'

/** The app as the test package holds it: with the better-sqlite3 that suits the fallback Electron. */
const TEST_APP = join(RUNTIME, 'package-app')

/**
 * Makes the packages that can be made on this machine, in dist/.
 * @param {import('../setup/electron.mjs').Electron} electron
 * @param {readonly string[]} options more of electron-builder's, for packages for users
 */
export function makePackage(electron, options) {
  return withLock('package', () =>
    electron.official ? packageForUsers(options) : packageForTests(electron.version),
  )
}

/**
 * With the official Electron: all that electron-builder.yml names for this platform, for this processor.
 * @param {readonly string[]} options
 */
async function packageForUsers(options) {
  const args = [`--${process.arch}`, '--publish', 'never', ...options]
  demandSuccess(await runNode(BUILDER, args, { toStderr: true }))
}

/**
 * With the fallback Electron: the same app, to be started by tests, as a folder and as a tar.gz. AppImage, deb and
 * electron-builder's own tar.gz need tools that come from GitHub, as Electron does.
 * @param {string} version
 */
async function packageForTests(version) {
  say(`This is a TEST PACKAGE, with the unofficial Electron ${version}: not for users.`)
  await rm(UNPACKED, { recursive: true, force: true })
  await makeWhole(TEST_APP, (draft) => stageForPackage(draft))
  const args = [
    ...FOR_TESTS,
    `--projectDir=${TEST_APP}`,
    `--config=${join(ROOT, 'electron-builder.yml')}`,
    `-c.directories.output=${DIST}`,
    `-c.electronDist=${FALLBACK_DIST}`,
    `-c.electronVersion=${version}`,
    // Playwright drives the main process through the inspector. In a package for users this fuse is off.
    '-c.electronFuses.enableNodeCliInspectArguments=true',
  ]
  demandSuccess(await runNode(BUILDER, args, { toStderr: true }))
  await rm(join(UNPACKED, 'resources', 'default_app.asar'))
  const name = `Longhand-${JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')).version}-linux-x64-test`
  const tar = [
    '-I',
    'gzip -1',
    '-cf',
    join(DIST, `${name}.tar.gz`),
    '--transform',
    `s,^linux-unpacked,${name},`,
    'linux-unpacked',
  ]
  demandSuccess(await run('tar', ['-C', DIST, ...tar]))
  say(`Made ${UNPACKED} and ${name}.tar.gz beside it.`)
}

/** @param {import('../setup/run.mjs').RunResult} result */
function demandSuccess({ code }) {
  if (code !== 0) throw new SetupError('The package could not be made: see the words above.')
}

/** @param {string} folder */
async function stageForPackage(folder) {
  const description = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  const { version } = JSON.parse(
    await readFile(join(FALLBACK_MODULES, 'better-sqlite3', 'package.json'), 'utf8'),
  )
  description.dependencies = { ...description.dependencies, 'better-sqlite3': version }
  delete description.devDependencies
  delete description.optionalDependencies
  await writeFile(join(folder, 'package.json'), JSON.stringify(description, null, 2))
  await cp(OUT, join(folder, 'out'), { recursive: true })
  await cp(join(ROOT, 'resources'), join(folder, 'resources'), { recursive: true })
  await cp(FALLBACK_MODULES, join(folder, 'node_modules'), { recursive: true })
  for (const name of COMMON_MODULES) {
    await cp(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true })
  }
  await mkdir(join(folder, 'scripts', 'package'), { recursive: true })
  await cp(join(ROOT, 'scripts', 'package', 'longhand'), join(folder, 'scripts', 'package', 'longhand'))
}

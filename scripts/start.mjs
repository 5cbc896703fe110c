import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hasDisplay, sandboxSwitches } from './setup/display.mjs'
import { ROOT } from './setup/paths.mjs'
import { run, runNode } from './setup/run.mjs'
import { runScript, say, SetupError } from './setup/say.mjs'
import { readyForWindow, readyToBuild } from './setup/steps.mjs'

const SAMPLE_LIBRARY = join(ROOT, 'dist', 'sample-library')
const SAMPLE_SITE = join(ROOT, 'dist', 'sample-site')

await runScript(() => (hasDisplay() ? openWindow() : exportSample()))

async function openWindow() {
  const electron = await readyForWindow()
  const { code } = await run(electron.executablePath, [
    ...sandboxSwitches(),
    electron.appDir,
    ...process.argv.slice(2),
  ])
  return code
}

/** Without a display: what a reader would get, from the library that a first start offers. */
async function exportSample() {
  await readyToBuild()
  say('There is no display here, so no window: exporting the sample library instead.')
  await rm(SAMPLE_LIBRARY, { recursive: true, force: true })
  await longhand('sample', '--language', 'nl', '--library', SAMPLE_LIBRARY)
  await longhand('export', '--library', SAMPLE_LIBRARY, '--out', SAMPLE_SITE)
  console.log(join(SAMPLE_SITE, 'index.html'))
}

/** @param {...string} args */
async function longhand(...args) {
  const { code } = await runNode('out/main/cli.js', args)
  if (code !== 0) throw new SetupError(`"longhand ${args[0]}" ended with code ${code}: see its words above.`)
}

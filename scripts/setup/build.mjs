import { join } from 'node:path'
import { fingerprint, makeWhole, readIfThere, writeWhole } from './files.mjs'
import { withLock } from './lock.mjs'
import { OUT, ROOT, RUNTIME } from './paths.mjs'
import { runNode } from './run.mjs'
import { say, SetupError } from './say.mjs'

/** Everything that the build is made of. */
const SOURCES = [
  'core',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]
const STAMP = '.stamp'

const ELECTRON_VITE = 'node_modules/electron-vite/bin/electron-vite.js'

/** Builds main, preload and renderer into out/, unless what is there was made of these very sources. */
export async function ensureBuild() {
  if (isBuilt()) return
  await withLock('build', async () => {
    if (isBuilt()) return
    say('Building …')
    // Taken before: a file that is saved during the build belongs to the next one.
    const sources = fingerprint(ROOT, SOURCES)
    await makeWhole(
      OUT,
      async (draft) => {
        const { code, output } = await runNode(ELECTRON_VITE, ['build', '--outDir', draft], { quiet: true })
        if (code !== 0) throw new SetupError(`${output.trim()}\nThe build failed: see the words above.`)
        await writeWhole(join(draft, STAMP), sources)
      },
      join(RUNTIME, 'build'),
    )
  })
}

/** Whether out/ was built from the sources as they are now. */
export function isBuilt() {
  return readIfThere(join(OUT, STAMP)) === fingerprint(ROOT, SOURCES)
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onSomeDisplay } from './setup/display.mjs'
import { ROOT } from './setup/paths.mjs'
import { run, runNode } from './setup/run.mjs'
import { runScript, say, SetupError } from './setup/say.mjs'
import { readyForWindow } from './setup/steps.mjs'

const CHECKER = 'vnu-jar@26.9.27'
const PEERS = join(ROOT, '.runtime', 'peers')
const JAR = join(PEERS, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar')
const SITES = join(ROOT, '.runtime', 'validate')

// Has both sample sites, and that of real posts where LONGHAND_CORPORA names them, checked in every theme: by the Nu
// HTML Checker, each page, and by axe in a real browser.
await runScript(async () => {
  await readyForWindow()
  await ensureChecker()
  const nu = await runNode('tests/validate/main.ts', [SITES, JAR])
  const words = ['node_modules/@playwright/test/cli.js', 'test', '--project', 'validate']
  const axe = await run(...onSomeDisplay(process.execPath, words), { env: { LONGHAND_SITES: SITES } })
  return nu.code || axe.code
})

async function ensureChecker() {
  const java = await run('java', ['-version'], { quiet: true })
  if (java.code !== 0)
    throw new SetupError(
      'The Nu HTML Checker needs Java 11 or later. Install it (Debian: apt-get install default-jre-headless) and try again.',
    )
  if (existsSync(JAR)) return
  say(`Installing ${CHECKER} …`)
  const { code, output } = await run('npm', ['install', '--no-save', '--prefix', PEERS, CHECKER], {
    quiet: true,
  })
  if (code !== 0) throw new SetupError(`${output.trim()}\nThe Nu HTML Checker could not be installed.`)
}

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { OUT } from './setup/paths.mjs'
import { runScript } from './setup/say.mjs'
import { readyToBuild } from './setup/steps.mjs'

await runScript(readyToBuild)
if (process.exitCode === 0) {
  process.exitCode = undefined
  // In this very process: no second start of Node, and input, output and exit code are the command's own.
  const program = join(OUT, 'main', 'cli.js')
  process.argv[1] = program
  await import(pathToFileURL(program).href)
}

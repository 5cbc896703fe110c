import { join } from 'node:path'
import { forget, noted } from './recap/recap.mjs'
import { onSomeDisplay } from './setup/display.mjs'
import { ROOT } from './setup/paths.mjs'
import { run, runNode } from './setup/run.mjs'
import { runScript, SetupError } from './setup/say.mjs'
import { readyForWindow, readyToRun } from './setup/steps.mjs'

const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'

// Every stage starts many processes of the same modules: Node compiles each once.
process.env['NODE_COMPILE_CACHE'] ??= join(ROOT, '.runtime', 'compiled')

/**
 * The stages of `npm test`, in order; each gives its exit code.
 * @type {Record<string, () => Promise<number>>}
 */
const STAGES = {
  setup: async () => {
    await readyForWindow()
    return 0
  },
  check: () => script('scripts/check.mjs'),
  units: () => script('node_modules/vitest/vitest.mjs', 'run'),
  e2e: () => inWindow('--project', 'window'),
  package: async () => (await script('scripts/package.mjs')) || inWindow('--project', 'package'),
}

await runScript(async () => {
  forget()
  await readyToRun()
  /** @type {string[]} */
  const lines = []
  let failed = false
  for (const name of chosenStages(process.argv.slice(2))) {
    console.log(`\n── ${name} ──`)
    const start = performance.now()
    const code = await STAGES[name]?.()
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    failed ||= code !== 0
    lines.push(
      code === 0 ? `passed  ${name}  (${seconds} s)` : `FAILED  ${name}  (${seconds} s, exit code ${code})`,
    )
  }
  console.log(`\n${noted()}${lines.join('\n')}`)
  return failed ? 1 : 0
})

/**
 * `--only NAME` or `--only NAME,NAME` runs these stages; without it all are run.
 * @param {readonly string[]} args
 * @returns {string[]}
 */
function chosenStages(args) {
  const all = Object.keys(STAGES)
  if (args.length === 0) return all
  const names = (args[0] === '--only' ? args[1] : args[0]?.replace(/^--only=/, ''))?.split(',') ?? []
  if (names.length === 0 || names.some((name) => !all.includes(name))) {
    throw new SetupError(`Give the stages to run as: npm test -- --only ${all.join(',')}`)
  }
  // The window and the package need what set-up brings; it says nothing when all is there.
  return ['setup', ...names.filter((name) => name !== 'setup')]
}

/** @param {[file: string, ...args: string[]]} command */
async function script(...[file, ...args]) {
  return (await runNode(file, args)).code
}

/** @param {...string} args */
async function inWindow(...args) {
  return (await run(...onSomeDisplay(process.execPath, [PLAYWRIGHT, 'test', ...args]))).code
}

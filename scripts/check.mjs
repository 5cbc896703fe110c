import { runNode } from './setup/run.mjs'
import { runScript, say } from './setup/say.mjs'
import { readyToRun } from './setup/steps.mjs'

/**
 * What is checked, by name: each a program of the packages and its arguments.
 * @type {Record<string, readonly [string, ...string[]]>}
 */
const CHECKS = {
  types: ['typescript/bin/tsc', '--noEmit'],
  lint: ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  format: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  unused: ['knip/bin/knip.js'],
}

await runScript(async () => {
  await readyToRun()
  const asked = process.argv.slice(2)
  const names = asked.length > 0 ? asked : Object.keys(CHECKS)
  const results = await Promise.all(names.map(check))
  const failed = results.filter((result) => !result.passed)
  for (const { name, output } of failed) console.log(`\n${name}:\n${output.trim()}`)
  for (const { name, passed, seconds } of results)
    console.log(`${passed ? 'passed' : 'FAILED'}  ${name}  (${seconds} s)`)
  return failed.length > 0 ? 1 : 0
})

/** @param {string} name */
async function check(name) {
  const [program, ...args] = CHECKS[name] ?? []
  if (!program) {
    say(`There is no check "${name}": choose from ${Object.keys(CHECKS).join(', ')}.`)
    return { name, passed: false, output: '', seconds: '0.0' }
  }
  const start = performance.now()
  const { code, output } = await runNode(`node_modules/${program}`, args, { quiet: true })
  return { name, passed: code === 0, output, seconds: ((performance.now() - start) / 1000).toFixed(1) }
}

import { parseArgs } from 'node:util'
import { onSomeDisplay } from './setup/display.mjs'
import { run } from './setup/run.mjs'
import { runScript } from './setup/say.mjs'
import { readyForWindow, readyToRun } from './setup/steps.mjs'

// `npm run torture -- --runs 200 --seed 1`: kills the real application while someone types, again and again.
// `npm run torture -- --kills 50`: kills migrating, exporting, bringing in, backing up, restoring and rescuing.
// `npm run torture -- --exports 20`: kills, stops and refuses exports in every way, in every kind of folder.
// `npm run torture -- --two --seconds 60`: two processes write to one library, and every update is counted.
await runScript(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      kills: { type: 'string' },
      exports: { type: 'string' },
      two: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '60' },
    },
  })
  if (values.two) {
    await readyToRun()
    const { code } = await run(process.execPath, ['tests/electron/two/main.ts', values.seconds, values.seed])
    return code
  }
  if (values.kills !== undefined) {
    await readyToRun()
    return (await run(process.execPath, ['tests/electron/kills/main.ts', values.kills, values.seed])).code
  }
  if (values.exports !== undefined) {
    await readyToRun()
    const tries = ['tests/electron/publish/kills/main.ts', values.exports, values.seed]
    return (await run(process.execPath, tries)).code
  }
  await readyForWindow()
  process.env['LONGHAND_TORTURE_RUNS'] = values.runs
  process.env['LONGHAND_TORTURE_SEED'] = values.seed
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--project=window']
  const { code } = await run(...onSomeDisplay(process.execPath, [...playwright, 'tests/e2e/torture.test.ts']))
  return code
})

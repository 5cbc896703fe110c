import { parseArgs } from 'node:util'
import { onSomeDisplay } from './setup/display.mjs'
import { run } from './setup/run.mjs'
import { runScript } from './setup/say.mjs'
import { readyForWindow } from './setup/steps.mjs'

// `npm run torture -- --runs 200 --seed 1`: kills the real application while someone types, again and again.
await runScript(async () => {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
  })
  await readyForWindow()
  process.env['LONGHAND_TORTURE_RUNS'] = values.runs
  process.env['LONGHAND_TORTURE_SEED'] = values.seed
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--project=window']
  const { code } = await run(...onSomeDisplay(process.execPath, [...playwright, 'tests/e2e/torture.test.ts']))
  return code
})

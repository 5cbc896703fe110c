import { onSomeDisplay } from './setup/display.mjs'
import { run } from './setup/run.mjs'
import { runScript } from './setup/say.mjs'
import { readyForWindow, readyToRun } from './setup/steps.mjs'

// Takes the pictures of README anew, in the real window, into docs/screenshots.
await runScript(async () => {
  await readyToRun()
  await readyForWindow()
  const playwright = [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--project',
    'pictures',
    '--workers',
    '1',
  ]
  return (await run(...onSomeDisplay(process.execPath, playwright))).code
})

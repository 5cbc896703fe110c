import { onSomeDisplay } from './setup/display.mjs'
import { run } from './setup/run.mjs'
import { runScript } from './setup/say.mjs'
import { readyForWindow } from './setup/steps.mjs'

await runScript(async () => {
  await readyForWindow()
  const { code } = await run(
    ...onSomeDisplay(process.execPath, ['tests/bench/main.ts', ...process.argv.slice(2)]),
  )
  return code
})

import { runScript } from './setup/say.mjs'
import { readyForWindow } from './setup/steps.mjs'

await runScript(async () => {
  await readyForWindow()
})

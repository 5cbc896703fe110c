import { runScript } from './setup/say.mjs'
import { readyForWindow } from './setup/steps.mjs'

await runScript(async () => {
  const electron = await readyForWindow()
  const { makePackage } = await import('./package/make.mjs')
  await makePackage(electron, process.argv.slice(2))
})

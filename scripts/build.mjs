import { readyToBuild } from './setup/steps.mjs'
import { runScript } from './setup/say.mjs'

await runScript(readyToBuild)

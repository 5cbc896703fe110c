// What an Electron without an app of its own starts with: it opens the app whose folder is its first
// argument, as the default app in the official Electron does.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as electron from 'electron'

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!folder) throw new Error('Give the folder of an app as the first argument.')

const root = resolve(folder)
const { productName, name, version, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
// What Electron keeps for its own default app is not in its types.
const app = /** @type {any} */ (electron.app)
app.setName(productName ?? name)
app.setVersion(version)
app.setAppPath(root)
Object.assign(process, { defaultApp: true })
await import(pathToFileURL(join(root, main)).href)

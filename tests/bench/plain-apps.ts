/** The plain Electron applications that the window is measured beside: an empty window, and a bare CodeMirror. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const MAIN = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } })
  window.loadFile('PAGE')
})
app.on('window-all-closed', () => app.quit())
`

/** Makes an application that opens one page, in `folder`; gives the folder. */
export function plainApp(folder: string, page: string): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'plain', version: '1.0.0', main: 'main.cjs' }),
  )
  writeFileSync(join(folder, 'main.cjs'), MAIN.replace('PAGE', page))
  return folder
}

/** An application whose window shows an empty page. */
export function blankApp(folder: string): string {
  plainApp(folder, 'blank.html')
  writeFileSync(
    join(folder, 'blank.html'),
    '<!doctype html><html lang="en"><title>Blank</title><body></body></html>',
  )
  return folder
}

/** An application whose window shows a bare CodeMirror, bundled from `tests/bench/bare`. */
export async function bareEditorApp(root: string, folder: string): Promise<string> {
  plainApp(folder, 'page/index.html')
  await build({
    root: join(root, 'tests', 'bench', 'bare'),
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(folder, 'page'), target: 'chrome130', modulePreload: false },
  })
  return folder
}

import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownFolder } from './folder.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** What lint says of one line of code at a place in the repository. */
async function lint(file: string, code: string): Promise<string> {
  const folder = ownFolder()
  cpSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  mkdirSync(join(folder, dirname(file)), { recursive: true })
  writeFileSync(join(folder, file), `${code}\n`)
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(ROOT, 'node_modules/oxlint/bin/oxlint')],
      { cwd: folder },
      (_, stdout) => {
        done(stdout)
      },
    )
  })
}

describe('the walls between folders', () => {
  it.each([
    ['core/article.ts', `export { readFileSync } from 'node:fs'`],
    ['core/article.ts', `export { app } from 'electron'`],
    ['core/page/page.ts', `export { openLibrary } from '../../electron/library/library.ts'`],
    ['core/page/page.ts', `export { App } from '../../renderer/App.tsx'`],
    ['core/article.ts', 'export const width = window.innerWidth'],
    ['core/article.ts', 'export const folder = process.env.HOME'],
    ['renderer/App.tsx', `export { readFileSync } from 'node:fs'`],
    ['renderer/App.tsx', `export { ipcRenderer } from 'electron'`],
    ['renderer/list/List.tsx', `export { openLibrary } from '../../electron/library/library.ts'`],
    ['electron/library/library.ts', `export { app } from 'electron'`],
    ['electron/ipc/bridge.ts', `export { App } from '../../renderer/App.tsx'`],
    ['electron/shell/window.ts', `export { App } from '../../renderer/App.tsx'`],
    ['electron/shell/window.ts', `import { ipcMain } from 'electron'\nexport const bridge = ipcMain`],
  ])('stop, in %s: %s', async (file, code) => {
    expect(await lint(file, code)).toMatch(/no-restricted-(imports|globals)/)
  })

  it.each([
    ['electron/library/library.ts', `export { isScheduled } from '../../core/article.ts'`],
    ['electron/library/library.ts', `export { readFileSync } from 'node:fs'`],
    ['renderer/App.tsx', `export { isScheduled } from '../core/article.ts'`],
    ['electron/shell/window.ts', `export { BrowserWindow } from 'electron'`],
    ['electron/shell/application.ts', `import { ipcMain } from 'electron'\nexport const bridge = ipcMain`],
    ['core/page/page.ts', `export { isScheduled } from '../article.ts'`],
  ])('let through, in %s: %s', async (file, code) => {
    expect(await lint(file, code)).not.toContain('no-restricted')
  })
})

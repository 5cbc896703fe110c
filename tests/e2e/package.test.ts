import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { listPackage } from '@electron/asar'
import { expect, packagedProgram, test } from './harness.ts'

const folder = dirname(packagedProgram())

test('the package holds no source maps, tests, sources or other platforms’ binaries', async () => {
  const archive = join(folder, 'resources', 'app.asar')
  const files = [...listPackage(archive, { isPack: false }), ...(await readdir(folder, { recursive: true }))]
  expect(files).toContain('/out/main/main.js')
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
  expect(files.filter((file) => /\.tsx?$|(^|\/)tests?\/|\.test\./.test(file))).toEqual([])
  expect(files.filter((file) => /better-sqlite3\/(deps|src)\b/.test(file))).toEqual([])
  const modules = new Set(files.map((file) => /^\/node_modules\/([^/]+)/.exec(file)?.[1]).filter(Boolean))
  // The last two belong to the better-sqlite3 of a test package.
  expect(['better-sqlite3', 'bindings', 'file-uri-to-path']).toEqual(expect.arrayContaining([...modules]))
  const binaries = files.filter((file) => file.endsWith('.node'))
  expect(binaries.length).toBeGreaterThan(0)
  expect(binaries.filter((file) => !/better_sqlite3\.node$|linux-x64\.node$/.test(file))).toEqual([])
})

test('the packaged application starts with its window', async ({ launchPackaged }) => {
  const { app, window } = await launchPackaged()
  expect(await app.evaluate(({ app: electron }) => electron.isPackaged)).toBe(true)
  await expect(window.locator('body')).toBeVisible()
  await expect(window).toHaveTitle(/Longhand/)
})

test('the package runs the command line without a display', async ({ folder: own }) => {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...environment } = process.env
  const longhand = (...args: string[]) =>
    promisify(execFile)(join(folder, 'bin', 'longhand'), args, { env: environment })
  const library = join(own, 'library')
  await longhand('init', '--library', library, '--name', 'Proef', '--language', 'nl-NL')
  const { stdout, stderr } = await longhand('list', '--library', library, '--json')
  expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' })
})

import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { listPackage } from '@electron/asar'
import { expect, packagedProgram, test } from './harness.ts'
import { chooseInMenu } from './menu.ts'
import { articleList } from './panes.ts'

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
  expect(['better-sqlite3', 'wasm-vips', 'bindings', 'file-uri-to-path']).toEqual(
    expect.arrayContaining([...modules]),
  )
  const binaries = files.filter((file) => file.endsWith('.node'))
  expect(binaries.length).toBeGreaterThan(0)
  expect(binaries.filter((file) => !/better_sqlite3\.node$|linux-x64\.node$/.test(file))).toEqual([])
})

test('the packaged application makes a library, keeps an article and exports it', async ({
  folder: own,
  launchPackaged,
}) => {
  const { app, window, answerDialogs } = await launchPackaged()
  expect(await app.evaluate(({ app: electron }) => electron.isPackaged)).toBe(true)

  await answerDialogs(own, join(own, 'site'))
  await window.getByRole('button', { name: 'Start an empty library' }).click()
  await window.getByLabel('Name of the site').fill('Long way round')
  await window.getByRole('button', { name: 'Choose…' }).click()
  await expect(window.getByText(own)).toBeVisible()
  await window.getByRole('button', { name: 'Make library' }).click()

  await expect(articleList(window)).toBeVisible()
  await chooseInMenu(app, 'article.new')
  await window.getByPlaceholder('Title', { exact: true }).fill('The forest path')
  await window.locator('.cm-content').click()
  await window.keyboard.type('It begins **behind** the last house.')
  await window.getByRole('radiogroup', { name: 'Status' }).getByText('Published').click()

  await chooseInMenu(app, 'site.export')
  await window.getByRole('button', { name: 'Choose folder…' }).click()
  await window.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(window.getByText('The site is ready')).toBeVisible()
  const page = await readFile(join(own, 'site', 'the-forest-path.html'), 'utf8')
  expect(page).toContain('<p>It begins <strong>behind</strong> the last house.</p>')
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

import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Onward } from '../../../core/bridge.ts'
import { failureData } from '../../../core/errors.ts'
import { createLibrary, openLibrary } from '../../../electron/library/library.ts'
import { schemas } from '../../../electron/ipc/schemas/index.ts'
import { tempFolder } from '../library/temp-library.ts'
import { application } from './handlers.ts'

const PRINTS: Onward = { way: 'command', argv: [process.execPath, '-e', 'console.log("published")'] }

/** An application on a library that was exported before, as far as the settings know. */
async function exported(name = 'Proef') {
  const made = application()
  const root = tempFolder()
  const library = join(root, 'library')
  createLibrary(library, { name, language: 'nl-NL' }).close()
  await made.session.openFolder(library)
  const site = join(root, 'site')
  mkdirSync(site)
  made.session.settings.update({ exports: { [library]: site } })
  return { ...made, root, library, site }
}

const code = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => failureData(thrown).code,
  )

describe('what follows an export', () => {
  it('is nothing until the writer has agreed in a dialog of the system’s that shows it', async () => {
    const { ask, host, site } = await exported()
    expect(await ask['onward.get']({})).toBeNull()
    expect(await code(Promise.resolve(ask['onward.start']({ folder: site })))).toBe('onward.refused')
    host.answers.push('no')
    expect(await ask['onward.set']({ onward: PRINTS })).toBeNull()
    expect(await ask['onward.set']({ onward: PRINTS })).toEqual(PRINTS)
    expect(host.agreedTo).toHaveLength(2)
    expect(host.agreedTo[0]?.detail).toContain('console.log')
    const report = await ask['onward.start']({ folder: site })
    expect(report).toMatchObject({ exit: 0, isCancelled: false })
    const text = host.emitted
      .filter(({ name }) => name === 'onward.output')
      .map(({ event }) => (event as { text: string }).text)
    expect(text.join('')).toBe('published\n')
  })

  it('shows in that dialog what a line would hide', async () => {
    const { ask, host } = await exported()
    await ask['onward.set']({ onward: { way: 'shell', line: 'echo ok \u202E\n\n\n# rm -rf' } })
    expect(host.agreedTo[0]?.detail).toContain('echo ok \\u202e\\u000a\\u000a\\u000a# rm -rf')
  })

  it('is taken away without a question', async () => {
    const { ask, host } = await exported()
    await ask['onward.set']({ onward: PRINTS })
    expect(await ask['onward.set']({ onward: null })).toBeNull()
    expect(host.agreedTo).toHaveLength(1)
  })

  it('lies in the settings of this computer, and is not in the library', async () => {
    const { ask, session, library } = await exported()
    await ask['onward.set']({ onward: PRINTS })
    expect(Object.keys(session.settings.get().onward)).toEqual([library])
    session.close()
    const other = application()
    await other.session.openFolder(library)
    expect(await other.ask['onward.get']({})).toBeNull()
  })

  it('does not go along with a copy of the library, nor with the library to another place', async () => {
    const { ask, session, library, root } = await exported()
    await ask['onward.set']({ onward: PRINTS })
    session.close()
    cpSync(library, join(root, 'copy'), { recursive: true })
    await session.openFolder(join(root, 'copy'))
    expect(await ask['onward.get']({})).toBeNull()
    session.close()
    renameSync(library, join(root, 'moved'))
    session.settings.movedLibrary(library, join(root, 'moved'))
    await session.openFolder(join(root, 'moved'))
    expect(await ask['onward.get']({})).toBeNull()
  })

  it('is not for another library in the same place, and not lost for its own', async () => {
    const { ask, session, library, root, site } = await exported()
    await ask['onward.set']({ onward: PRINTS })
    session.close()
    renameSync(library, join(root, 'mine'))
    createLibrary(library, { name: 'Proef', language: 'nl-NL' }).close()
    await session.openFolder(library)
    expect(await ask['onward.get']({})).toBeNull()
    expect(await code(Promise.resolve(ask['onward.start']({ folder: site })))).toBe('onward.refused')
    session.close()
    rmSync(library, { recursive: true })
    renameSync(join(root, 'mine'), library)
    await session.openFolder(library)
    expect(await ask['onward.get']({})).toEqual(PRINTS)
  })

  it('takes nothing from a library, whatever that is called', async () => {
    const { ask, library, host, site } = await exported('"; touch ran; $(touch ran) `touch ran` \'')
    const other = openLibrary(library)
    other.articles.create({ title: '$(touch ran) "; touch ran #', body: 'x', status: 'published' })
    other.close()
    await ask['onward.set']({ onward: { way: 'shell', line: 'env | grep -c touch' } })
    await ask['onward.start']({ folder: site })
    expect(existsSync(join(site, 'ran'))).toBe(false)
    expect(host.emitted.filter(({ name }) => name === 'onward.output').map(({ event }) => event)).toEqual([
      { text: '0\n' },
    ])
  })

  it('runs for the last export alone, and not beside an export', async () => {
    const { ask, site, root } = await exported()
    await ask['onward.set']({
      onward: { way: 'command', argv: [process.execPath, '-e', 'setInterval(() => {}, 1000)'] },
    })
    expect(await code(Promise.resolve(ask['onward.start']({ folder: root })))).toBe('request.invalid')
    const running = ask['onward.start']({ folder: site })
    expect(await code(Promise.resolve(ask['export.start']({ folder: site })))).toBe('busy')
    await ask['onward.cancel']({})
    expect(await running).toMatchObject({ isCancelled: true })
  })

  it('is checked at the border', () => {
    const takes = (onward: unknown) => schemas['onward.set'].safeParse({ onward }).success
    expect(takes(PRINTS)).toBe(true)
    expect(takes({ way: 'git' })).toBe(true)
    expect(takes({ way: 'command', argv: [] })).toBe(false)
    expect(takes({ way: 'command', argv: [''] })).toBe(false)
    expect(takes({ way: 'command', argv: ['a\0b'] })).toBe(false)
    expect(takes({ way: 'git', remote: 'x' })).toBe(false)
    expect(takes({ way: 'shell', line: '' })).toBe(false)
  })
})

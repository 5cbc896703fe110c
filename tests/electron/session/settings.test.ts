import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, SettingsFile } from '../../../electron/session/settings.ts'
import { tempFolder } from '../library/temp-library.ts'

describe('the settings file', () => {
  let file: string
  let problems: string[]
  const open = (): SettingsFile => new SettingsFile(file, (problem) => problems.push(problem))

  beforeEach(() => {
    file = join(tempFolder(), 'deep', 'settings.json')
    problems = []
  })

  it('gives defaults when there is none yet, without a complaint', () => {
    expect(open().get()).toEqual(DEFAULT_SETTINGS)
    expect(problems).toEqual([])
  })

  it('keeps what was set for the next start', () => {
    open().update({ settings: { ...DEFAULT_SETTINGS.settings, appearance: 'dark' } })
    expect(open().get().settings.appearance).toBe('dark')
  })

  it('sets a file that is no JSON aside and goes on with defaults', () => {
    open().update({})
    writeFileSync(file, '{ half a')
    expect(open().get()).toEqual(DEFAULT_SETTINGS)
    expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe('{ half a')
    expect(problems).toHaveLength(1)
  })

  it('falls back for the part that it cannot understand and keeps the rest', () => {
    open().remember({ folder: '/a', name: 'A' })
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    writeFileSync(file, JSON.stringify({ ...stored, settings: { language: 'xx' }, window: 'wide' }))
    expect(open().get()).toMatchObject({
      ...DEFAULT_SETTINGS,
      recent: [{ folder: '/a', name: 'A' }],
      lastLibrary: '/a',
    })
  })

  it('lists recent libraries newest first, each once, and forgets on request', () => {
    const settings = open()
    settings.remember({ folder: '/a', name: 'A' })
    settings.remember({ folder: '/b', name: 'B' })
    settings.remember({ folder: '/a', name: 'A again' })
    expect(settings.get().recent.map((library) => library.name)).toEqual(['A again', 'B'])
    settings.forget('/a')
    expect(settings.get().recent.map((library) => library.name)).toEqual(['B'])
  })

  it('leaves no half-written file beside it', () => {
    open().update({ lastLibrary: '/a' })
    expect(existsSync(`${file}.${process.pid}.new`)).toBe(false)
  })
})

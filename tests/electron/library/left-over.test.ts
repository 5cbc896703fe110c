import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { clearScratch } from '../../../electron/library/left-over.ts'
import { openLibrary } from '../../../electron/library/library.ts'
import { png } from './pictures.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

const DAY = 24 * 3_600_000
const DRAFT = '.0f8fad5b-d9cb-469f-a165-70867728950e.part'
const LIBRARY = join(import.meta.dirname, '../../../electron/library/library.ts')

/** Makes everything in a folder as old as this. */
function age(folder: string, days: number): void {
  const then = new Date(Date.now() - days * DAY)
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), then, then)
}

/** Adds two pictures: one in a transaction that ends, one in a transaction that a kill ends. */
function killedWhileAdding(folder: string): void {
  const script = `
    const { openLibrary } = await import(${JSON.stringify(LIBRARY)})
    const library = openLibrary(${JSON.stringify(folder)})
    library.media.add('stays.png', new Uint8Array(${JSON.stringify([...png(4, 3, 1)])}))
    library.transaction(() => {
      library.media.add('goes.png', new Uint8Array(${JSON.stringify([...png(4, 3, 2)])}))
      process.kill(process.pid, 'SIGKILL')
    })`
  const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
  expect(signal, String(stderr)).toBe('SIGKILL')
}

describe('what is left in media of work that was killed', () => {
  it('goes when it is a day old, and what was added or put there by others stays', () => {
    const { folder } = tempLibrary()
    const media = join(folder, 'media')
    killedWhileAdding(folder)
    writeFileSync(join(media, DRAFT), 'half a picture')
    for (const name of ['own-4x3.png', '.hidden.part', '.note.txt']) writeFileSync(join(media, name), 'x')
    const all = readdirSync(media).toSorted()
    expect(all).toEqual([
      DRAFT,
      '.goes-4x3.png.adding',
      '.hidden.part',
      '.note.txt',
      'goes-4x3.png',
      'own-4x3.png',
      'stays-4x3.png',
    ])
    const library = openLibrary(folder)
    onTestFinished(() => library.close())
    age(media, 0.9)
    expect(library.media.clearLeftOvers()).toBe(0)
    expect(readdirSync(media).toSorted()).toEqual(all)
    age(media, 1.1)
    expect(library.media.clearLeftOvers()).toBe(2)
    expect(readdirSync(media).toSorted()).toEqual([
      '.hidden.part',
      '.note.txt',
      'own-4x3.png',
      'stays-4x3.png',
    ])
  })

  it('stays where the library knows the picture, an article shows it, or another computer was adding it', () => {
    const library = tempLibrary()
    const media = join(library.folder, 'media')
    const known = basename(library.media.add('known.png', png(4, 3)).path)
    library.articles.create({ title: 'Een', body: '![](media/shown-4x3.png)' })
    const names = [known, 'shown-4x3.png', 'elsewhere-4x3.png']
    for (const name of names) writeFileSync(join(media, name), png(4, 3))
    for (const name of names) writeFileSync(join(media, `.${name}.adding`), hostname())
    writeFileSync(join(media, '.elsewhere-4x3.png.adding'), 'another computer')
    age(media, 2)
    library.media.clearLeftOvers()
    expect(readdirSync(media).toSorted()).toEqual(['.elsewhere-4x3.png.adding', ...names].toSorted())
  })

  it('is nothing after a picture was added, or taken back', () => {
    const library = tempLibrary()
    library.media.add('a.png', png(4, 3))
    expect(readdirSync(join(library.folder, 'media'))).toEqual(['a-4x3.png'])
    expect(library.media.clearLeftOvers()).toBe(0)
  })
})

describe('what is left of an archive that was killed', () => {
  it('goes when it is a day old, with what was written of it where the writer wanted it', () => {
    const [temp, documents] = [tempFolder(), tempFolder()]
    const scratch = (name: string, target: string | null): string => {
      const folder = join(temp, name)
      mkdirSync(folder)
      writeFileSync(join(folder, 'library.db'), 'a copy')
      if (target !== null) writeFileSync(join(folder, 'target'), join(documents, target))
      return folder
    }
    for (const name of [DRAFT, 'novel.md', DRAFT.replace('0f', '1f')])
      writeFileSync(join(documents, name), 'x')
    const old = [
      scratch('longhand-archive-aB3xYz', DRAFT),
      scratch('longhand-archive-aaaaaa', 'novel.md'),
      scratch('longhand-pictures-Ab3xYz', null),
    ]
    const others = [scratch('longhand-archive-draft', null), scratch('archive-aB3xYz', null)]
    age(temp, 2)
    age(documents, 2)
    const young = scratch('longhand-archive-bbbbbb', null)
    expect(clearScratch(Date.now(), temp)).toBe(3)
    expect(old.map((folder) => existsSync(folder))).toEqual([false, false, false])
    expect([...others, young].map((folder) => existsSync(folder))).toEqual([true, true, true])
    expect(readdirSync(documents).toSorted()).toEqual([DRAFT.replace('0f', '1f'), 'novel.md'])
  })
})

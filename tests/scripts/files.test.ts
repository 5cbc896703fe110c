import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprint, makeWhole, readIfThere, writeWhole } from '../../scripts/setup/files.mjs'
import { ownFolder } from './folder.ts'

describe('a fingerprint of files', () => {
  function twoFiles(): string {
    const folder = ownFolder()
    mkdirSync(join(folder, 'core'))
    writeFileSync(join(folder, 'core', 'a.ts'), 'a')
    writeFileSync(join(folder, 'core', 'b.ts'), 'b')
    return folder
  }

  it('stays as it is while nothing changes', () => {
    const folder = twoFiles()
    expect(fingerprint(folder, ['core', 'none'])).toBe(fingerprint(folder, ['core', 'none']))
  })

  it('changes when a file is written, added or removed', () => {
    const folder = twoFiles()
    const seen = [fingerprint(folder, ['core'])]
    writeFileSync(join(folder, 'core', 'a.ts'), 'longer')
    seen.push(fingerprint(folder, ['core']))
    utimesSync(join(folder, 'core', 'b.ts'), 1, 1)
    seen.push(fingerprint(folder, ['core']))
    writeFileSync(join(folder, 'core', 'c.ts'), 'c')
    seen.push(fingerprint(folder, ['core']))
    rmSync(join(folder, 'core', 'b.ts'))
    seen.push(fingerprint(folder, ['core']))
    expect(new Set(seen).size).toBe(5)
  })
})

describe('a folder made whole', () => {
  it('leaves the old one in place when the work fails', async () => {
    const folder = join(ownFolder(), 'runtime')
    await makeWhole(folder, async (draft) => writeFileSync(join(draft, 'file'), 'old'))
    const failing = makeWhole(folder, async (draft) => {
      writeFileSync(join(draft, 'file'), 'half')
      throw new Error('killed')
    })
    await expect(failing).rejects.toThrow('killed')
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old')
  })

  it('starts afresh where an earlier run was killed', async () => {
    const folder = join(ownFolder(), 'runtime')
    mkdirSync(`${folder}.new`)
    writeFileSync(join(`${folder}.new`, 'left-behind'), '')
    await makeWhole(folder, async (draft) => writeFileSync(join(draft, 'file'), 'new'))
    expect(readdirSync(folder)).toEqual(['file'])
    expect(existsSync(`${folder}.new`)).toBe(false)
  })
})

describe('a file written whole', () => {
  it('takes the place of the old one and leaves no draft', async () => {
    const folder = ownFolder()
    await writeWhole(join(folder, 'sub', 'stamp'), 'one')
    await writeWhole(join(folder, 'sub', 'stamp'), 'two')
    expect(readIfThere(join(folder, 'sub', 'stamp'))).toBe('two')
    expect(readdirSync(join(folder, 'sub'))).toEqual(['stamp'])
  })
})

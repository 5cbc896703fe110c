import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Failure } from '../../../core/errors.ts'
import { Flushing } from '../../../electron/publish/durable.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-durable-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe.each([
  ['one by one', false],
  ['all in one go', true],
])('files on their way to the disk, %s', (_how, isAllAtOnce) => {
  it('are all there at the end, each once, also those that came late', async () => {
    const flushing = new Flushing(folder, isAllAtOnce)
    const files = filesHere(30)
    flushing.add(files.slice(0, 20))
    flushing.add(files)
    const counts: number[] = []
    await flushing.finish((done) => counts.push(done))
    expect(counts.at(-1)).toBe(30)
    expect(new Set(counts).size).toBe(counts.length)
  })

  it('are all there at the end when they are many', async () => {
    const flushing = new Flushing(folder, isAllAtOnce)
    flushing.add(filesHere(200))
    let done = 0
    await flushing.finish((count) => (done = count))
    expect(done).toBe(200)
  })

  it('are flushed by themselves where their folder cannot be', async () => {
    const flushing = new Flushing(join(folder, 'nowhere'), isAllAtOnce)
    flushing.add(filesHere(100))
    let done = 0
    await flushing.finish((count) => (done = count))
    expect(done).toBe(100)
  })

  it('may have gone before anyone waits for them', async () => {
    const flushing = new Flushing(folder, isAllAtOnce)
    flushing.add(filesHere(3))
    await flushing.stop()
    await expect(flushing.finish(() => {})).resolves.toBeUndefined()
  })

  it('end with the fault of one that is not there', async () => {
    const flushing = new Flushing(folder, isAllAtOnce)
    flushing.add([join(folder, 'none'), ...filesHere(20)])
    await expect(flushing.finish(() => {})).rejects.toMatchObject({ code: 'file.refused' })
  })

  it.skipIf(isAllAtOnce)('are begun with no more once the writer wants it stopped', async () => {
    const flushing = new Flushing(folder, isAllAtOnce)
    flushing.add(filesHere(100))
    let most = 0
    const stopped = flushing.finish((done) => {
      most = Math.max(most, done)
      throw new Failure('cancelled', { task: 'export' })
    })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    await flushing.stop()
    expect(most).toBeLessThan(100)
  })
})

function filesHere(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const file = join(folder, `${index}.html`)
    writeFileSync(file, `page ${index}`)
    return file
  })
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { endThread, endThreads, followed } from '../../../electron/library/live-threads.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A limit that is far off, in milliseconds. */
const LONG = 60_000

/** Cannot be ended until the process that it waits for is. */
const HELD = `
  const { spawnSync } = require('node:child_process')
  const { workerData } = require('node:worker_threads')
  const held = "require('node:fs').writeFileSync(process.argv[1], String(process.pid)); setInterval(() => {}, 1000)"
  spawnSync(process.execPath, ['-e', held, workerData], { stdio: 'ignore' })
`

async function heldThread(): Promise<{ readonly thread: Worker; letGo(): void }> {
  const file = join(folder, 'pid')
  const thread = new Worker(HELD, { eval: true, workerData: file })
  await vi.waitFor(() => expect(existsSync(file) && readFileSync(file, 'utf8')).toMatch(/^\d+$/), LONG)
  return { thread, letGo: () => process.kill(Number(readFileSync(file, 'utf8')), 'SIGKILL') }
}

describe('a thread that is to end', () => {
  it('is waited for', async () => {
    const thread = new Worker('setInterval(() => {}, 1000)', { eval: true })
    expect(await endThread(thread, LONG)).toBe(true)
    expect(thread.threadId).toBe(-1)
  })

  it('is not waited for longer than the limit where it cannot end', async () => {
    const { thread, letGo } = await heldThread()
    const exit = new Promise((resolve) => thread.once('exit', resolve))
    expect(await endThread(thread, 1)).toBe(false)
    letGo()
    await exit
  })
})

describe('the threads of a process that is to end', () => {
  it('are ended, and those that do not are told of', async () => {
    const free = followed(new Worker('setInterval(() => {}, 1000)', { eval: true }))
    const { thread, letGo } = await heldThread()
    followed(thread)
    expect(await endThreads(1)).toBe(false)
    letGo()
    expect(await endThreads(LONG)).toBe(true)
    expect([free.threadId, thread.threadId]).toEqual([-1, -1])
  })

  it('are no more than those that live', async () => {
    const thread = followed(new Worker('', { eval: true }))
    await new Promise((resolve) => thread.once('exit', resolve))
    expect(await endThreads(1)).toBe(true)
  })
})

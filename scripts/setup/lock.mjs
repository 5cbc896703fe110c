import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { RUNTIME } from './paths.mjs'
import { say } from './say.mjs'

/**
 * Does work that two processes must not do at the same time. Waits for the other one; a lock that a
 * killed process left behind is taken over.
 * @template T
 * @param {string} name of the lock, and in the words shown while waiting
 * @param {() => Promise<T>} work
 * @param {string} [folder]
 * @returns {Promise<T>}
 */
export async function withLock(name, work, folder = RUNTIME) {
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${name}.lock`)
  let waited = false
  while (!(await take(file))) {
    if (await isLeftBehind(file)) await clear(file)
    else if (!waited) {
      say(`Waiting for another process that is busy with: ${name}.`)
      waited = true
    }
    await pause(100)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

/** @param {string} file */
async function take(file) {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Removes a lock that was left behind. Two that wait may have seen it at once: a second lock sees to it that the
 * slower one does not remove the lock that the faster one has taken since.
 * @param {string} file
 */
async function clear(file) {
  const guard = `${file}.clearing`
  if (!(await take(guard))) {
    if (await isLeftBehind(guard)) await rm(guard, { force: true })
    return
  }
  try {
    if (await isLeftBehind(file)) await rm(file, { force: true })
  } finally {
    await rm(guard, { force: true })
  }
}

/** @param {string} file */
async function isLeftBehind(file) {
  const owner = Number(await readFile(file, 'utf8').catch(() => ''))
  if (owner > 0) return !isRunning(owner)
  // Empty for the moment between opening and writing; for longer only when its maker was killed there.
  const made = await stat(file).catch(() => undefined)
  return made !== undefined && Date.now() - made.mtimeMs > 5000
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as someone else.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

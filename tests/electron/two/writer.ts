/** Runs as a process of its own: a writer at a library that others write to as well. Arguments: folder, seconds, seed. */
import { once } from 'node:events'
import { allHandlers } from '../../../electron/ipc/handlers/index.ts'
import { Failure, failureData } from '../../../core/errors.ts'
import { Session } from '../../../electron/session/session.ts'
import { fakeHost } from '../fake-host.ts'
import { randomFrom } from '../library/damage.ts'
import { countIn, type Written, withCount } from './counted.ts'

const [folder = '', seconds = '1', seed = '1'] = process.argv.slice(2)
const random = randomFrom(Number(seed))
const session = new Session(fakeHost())
await session.openFolder(folder)
const ask = allHandlers(session)

const written: Written = { saves: 0, conflicts: 0, busy: 0, others: [], added: {}, made: 0, slowest: 0 }
const { rows } = await ask['article.list']({ filter: {}, sort: null, offset: 0, limit: 100 })
const ids = rows.map(({ id }) => id)
// Both begin together, however long each took to get here.
console.log('READY')
await once(process.stdin, 'data')
const end = performance.now() + Number(seconds) * 1000
while (performance.now() < end) {
  await act()
  // As in the window: requests come one by one, with the event loop between them.
  await new Promise((resolve) => setImmediate(resolve))
}
session.quit()
console.log(JSON.stringify(written))
process.exit()

/** One act of a writer: mostly adding one to what an article counts, now and then something else. */
async function act(): Promise<void> {
  const id = ids[random(ids.length)] ?? 1
  const kind = random(20)
  if (kind === 0) await measured(() => made())
  else if (kind === 1) await measured(() => ask['revision.record']({ articleId: id, name: 'Zo' }))
  else if (kind === 2) await measured(() => ask['related.list']({ articleId: id, limit: 5 }))
  else await addOne(id)
}

async function made(): Promise<void> {
  const { id } = await ask['article.create']({ title: `Van ${seed}` })
  written.made++
  await ask['article.save']({ id, baseVersion: 1, patch: { body: 'Nieuw.', tags: [`t${random(5)}`] } })
}

async function addOne(id: number): Promise<void> {
  for (;;) {
    const { version, body } = await ask['article.get']({ id })
    const patch = { body: withCount(body, countIn(body) + 1) }
    // Time for the other to come between.
    if (random(2) === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    const failure = await measured(() => ask['article.save']({ id, baseVersion: version, patch }))
    if (failure === null) {
      written.saves++
      written.added[id] = (written.added[id] ?? 0) + 1
      return
    }
    if (failure !== 'article.conflict') return
    written.conflicts++
  }
}

/** Null when it went well; the code of the failure otherwise. */
async function measured(work: () => unknown): Promise<string | null> {
  const start = performance.now()
  try {
    await work()
    return null
  } catch (thrown) {
    const failure = failureData(thrown)
    const isBusy = thrown instanceof Failure && JSON.stringify(failure.detail).includes('EBUSY')
    if (isBusy || JSON.stringify(failure).includes('SQLITE_BUSY')) written.busy++
    else if (failure.code !== 'article.conflict') written.others.push(JSON.stringify(failure))
    return failure.code
  } finally {
    written.slowest = Math.max(written.slowest, performance.now() - start)
  }
}

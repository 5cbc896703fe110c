/** Relating: one article indexed, one list, the whole library; beside Hugo's related content and comparing all pairs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Library, openLibrary } from '../../electron/library/library.ts'
import { storeVector } from '../../electron/library/related-analysis.ts'
import { prepareRelated, relatedLists } from '../../electron/library/related-lists.ts'
import { type RelatedService, relatedService } from '../../electron/library/related-service.ts'
import { NOTHING_TOLD, type Told, toldOf } from '../../electron/library/related-told.ts'
import { nearestByAllPairs } from './all-pairs.ts'
import { generateArticles } from './generate.ts'
import { copyLibrary } from './make-library.ts'
import { ms, percentile, printTable, timed } from './measure.ts'
import { hugo } from './peers.ts'

const TURNS = 60
const LIST = 10
/** So many lists of all are waited for; of more, some. */
const MOST_LISTS = 10_000
const SOME_LISTS = 1_000
/** Rows of all pairs that are waited for. */
const MOST_ROWS = 200
/** The other ways are only waited for up to so many articles. */
const MOST_BESIDE = 10_000

/** Prints the times of relating in libraries of `counts` articles of 800 words. */
export async function benchRelated(root: string, counts: readonly number[]): Promise<void> {
  for (const count of counts) {
    const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'))
    try {
      copyLibrary(root, count, join(folder, 'library'))
      const library = openLibrary(join(folder, 'library'))
      const rows = await benchOurs(library, count)
      library.close()
      if (count <= MOST_BESIDE) rows.push(...(await benchOthers(folder, count)))
      printTable(`Related, ${count} articles of 800 words`, [['', 'time', '95 %', 'CPU'], ...rows])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function benchOurs(library: Library, count: number): Promise<string[][]> {
  const service = relatedService(library)
  const rows = [await once('read the stored terms of all', () => service.list(1, LIST))]
  rows.push(await often('one list, with reasons', count, (id) => service.list(id, LIST)))
  rows.push(
    await often('index one saved article: its terms', count, (id) => {
      storeVector(library, library.articles.get(id))
    }),
  )
  service.refresh()
  rows.push(await editing(library, service, count))
  const step = count > MOST_LISTS ? Math.ceil(count / SOME_LISTS) : 1
  rows.push(await once('all lists, without reasons', () => listAll(library, service, step), step))
  if (count <= MOST_LISTS) rows.push(...(await keeping(library)))
  return rows
}

/** The lists of a whole site as an export asks for them, each time with no index at hand but what is kept. */
async function keeping(library: Library): Promise<string[][]> {
  const out = library.related.heads().map(({ id }) => id)
  const lists = (isAnew: boolean) =>
    library.view(() => relatedLists(library, { out, date: '2026-01-01', isAnew }))
  const rows = [await once('a site’s lists, index included: from nothing', () => lists(true))]
  rows.push(await once('the kept index read', () => relatedService(library).refresh()))
  for (const [name, words] of [
    ['… after one article was given a sentence', (body: string) => sentenceOf(body)],
    ['… after one article was given words that hardly any other has', () => 'More words at last.'],
  ] as const) {
    const { id, version, body } = library.articles.get(out[Math.floor(out.length / 2)]!)
    const from = library.articles.get(out[Math.floor(out.length / 3)]!).body
    library.articles.save(id, version, { body: `${body}\n\n${words(from)}\n` })
    prepareRelated(library, () => {})
    rows.push(await once(name, () => lists(false)))
  }
  rows.push(await once('… ready, as after an import or an export', () => lists(false)))
  return rows
}

/** A sentence from the middle of a text: in words that many articles have. */
const sentenceOf = (text: string): string => {
  const sentences = text.split('. ')
  return `${sentences[Math.floor(sentences.length / 2)]}.`
}

/** A save, and how long the ranking then takes to take it up. */
async function editing(library: Library, service: RelatedService, count: number): Promise<string[]> {
  let told: Told = null
  library.onChange((change) => (told = toldOf(NOTHING_TOLD, change)))
  return often(
    '… and the ranking brought up to date with it',
    count,
    () => service.refresh(told),
    (id, turn) => {
      const { version, body } = library.articles.get(id)
      library.articles.save(id, version, { body: `${body}\nMore words ${turn}.\n` })
    },
  )
}

function listAll(library: Library, service: RelatedService, step: number): void {
  const ids = library.related.heads().map(({ id }) => id)
  const shown = service.showing(() => true, '2026-01-01')
  for (const id of ids.filter((_, at) => at % step === 0)) shown(id)
}

async function benchOthers(folder: string, count: number): Promise<string[][]> {
  const articles = [...generateArticles(count, 800)]
  const texts = articles.map(({ title, body }) => `${title}\n${body}`)
  const step = Math.ceil(count / MOST_ROWS)
  const rows = [await once('all pairs, TF-IDF', () => nearestByAllPairs(texts, LIST, step), step)]
  const [related, without] = [true, false].map((is) => hugo(folder, articles, is).build())
  if (related && without) {
    const processor = (related.processor ?? NaN) - (without.processor ?? NaN)
    const wall = related.milliseconds - without.milliseconds
    rows.push(['Hugo’s related: a build with less one without', ms(wall), '', ms(processor)])
  }
  return rows
}

/** Each part of the work takes as long: of much of it one in `step` is done, and the rest is worked out. */
async function once(name: string, work: () => unknown, step = 1): Promise<string[]> {
  const start = process.cpuUsage()
  const time = await timed(work)
  const part = step > 1 ? ` (one in ${step}, times ${step})` : ''
  return [`${name}${part}`, ms(time * step), '', ms(cpuSince(start) * step)]
}

/** `before` is done each time, and not counted. */
async function often(
  name: string,
  count: number,
  work: (id: number) => unknown,
  before: (id: number, turn: number) => unknown = () => {},
): Promise<string[]> {
  const [times, cpu]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < TURNS; turn += 1) {
    const id = ((turn * 7_919) % count) + 1
    before(id, turn)
    const start = process.cpuUsage()
    times.push(await timed(() => work(id)))
    cpu.push(cpuSince(start))
  }
  return [name, ms(percentile(times, 0.5)), ms(percentile(times, 0.95)), ms(percentile(cpu, 0.5))]
}

/** Milliseconds that this process has worked: what a machine that others use as well leaves comparable. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

/** Import, related and export of many articles through the released command line and the open window, beside other generators. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { costsInWindow } from './export-window.ts'
import { type BenchArticle, asMarkdownFile, generateArticles } from './generate.ts'
import { type Cost, costOf, ms, printTable, ratio } from './measure.ts'
import { eleventy, hugo } from './peers.ts'

/** Commands that take a moment are measured so often, and the middle one counts. */
const TURNS = 5

/** Prints what sites of `counts` articles of 800 words take, beside each other in one run. Needs a display. */
export async function benchExport(root: string, counts: readonly number[]): Promise<void> {
  const all = mkdtempSync(join(tmpdir(), 'longhand-bench-'))
  try {
    for (const count of counts) {
      const folder = join(all, String(count))
      mkdirSync(folder)
      const articles = [...generateArticles(count, 800)]
      const ours = [...costsOfOurs(root, folder, articles), ...(await costsOfWindow(folder))]
      printCosts(count, ours, costsOfPeers(root, folder, articles))
    }
  } finally {
    // Not before all is measured: for minutes after a deletion of many files, ext4 is slow at making new ones.
    rmSync(all, { recursive: true, force: true })
  }
}

type Named = readonly [name: string, cost: Cost]

function costsOfOurs(root: string, folder: string, articles: readonly BenchArticle[]): readonly Named[] {
  const posts = join(folder, 'posts')
  mkdirSync(posts)
  for (const article of articles) writeFileSync(join(posts, `${article.slug}.md`), asMarkdownFile(article))
  const library = join(folder, 'library')
  const cli = (...words: string[]): Cost =>
    costOf(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...words], root)
  const exported = (site: string): Cost => cli('export', '--library', library, '--out', join(folder, site))
  const edit = (): Cost => {
    const file = join(posts, `${articles[0]!.slug}.md`)
    appendFileSync(file, '\nOne more paragraph.\n')
    return cli('import', '--library', library, file)
  }

  const about = ['--name', 'Bench', '--language', 'en-GB', '--base-url', 'https://example.org/']
  cli('init', '--library', library, ...about)
  const imported = cli('import', '--library', library, posts)
  return [
    ['longhand import', imported],
    ['longhand export, first', exported('site')],
    ['longhand export, to a new folder', exported('other')],
    ['longhand import, one article edited', middle(edit)],
    [
      'longhand export, one article edited',
      middle(() => {
        edit()
        return exported('site')
      }),
    ],
    ['longhand export, nothing changed', middle(() => exported('site'))],
    ['longhand related --all', cli('related', '--library', library, '--all', '--json')],
  ]
}

async function costsOfWindow(folder: string): Promise<readonly Named[]> {
  const site = join(folder, 'site')
  const { edited, unchanged } = await costsInWindow(folder, join(folder, 'library'), site)
  const cost = (milliseconds: number): Cost => ({ milliseconds, processor: null, memory: null })
  return [
    ['in the open window, one article edited', cost(edited)],
    ['in the open window, nothing changed', cost(unchanged)],
  ]
}

function costsOfPeers(root: string, folder: string, articles: readonly BenchArticle[]): readonly Named[] {
  const peers = [
    hugo(folder, articles, true),
    hugo(folder, articles, false),
    eleventy(folder, articles, root),
  ]
  return peers.flatMap((peer) => {
    const cost = peer.build()
    return cost ? [[peer.name, cost] as const] : []
  })
}

function middle(work: () => Cost): Cost {
  const costs = Array.from({ length: TURNS }, work)
  return costs.sort((a, b) => a.milliseconds - b.milliseconds)[Math.floor(TURNS / 2)]!
}

function printCosts(count: number, ours: readonly Named[], theirs: readonly Named[]): void {
  const row = ([name, cost]: Named): string[] => [
    name,
    ms(cost.milliseconds),
    ms(cost.processor ?? NaN),
    cost.memory === null ? '–' : `${Math.round(cost.memory / 1e6)} MB`,
    ...theirs.map(([, other]) => ratio(cost.milliseconds, other.milliseconds)),
  ]
  printTable(
    `Export of ${count} articles of 800 words (whole commands but where the window is named, one run)`,
    [['', 'time', 'CPU', 'memory', ...theirs.map(([name]) => `/ ${name}`)], ...[...ours, ...theirs].map(row)],
  )
}

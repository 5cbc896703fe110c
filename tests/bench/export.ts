/** Import, related and export of many articles through the released command line, beside other generators. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asMarkdownFile, generateArticles } from './generate.ts'
import { ms, printTable, ratio, timeCommand } from './measure.ts'
import { eleventy, hugo } from './peers.ts'

/** Prints the times of one site of `count` articles of 800 words. */
export function benchExport(root: string, count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'))
  try {
    const articles = [...generateArticles(count, 800)]
    const posts = join(folder, 'posts')
    mkdirSync(posts)
    for (const article of articles) writeFileSync(join(posts, `${article.slug}.md`), asMarkdownFile(article))
    const library = join(folder, 'library')
    const site = join(folder, 'site')
    const cli = (...words: string[]): number =>
      timeCommand(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...words], root)

    cli(
      'init',
      '--library',
      library,
      '--name',
      'Bench',
      '--language',
      'en-GB',
      '--base-url',
      'https://example.org/',
    )
    const imported = cli('import', '--library', library, posts)
    const full = cli('export', '--library', library, '--out', site)
    const again = cli('export', '--library', library, '--out', site)
    const first = articles[0]
    if (!first) throw new Error('no articles were made')
    appendFileSync(join(posts, `${first.slug}.md`), '\nOne more paragraph.\n')
    cli('import', '--library', library, join(posts, `${first.slug}.md`))
    const one = cli('export', '--library', library, '--out', site)
    const related = cli('related', '--library', library, '--all', '--json')

    const peers = [
      hugo(folder, articles, true),
      hugo(folder, articles, false),
      eleventy(folder, articles, root),
    ]
    const theirs = peers.map((peer) => ({ name: peer.name, time: peer.build() }))
    const rows: string[][] = [['', 'time', ...theirs.map((peer) => `/ ${peer.name}`)]]
    const row = (name: string, time: number): void => {
      rows.push([
        name,
        ms(time),
        ...theirs.map((peer) => (peer.time === null ? 'not installed' : ratio(time, peer.time))),
      ])
    }
    row('longhand import', imported)
    row('longhand export, first', full)
    row('longhand export, nothing changed', again)
    row('longhand export, one article edited', one)
    row('longhand related --all', related)
    for (const peer of theirs) if (peer.time !== null) row(peer.name, peer.time)
    printTable(`Export of ${count} articles of 800 words (whole commands, one run)`, rows)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

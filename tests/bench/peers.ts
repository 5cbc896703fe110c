/** The static site generators that an export is measured beside: the same articles, pages of the same kind. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asMarkdownFile, type BenchArticle } from './generate.ts'
import { type Cost, costOf, hasCommand } from './measure.ts'

export interface Peer {
  readonly name: string
  /** What one build of the whole took, into an empty folder; null when the peer is not installed. */
  build(): Cost | null
}

const PAGE_HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>`

/** Hugo, with or without its related content, over the articles as content files. */
export function hugo(folder: string, articles: readonly BenchArticle[], related: boolean): Peer {
  const name = related ? 'hugo with related' : 'hugo without related'
  return {
    name,
    build: () => {
      if (!hasCommand('hugo')) return null
      const site = join(folder, related ? 'hugo-related' : 'hugo')
      writeHugoSite(site, articles, related)
      rmSync(join(site, 'public'), { recursive: true, force: true })
      return costOf('hugo', ['--quiet', '--source', site, '--destination', join(site, 'public')], site)
    },
  }
}

function writeHugoSite(site: string, articles: readonly BenchArticle[], related: boolean): void {
  if (existsSync(site)) return
  mkdirSync(join(site, 'content', 'posts'), { recursive: true })
  mkdirSync(join(site, 'layouts', '_default'), { recursive: true })
  for (const article of articles)
    writeFileSync(join(site, 'content', 'posts', `${article.slug}.md`), asMarkdownFile(article))
  writeFileSync(
    join(site, 'config.toml'),
    `baseURL = "https://example.org/"\ntitle = "Bench"\npaginate = 24\n[taxonomies]\ncategory = "categories"\ntag = "tags"\n[related]\nthreshold = 20\nincludeNewer = true\n[[related.indices]]\nname = "tags"\nweight = 100\n[[related.indices]]\nname = "categories"\nweight = 50\n[[related.indices]]\nname = "date"\nweight = 10\n`,
  )
  const cards = related
    ? `<section><h2>Related</h2>{{ range first 3 (.Site.RegularPages.Related .) }}<article><a href="{{ .RelPermalink }}">{{ .Title }}</a><time>{{ .Date.Format "2 January 2006" }}</time><p>{{ .Description }}</p></article>{{ end }}</section>`
    : ''
  writeFileSync(
    join(site, 'layouts', '_default', 'single.html'),
    `${PAGE_HEAD}{{ .Title }} | {{ .Site.Title }}</title><meta name="description" content="{{ .Description }}"></head><body><main><article><time>{{ .Date.Format "2 January 2006" }}</time><span>{{ .ReadingTime }} min</span><h1>{{ .Title }}</h1><p>{{ .Description }}</p>{{ .Content }}</article>${cards}</main></body></html>`,
  )
  writeFileSync(
    join(site, 'layouts', '_default', 'list.html'),
    `${PAGE_HEAD}{{ .Title }}</title></head><body><main>{{ range .Paginator.Pages }}<article><a href="{{ .RelPermalink }}">{{ .Title }}</a><time>{{ .Date.Format "2 January 2006" }}</time><p>{{ .Description }}</p></article>{{ end }}</main></body></html>`,
  )
}

/** Eleventy, from `.runtime/peers` (see CONTRIBUTING), over the same files; without related articles, which it has not. */
export function eleventy(folder: string, articles: readonly BenchArticle[], root: string): Peer {
  const command = join(root, '.runtime', 'peers', 'node_modules', '@11ty', 'eleventy', 'cmd.cjs')
  return {
    name: 'eleventy',
    build: () => {
      if (!existsSync(command)) return null
      const site = join(folder, 'eleventy')
      writeEleventySite(site, articles)
      return costOf(process.execPath, [command, '--quiet'], site)
    },
  }
}

function writeEleventySite(site: string, articles: readonly BenchArticle[]): void {
  if (existsSync(site)) return
  mkdirSync(join(site, 'posts'), { recursive: true })
  mkdirSync(join(site, '_includes'), { recursive: true })
  for (const article of articles)
    writeFileSync(join(site, 'posts', `${article.slug}.md`), asMarkdownFile(article))
  writeFileSync(join(site, 'posts', 'posts.json'), JSON.stringify({ layout: 'post.liquid', tags: ['posts'] }))
  writeFileSync(
    join(site, '_includes', 'post.liquid'),
    `${PAGE_HEAD}{{ title }}</title><meta name="description" content="{{ description }}"></head><body><main><article><time>{{ page.date | date: "%-d %B %Y" }}</time><h1>{{ title }}</h1><p>{{ description }}</p>{{ content }}</article></main></body></html>`,
  )
}

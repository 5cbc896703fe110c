import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../../core/article.ts'
import type { IntakeReport } from '../../../core/bridge.ts'
import { intake } from '../../../electron/intake/intake.ts'
import { type Library, createLibrary } from '../../../electron/library/library.ts'

/**
 * 509 real posts of a Jekyll site that became an Eleventy one. They are not part of Longhand: LONGHAND_CORPORA names
 * a folder that holds them as `18f-posts.tar.gz`. What they say is read here by a reader of its own, made for them.
 */
const CORPORA = process.env['LONGHAND_CORPORA'] ?? ''
const ARCHIVE = '18f-posts.tar.gz'

type Value = string | string[]

/** The front matter of one post: keys at the start of a line, texts that may go on, lists of one item a line. */
function matterOf(text: string): Map<string, Value> {
  const source = text.slice(text.indexOf('---\n') + 4, text.indexOf('\n---', 4) + 1)
  const values = new Map<string, Value>()
  let key = ''
  for (const line of source.split('\n')) {
    const item = /^\s*- +(.*)$/.exec(line)
    const start = isOpen(values.get(key)) ? null : /^([a-z_]+):\s*(.*)$/.exec(line)
    if (start) values.set((key = start[1]!), start[2]!.trim())
    else if (item && (values.get(key) === '' || Array.isArray(values.get(key)))) {
      values.set(key, [...[values.get(key)!].flat().filter(Boolean), bare(item[1]!)])
    } else if (typeof values.get(key) === 'string')
      values.set(key, `${values.get(key) as string}\n${line.trim()}`)
  }
  for (const [name, value] of values) if (typeof value === 'string') values.set(name, bare(value))
  return values
}

/** Whether a quoted text has not come to its end. */
function isOpen(value: Value | undefined): boolean {
  return typeof value === 'string' && value.startsWith('"') && !/^"(?:[^"\\]|\\.)*"/.test(value)
}

/** Without quotes, and on one line. */
function bare(value: string): string {
  const flat = value
    .replace(/^[>|]-?\n/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (flat.startsWith('"')) return /^"((?:[^"\\]|\\.)*)"/.exec(flat)![1]!.replace(/\\(.)/g, '$1').trim()
  if (flat.startsWith("'")) return flat.slice(1, -1).replaceAll("''", "'")
  return flat.replace(/\s+#.*$/, '')
}

/** As a reader sees it: without tags, and with signs for what stands for them. */
function seen(text: string): string {
  const signs: Record<string, string> = {
    amp: '&',
    rsquo: '’',
    '#39': "'",
    '#58': ':',
    quot: '"',
    mdash: '—',
    ldquo: '“',
    rdquo: '”',
    nbsp: ' ',
  }
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => signs[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}

describe.skipIf(CORPORA === '')('the 509 real posts (LONGHAND_CORPORA names their folder)', () => {
  let folder = ''
  let library: Library
  let report: IntakeReport
  const posts = new Map<string, { article: Article; matter: Map<string, Value> }>()

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'longhand-corpora-'))
    execFileSync('tar', ['-xzf', join(CORPORA, ARCHIVE), '-C', folder])
    library = createLibrary(join(folder, 'library'), { name: '18F', language: 'en-US' })
    report = intake(library, [join(folder, 'posts')])
    for (const { path, slug } of report.created) {
      const matter = matterOf(readFileSync(join(folder, 'posts', path), 'utf8').replaceAll('\r\n', '\n'))
      posts.set(path, { article: library.articles.bySlug(slug)!, matter })
    }
  }, 120_000)

  afterAll(() => {
    library.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** What differs over all posts, so that one run tells all. */
  function differing(
    actual: (one: Article) => unknown,
    wanted: (matter: Map<string, Value>, path: string) => unknown,
  ) {
    return [...posts].flatMap(([path, { article, matter }]) => {
      const [has, should] = [JSON.stringify(actual(article)), JSON.stringify(wanted(matter, path))]
      return has === should ? [] : [`${path}: ${has} should be ${should}`]
    })
  }

  it('are all in the library, none skipped', () => {
    const files = readdirSync(join(folder, 'posts')).filter((name) => name.endsWith('.md'))
    expect(files).toHaveLength(509)
    expect([...posts.keys()].sort()).toEqual(files.sort())
    expect(report.skipped).toEqual([])
  })

  it('have their titles', () => {
    expect(
      differing(
        ({ title }) => title,
        (matter) => seen(matter.get('title') as string),
      ),
    ).toEqual([])
  })

  it('have the day of their front matter, or else of their name', () => {
    const day = (matter: Map<string, Value>, path: string) =>
      ((matter.get('date') ?? path) as string).slice(0, 10)
    expect(differing(({ publishedAt }) => publishedAt?.slice(0, 10), day)).toEqual([])
  })

  it('have the time and the offset of their front matter', () => {
    const pattern = /[T ](\d{1,2}:\d\d:\d\d)(?:\.\d+)? ?([+-]\d+)?/
    const clock = (matter: Map<string, Value>) => {
      const [, time = '0:00:00', offset = '+0'] =
        pattern.exec((matter.get('date') as string | undefined) ?? '') ?? []
      return [time.padStart(8, '0'), Number.parseInt(offset, 10)]
    }
    expect(
      differing(
        ({ publishedAt }) => [publishedAt?.slice(11, 19), Number.parseInt(publishedAt?.slice(19) ?? '', 10)],
        clock,
      ),
    ).toEqual([])
  })

  it('have their tags', () => {
    // A tag is one whatever its case: the library writes it as the first article does.
    const names = (list: readonly string[]) => [...new Set(list.map((name) => name.toLowerCase()))]
    expect(
      differing(
        ({ tags }) => names(tags),
        (matter) => names([matter.get('tags')!].flat()),
      ),
    ).toEqual([])
  })

  it('have their authors', () => {
    const byId = new Map(library.authors.list().map(({ id, name }) => [id, name.toLowerCase()]))
    const wanted = (matter: Map<string, Value>) =>
      [matter.get('authors')!]
        .flat()
        .filter(Boolean)
        .map((name) => name.toLowerCase())
    expect(differing(({ authorIds }) => authorIds.map((id) => byId.get(id)), wanted)).toEqual([])
  })

  it('have a summary: their description, or else their excerpt', () => {
    const wanted = (matter: Map<string, Value>) =>
      seen((matter.get('description') as string | undefined) ?? '') ||
      seen((matter.get('excerpt') as string | undefined) ?? '')
    expect(differing(({ summary }) => summary, wanted)).toEqual([])
  })

  it('keep what Longhand does not know', () => {
    for (const key of [
      'layout',
      'tumblr_url',
      'hero',
      'image',
      'image_figcaption',
      'redirect_from',
      'permalink',
    ]) {
      const wanted = (matter: Map<string, Value>) => matter.get(key) || null
      const actual = ({ extra }: Article) => {
        const value = extra[key] ?? null
        return typeof value === 'boolean' ? String(value) : value
      }
      expect(differing(actual, wanted), key).toEqual([])
    }
  })

  it('are unchanged by a second intake', () => {
    expect(intake(library, [join(folder, 'posts')]).unchanged).toHaveLength(509)
  })
})

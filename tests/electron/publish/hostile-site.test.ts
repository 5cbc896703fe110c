import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { html, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { THEMES } from '../../../core/article.ts'
import { intake } from '../../../electron/intake/intake.ts'
import type { Library } from '../../../electron/library/library.ts'
import { createLibrary } from '../../../electron/library/library.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { VECTORS } from '../../core/markdown/vectors.ts'
import { readXml } from '../../core/page/xml.ts'
import { png } from '../library/pictures.ts'
import { filesOf, scriptsOn } from './site.ts'

type ThemeName = (typeof THEMES)[number]
type Site = ReadonlyMap<string, string>

/** Names that a list cannot hold as one: front matter divides tags and categories at these. */
const oneName = (vector: string, index: number) => `${index} ${vector.replace(/[,/>]/g, ' ')}`

/** A vector as the name of a file, as far as a file system takes it. */
const fileName = (vector: string, index: number) =>
  `${index}${Buffer.from(vector.toWellFormed().replace(/[/\0]/g, '_')).subarray(0, 150).toString('utf8')}`

/** Markdown files with a vector in each field of their front matter, in their names and in those of their pictures. */
function writePosts(folder: string, vectors: readonly string[]): void {
  mkdirSync(folder, { recursive: true })
  for (const [index, raw] of vectors.entries()) {
    const vector = JSON.stringify(raw.toWellFormed())
    const name = JSON.stringify(oneName(raw.toWellFormed(), index))
    const picture = `${fileName(raw, index)}.png`
    if (index % 10 === 0) writeFileSync(join(folder, picture), png(8, 8))
    writeFileSync(
      join(folder, `${fileName(raw, index)}.md`),
      `---\ntitle: ${vector}\nsummary: ${vector}\nslug: ${vector}\ntags: [${name}]\ncategory: ${name}\nauthors: [${name}]\n` +
        `image: ${JSON.stringify(picture)}\nimage_alt: ${vector}\nlayout: ${vector}\ndate: 2025-01-01\n---\n\n` +
        `${raw}\n\n![${raw.replace(/[\n\]]/g, ' ')}](<${encodeURI(picture.toWellFormed())}> "${raw.replace(/["\n]/g, ' ')}")\n`,
    )
  }
}

/** The same in the fields that no front matter fills. */
function fillTheRest(library: Library, vectors: readonly string[]): void {
  const text = (index: number) => vectors[index % vectors.length] ?? ''
  for (const [index, { id }] of library.categories.list().entries())
    library.categories.update(id, { description: text(index) })
  for (const [index, { id }] of library.authors.list().entries())
    library.authors.update(id, { role: text(index), bio: text(index) })
  const all = library.articles.list({}, null, 0, vectors.length + 9).rows
  for (const [index, { id }] of all.entries())
    library.articles.save(id, 1, { metaTitle: text(index), metaDescription: text(index) })
  const site = '</title></main></body><script>alert(1)</script>'
  library.site.update({ name: site, description: site, baseUrl: 'https://example.org/een/' })
}

/** A site of articles that hold the vectors, by path. */
async function makeSite(root: string, theme: ThemeName, vectors: readonly string[]): Promise<Site> {
  writePosts(join(root, 'posts'), vectors)
  const library = createLibrary(join(root, 'library'), { name: 'Proef', language: 'nl-NL' })
  try {
    intake(library, [join(root, 'posts')])
    fillTheRest(library, vectors)
    library.site.update({ theme })
    await exportSite(library, join(root, 'site'))
  } finally {
    library.close()
  }
  return new Map([...filesOf(join(root, 'site'))].map(([path, bytes]) => [path, bytes.toString('utf8')]))
}

/** Every element of a page, and what a browser has to mend in it. */
function readPage(text: string): { elements: Tree.Element[]; errors: string[] } {
  const errors: string[] = []
  const document = parse(text, {
    onParseError: ({ code, startLine }) => errors.push(`${code}, line ${startLine}`),
  })
  const elements: Tree.Element[] = []
  const walk = (node: Tree.Node): void => {
    if ('tagName' in node) elements.push(node)
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(document)
  return { elements, errors }
}

const attribute = (element: Tree.Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value

/** What is on a page that no page may have. */
function faults(path: string, text: string): string[] {
  const { elements, errors } = readPage(text)
  const found = [...errors]
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name)
  const scripts = named('script').map((one) => attribute(one, 'type'))
  if (JSON.stringify(scripts) !== JSON.stringify(scriptsOn(path))) found.push(`scripts ${scripts.join()}`)
  for (const script of named('script')) {
    const data = script.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
    if (attribute(script, 'type') === 'application/ld+json') JSON.parse(data)
    else if (data !== '') found.push('a script in the page')
  }
  for (const name of ['iframe', 'object', 'embed', 'base', 'frame', 'applet', 'template', 'portal'])
    if (named(name).length > 0) found.push(`element ${name}`)
  for (const name of ['title', 'main', 'h1', 'body'])
    if (named(name).filter(({ namespaceURI }) => namespaceURI === html.NS.HTML).length !== 1)
      found.push(`${named(name).length} times ${name}`)
  if (named('meta').some((one) => attribute(one, 'http-equiv') === 'refresh')) found.push('a refresh')
  const ids = elements.map((one) => attribute(one, 'id')).filter((id) => id !== undefined)
  if (new Set(ids).size < ids.length) found.push('an id twice')
  for (const { attrs } of elements)
    for (const { name, value } of attrs) {
      if (/^on|^style$|^srcdoc$|^formaction$/.test(name)) found.push(`attribute ${name}`)
      // oxlint-disable-next-line no-control-regex -- what a browser skips
      if (
        /^(?:(?:java|vb)script:|data:(?!image\/(?:png|jpeg|gif|webp|avif);))/i.test(
          value.replace(/[\0-\x20]/g, ''),
        )
      )
        if (['href', 'src', 'action', 'poster', 'cite'].includes(name)) found.push(`${name} ${value}`)
    }
  return found
}

/**
 * Every page names all categories, so that one site of all texts would be ten times what several of some are. All are
 * tried in the first theme; the others have their own templates, but the same bodies and escaping.
 */
const PORTIONS = 8
const SITES = THEMES.flatMap((theme, index) =>
  Array.from({ length: index === 0 ? PORTIONS : 1 }, (_, portion) => {
    const vectors = VECTORS.filter((_vector, at) => at % PORTIONS === portion)
    return { theme, portion, vectors, name: `${theme}-${portion}` }
  }),
)

describe('a site of hostile texts, in every field, name and file', () => {
  const root = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  const sites = new Map<string, Site>()

  beforeAll(async () => {
    for (const { name, theme, vectors } of SITES)
      sites.set(name, await makeSite(join(root, name), theme, vectors))
  }, 300_000)

  it('is made of every text', () => {
    const tried = SITES.filter(({ theme }) => theme === THEMES[0]).flatMap(({ vectors }) => vectors)
    expect(tried.toSorted()).toEqual(VECTORS.toSorted())
  })

  it.each(SITES)(
    'holds nothing that runs and needs no mending by a browser, in $theme, portion $portion',
    ({ name, vectors }) => {
      const pages = [...(sites.get(name) ?? [])].filter(([path]) => path.endsWith('.html'))
      expect(pages.length).toBeGreaterThan(3 * vectors.length)
      const bad = pages
        .map(([path, text]) => [path, ...faults(path, text)])
        .filter(({ length }) => length > 1)
      expect(bad).toEqual([])
    },
  )

  it.each(SITES)(
    'gives feeds, a site map and an index for searching that can be read, in $theme, portion $portion',
    ({ name }) => {
      const files = [...(sites.get(name) ?? [])]
      for (const [path, text] of files) {
        if (/\.(?:xml|svg)$/.test(path)) expect(() => readXml(text), path).not.toThrow()
        if (/\.(?:json|webmanifest)$/.test(path)) expect(() => JSON.parse(text), path).not.toThrow()
      }
      expect(files.filter(([path]) => path.endsWith('.xml')).length).toBeGreaterThan(2)
    },
  )

  it.each(SITES)(
    'writes no file outside of its folder, nor one of a name that could mislead, in $theme, portion $portion',
    ({ name }) => {
      expect(readdirSync(join(root, name)).sort()).toEqual(['library', 'posts', 'site'])
      const paths = [...(sites.get(name)?.keys() ?? [])]
      expect(paths.filter((path) => !/^[\p{L}\p{N}._/-]+$/u.test(path) || path.includes('..'))).toEqual([])
    },
  )
})

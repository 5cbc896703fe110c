import { readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { RelatedSource } from '../../core/related/index.ts'

/** Articles that somebody else wrote, and which of them their editors linked to which. */
export interface Corpus {
  readonly name: string
  /** In the order of the file; the id of each is its place. */
  readonly articles: readonly RelatedSource[]
  /** What an editor found worth linking, by id: the ground truth. Never empty for an article that is in it. */
  readonly linked: ReadonlyMap<number, ReadonlySet<number>>
}

interface Stored {
  readonly lang: string
  readonly docs: readonly {
    readonly id: string
    readonly title: string
    readonly tags?: readonly string[]
    readonly date?: string
    readonly text: string
  }[]
  readonly rel: Readonly<Record<string, readonly string[]>>
}

const FILE = /^related-(.*)\.json$/
const HEADING = /^#{1,6}\s+(.*)$/gm
/** Attributes behind a heading or link, which some site generators read: no words of the text. */
const ATTRIBUTES = /\{[^}\n]*\}/g
/** Languages by the names that corpora have for them; others are BCP 47 already. */
const LANGUAGES: Readonly<Record<string, string>> = { english: 'en', dutch: 'nl' }

/** The corpora in files and folders, of which every `related-*.json` is one. @throws Error of the file system. */
export function corpusFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path]
    const names = readdirSync(path).filter((name) => FILE.test(name))
    return names.sort().map((name) => join(path, name))
  })
}

/** Reads a corpus. Links are the ground truth, so no article gets any. @throws Error when it is none. */
export function readCorpus(file: string): Corpus {
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Partial<Stored>
  const { lang, docs, rel } = stored
  if (typeof lang !== 'string' || !Array.isArray(docs) || typeof rel !== 'object') {
    throw new Error(`${file} is no corpus: it must have lang, docs and rel`)
  }
  return {
    name: FILE.exec(basename(file))?.[1] ?? basename(file),
    articles: docs.map((doc: Stored['docs'][number], id) => articleOf(doc, id, LANGUAGES[lang] ?? lang)),
    linked: linksAmong(docs, rel),
  }
}

function articleOf(doc: Stored['docs'][number], id: number, language: string): RelatedSource {
  const text = doc.text.replace(ATTRIBUTES, '')
  return {
    id,
    language,
    title: doc.title,
    summary: '',
    text: text.replace(HEADING, ''),
    headings: Array.from(text.matchAll(HEADING), ([, heading = '']) => heading),
    tags: doc.tags ?? [],
    categoryPath: [],
    date: doc.date ?? null,
    links: [],
  }
}

/** Only links between two different articles that the corpus has. */
function linksAmong(docs: Stored['docs'], rel: Stored['rel']): Map<number, ReadonlySet<number>> {
  const ids = new Map(docs.map((doc, place) => [doc.id, place]))
  const linked = new Map<number, ReadonlySet<number>>()
  for (const [from, to] of Object.entries(rel)) {
    const id = ids.get(from)
    if (id === undefined) continue
    const others = to.map((name) => ids.get(name)).filter((other) => other !== undefined && other !== id)
    if (others.length > 0) linked.set(id, new Set(others as number[]))
  }
  return linked
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RelatedSource } from '../../core/related/index.ts'

/** Articles that somebody else wrote, and which of them their editors linked to which. */
export interface Corpus {
  readonly name: string
  /** In the order of the file; the id of each is its place. */
  readonly articles: readonly RelatedSource[]
  /** What an editor found worth linking, by id: the ground truth. */
  readonly linked: ReadonlyMap<number, ReadonlySet<number>>
}

interface Stored {
  readonly lang: string
  readonly docs: readonly {
    readonly id: string
    readonly title: string
    readonly tags: readonly string[]
    readonly date: string
    readonly text: string
  }[]
  readonly rel: Readonly<Record<string, readonly string[]>>
}

const HEADING = /^#{1,6}\s+(.*)$/gm
/** Attributes behind a heading or link, which some site generators read: no words of the text. */
const ATTRIBUTES = /\{[^}\n]*\}/g

/** Reads `related-<language>.json`. Links are the ground truth, so no article gets any. */
export function readCorpus(folder: string, language: string): Corpus {
  const name = `related-${language}`
  const stored = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Stored
  const ids = new Map(stored.docs.map((doc, place) => [doc.id, place]))
  const idsOf = (names: readonly string[]) => new Set(names.flatMap((one) => ids.get(one) ?? []))
  return {
    name,
    articles: stored.docs.map((doc, id) => {
      const text = doc.text.replace(ATTRIBUTES, '')
      return {
        id,
        language,
        title: doc.title,
        summary: '',
        text: text.replace(HEADING, ''),
        headings: Array.from(text.matchAll(HEADING), ([, heading = '']) => heading),
        tags: doc.tags,
        categoryPath: [],
        date: doc.date,
        links: [],
      }
    }),
    linked: new Map(
      Object.entries(stored.rel).flatMap(([from, to]) =>
        [...idsOf([from])].map((id): [number, ReadonlySet<number>] => [id, idsOf(to)]),
      ),
    ),
  }
}

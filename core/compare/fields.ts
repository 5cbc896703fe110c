/** Which fields of an article differ between two of its states, besides the text. */
import type { ArticlePatch } from '../article.ts'
import { compareTexts, type Run } from './index.ts'
import { editMarks } from './script.ts'

type State = Required<ArticlePatch>

/** A field other than the body, in the order in which they are shown. */
export type ComparedField = Exclude<keyof State, 'body'>

const SHOWN: readonly ComparedField[] = [
  'title',
  'summary',
  'status',
  'publishedAt',
  'categoryId',
  'tags',
  'authorIds',
  'cover',
  'coverAlt',
  'slug',
  'language',
  'metaTitle',
  'metaDescription',
  'footerPlace',
  'extra',
]

/** The fields that differ, in the order in which they are shown. */
export function changedFields(before: State, after: State): ComparedField[] {
  return SHOWN.filter((field) => !alike(before[field], after[field]))
}

function alike(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

/** What became of a line of text, word by word. */
export function compareLines(before: string, after: string): Run[] {
  return compareTexts(before, after).paragraphs.flatMap(({ runs }) => [...runs])
}

/** What became of a list of names, one run a name; one that changed its place went and came. */
export function compareLists(before: readonly string[], after: readonly string[]): Run[] {
  const names = [...new Set([...before, ...after])]
  const numbers = (list: readonly string[]) => Int32Array.from(list, (name) => names.indexOf(name))
  const { removed, added } = editMarks(numbers(before), numbers(after))
  const runs: Run[] = []
  let at = 0
  const take = (kind: Run['kind'], text: string | undefined) => runs.push({ kind, text: text ?? '' })
  for (const [index, name] of after.entries()) {
    while (removed[at] === 1) take('removed', before[at++])
    if (added[index] !== 1) at += 1
    take(added[index] === 1 ? 'added' : 'same', name)
  }
  while (at < before.length) take('removed', before[at++])
  return runs
}

import { RelatedIndex, type RelatedSource, type Suggestion, analyse } from '../../../core/related/index.ts'

/** An article for a test: what the test does not speak of is empty. */
export function article(id: number, given: Partial<RelatedSource>): RelatedSource {
  return {
    id,
    language: 'nl',
    title: '',
    summary: '',
    text: '',
    headings: [],
    tags: [],
    categoryPath: [],
    date: '2025-01-01',
    links: [],
    ...given,
  }
}

export function indexOf(articles: readonly RelatedSource[]): RelatedIndex {
  const index = new RelatedIndex()
  for (const one of articles) index.add(one.id, analyse(one), one)
  return index
}

export function ids(suggestions: readonly Suggestion[]): readonly number[] {
  return suggestions.map((one) => one.id)
}

/** How a page differs from the one that stood in its place, as far as the pages themselves tell. */
import type { PlanReason } from '../../core/bridge.ts'

/** What structured data tells of an article, and what it is called in a plan. */
const FIELDS: readonly (readonly [field: string, reason: PlanReason])[] = [
  ['headline', 'title'],
  ['name', 'title'],
  ['description', 'summary'],
  ['datePublished', 'date'],
  ['articleSection', 'category'],
  ['keywords', 'tags'],
  ['author', 'author'],
  ['image', 'cover'],
]

/** Types of the things that a page can be about: https://schema.org */
const SUBJECTS = new Set(['BlogPosting', 'WebPage', 'CollectionPage'])

/**
 * Which parts of a page are other than before. `body` is the HTML of the article's text, which stands in a page byte for
 * byte; empty on pages that have none. Empty when the difference lies in what themes put around these parts.
 */
export function pageChanges(before: string, after: string, body: string): readonly PlanReason[] {
  const reasons = new Set<PlanReason>()
  const [old, now] = [subjectOf(before), subjectOf(after)]
  for (const [field, reason] of FIELDS) {
    if (JSON.stringify(old[field]) !== JSON.stringify(now[field])) reasons.add(reason)
  }
  if (body !== '' && !before.includes(body)) reasons.add('text')
  else if (picturesIn(before) !== picturesIn(after)) reasons.add('picture')
  if (body === '' && linksIn(before) !== linksIn(after)) reasons.add('articles')
  else if (body === '' && reasons.size === 0 && textIn(before) !== textIn(after)) reasons.add('cards')
  return [...reasons]
}

function subjectOf(html: string): Readonly<Record<string, unknown>> {
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1]
  try {
    const graph = (JSON.parse(json ?? '{}') as { '@graph'?: readonly Record<string, unknown>[] })['@graph']
    return graph?.find((one) => SUBJECTS.has(String(one['@type']))) ?? {}
  } catch {
    // A page that another hand changed may hold anything.
    return {}
  }
}

const picturesIn = (html: string): string =>
  [...html.matchAll(/<(?:img|source)\b[^>]*?\bsrc(?:set)?="([^"]*)"/g)]
    .map(([, address]) => address)
    .join('\n')

const linksIn = (html: string): string =>
  [...mainOf(html).matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)].map(([, address]) => address).join('\n')

const textIn = (html: string): string =>
  mainOf(html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

/** What stands between the header and the footer. */
function mainOf(html: string): string {
  return /<main\b.*<\/main>/s.exec(html)?.[0] ?? html
}

import type { UiLanguage } from '../../bridge.ts'
import type { Reason } from '../../related/index.ts'
import { inspectorWords, type InspectorWords } from './inspector.ts'

/** A piece of a sentence about reasons; `emphasis` marks words of the articles themselves. */
interface ReasonPart {
  readonly text: string
  readonly emphasis: boolean
}

/** How many shared words or tags are named; more tell nothing. */
const MOST_NAMED = 4

/**
 * Why an article is suggested, as one line: `same category, shares enkel, bospad, pezen`, in parts so that the
 * articles' own words can be set apart. `categoryName` gives the name that goes with a category's slug.
 */
export function describeReasons(
  language: UiLanguage,
  reasons: readonly Reason[],
  categoryName: (slug: string) => string,
): readonly ReasonPart[] {
  const words = inspectorWords[language].reasons
  return reasons.flatMap((reason, index) => [
    ...(index === 0 ? [] : [plain(', ')]),
    ...describe(words, reason, categoryName),
  ])
}

function describe(
  words: InspectorWords['reasons'],
  reason: Reason,
  categoryName: (slug: string) => string,
): readonly ReasonPart[] {
  switch (reason.kind) {
    case 'category':
      return [
        plain(reason.same ? words.sameCategory : words.nearCategory(categoryName(reason.path.at(-1) ?? ''))),
      ]
    case 'tags':
      return [plain(`${words.tags(reason.tags.length)} `), own(reason.tags)]
    case 'title':
      return [plain(`${words.names.before} `), own(reason.words), plain(` ${words.names.after}`)]
    case 'terms':
      return [plain(`${words.shares} `), own(reason.terms)]
    case 'link':
      return [plain({ to: words.linksTo, from: words.linksFrom, both: words.linksBoth }[reason.direction])]
    case 'sharedLinks':
      return [plain(words.sharedLinks(reason.ids.length))]
  }
}

function plain(text: string): ReasonPart {
  return { text, emphasis: false }
}

function own(names: readonly string[]): ReasonPart {
  return { text: names.slice(0, MOST_NAMED).join(', '), emphasis: true }
}

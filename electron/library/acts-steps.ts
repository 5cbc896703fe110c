import { type AuthorStep, takeBackAuthor } from './acts-authors.ts'
import { type ArrivalStep, takeBackArrival } from './acts-arrivals.ts'
import { type CategoryStep, takeBackCategory } from './acts-categories.ts'
import { type FieldStep, takeBackFields } from './acts-fields.ts'
import { type MediaStep, takeBackMedia } from './acts-media.ts'
import { type SearchStep, takeBackSearch } from './acts-searches.ts'
import { type SlugStep, slugChanges, readSlugs, takeBackSlugs } from './acts-slugs.ts'
import { type TagStep, takeBackTag } from './acts-tags.ts'
import { type RelatedStep, takeBackRelated } from './acts-related.ts'
import type { Connection } from './connection.ts'

/** One thing that an act did, with what it takes to take it back. Stored as JSON: what is here stays readable. */
export type Step =
  | FieldStep
  | CategoryStep
  | TagStep
  | AuthorStep
  | MediaStep
  | RelatedStep
  | ArrivalStep
  | SearchStep
  | SlugStep

/** What taking a step back did, and what it had to leave as it is. */
export interface TakenBack {
  /** The steps that take this back. */
  readonly steps: readonly Step[]
  /** What stays as it is, each under a name of its own. */
  readonly kept: readonly string[]
}

/** Does work that tells its steps, and adds to them what it did to old addresses. */
export function withSlugs<T extends { readonly steps: readonly Step[] }>(
  connection: Connection,
  work: () => T,
): T & { readonly steps: readonly Step[] } {
  const before = readSlugs(connection)
  const done = work()
  const slugs = slugChanges(before, readSlugs(connection))
  return slugs ? { ...done, steps: [slugs, ...done.steps] } : done
}

/** Takes steps back, the last one first. Within a transaction. */
export function takeBack(connection: Connection, steps: readonly Step[]): TakenBack {
  return withSlugs(connection, () => {
    const done: Step[] = []
    const kept = new Set<string>()
    const owners = readSlugs(connection)
    for (const step of steps.toReversed()) {
      // Where something keeps what it has now, it keeps its addresses as well.
      if (step.do === 'slugs' && kept.size > 0) continue
      const one = takeOneBack(connection, step, owners)
      done.push(...one.steps)
      for (const name of one.kept) kept.add(name)
    }
    return { steps: done, kept: [...kept] }
  })
}

function takeOneBack(connection: Connection, step: Step, owners: ReturnType<typeof readSlugs>): TakenBack {
  switch (step.do) {
    case 'fields': {
      const { step: back, kept } = takeBackFields(connection, step)
      return { steps: back ? [back] : [], kept: kept.map((id) => `article ${id}`) }
    }
    case 'placed':
    case 'binned':
    case 'unbinned':
      return takeBackCategory(connection, step)
    case 'tagged':
      return takeBackTag(connection, step)
    case 'authorGone':
    case 'authorCame':
      return takeBackAuthor(connection, step)
    case 'media':
      return takeBackMedia(connection, step)
    case 'related':
      return takeBackRelated(connection, step)
    case 'searchGone':
    case 'searchCame':
      return takeBackSearch(connection, step)
    case 'arrived':
    case 'undid':
    case 'rewritten':
      return takeBackArrival(connection, step)
    case 'slugs':
      takeBackSlugs(connection, step, owners)
      return { steps: [], kept: [] }
    default:
      // Recorded by a newer Longhand: it stays as it is.
      return { steps: [], kept: [String((step as { do?: unknown }).do)] }
  }
}

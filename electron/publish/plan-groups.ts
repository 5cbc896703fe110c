/** A plan as the window shows it. */
import type { ExportPlan, PlanGroup, PlanItem, ShownPlan } from '../../core/bridge.ts'

/** Files of a group that are named; of the others there is a number. */
const MOST_NAMED = 100

/** Groups a plan by what its files are and the first reason of each, the largest groups first. */
export function shownPlan({ added, changed, removed, replaced, ...plan }: ExportPlan): ShownPlan {
  return {
    ...plan,
    added: groups(added),
    changed: groups(changed),
    removed: groups(removed),
    replaced: { count: replaced.length, paths: replaced.slice(0, MOST_NAMED) },
  }
}

function groups(items: readonly PlanItem[]): readonly PlanGroup[] {
  const grouped = Map.groupBy(items, ({ kind, reasons }) => `${kind} ${reasons[0]}`)
  return [...grouped.values()]
    .flatMap((some) => {
      const [first] = some
      const reason = first?.reasons[0]
      if (first === undefined || reason === undefined) return []
      const bytes = some.reduce((sum, item) => sum + item.bytes, 0)
      return { reason, kind: first.kind, count: some.length, bytes, items: some.slice(0, MOST_NAMED) }
    })
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.count - a.count)
}

/** What a writer looks for first comes first. */
const ORDER: readonly PlanItem['kind'][] = [
  'article',
  'list',
  'picture',
  'redirect',
  'feed',
  'search',
  'theme',
  'other',
]

/** What an export would do, for screens: `?plan=foreign`, `?plan=nothing`. */
import type { PlanGroup, PlanKind, PlanReason, ShownPlan } from '../../../core/bridge.ts'

function group(kind: PlanKind, reason: PlanReason, count: number, title = ''): PlanGroup {
  const items = Array.from({ length: Math.min(count, 100) }, (_, index) => ({
    path: `${kind}-${index + 1}.html`,
    kind,
    title,
    reasons: [reason],
    bytes: 9_000 + index,
  }))
  return { kind, reason, count, bytes: count * 9_000, items }
}

export function mockPlan(folder: string, kind: string | null): ShownPlan {
  const isForeign = kind === 'foreign'
  const isNothing = kind === 'nothing'
  return {
    folder,
    id: 'plan',
    isOurs: !isForeign,
    kept: isForeign ? 12 : 0,
    replaced: isForeign ? { count: 2, paths: ['index.html', 'robots.txt'] } : { count: 0, paths: [] },
    added: isNothing
      ? []
      : [group('article', 'first', 2, 'Linzensoep voor een week'), group('picture', 'first', 3)],
    changed: isNothing
      ? []
      : [
          group('article', 'related', 3, 'Stramme heupen'),
          group('article', 'text', 1, 'Zuurdesem'),
          group('list', 'cards', 240),
          group('feed', 'articles', 2),
        ],
    removed: isNothing ? [] : [group('article', 'withdrawn', 1, 'Concept')],
    unchanged: 340,
    articles: 14,
    pages: 38,
    bytes: 2_412_000,
    writtenBytes: 96_000,
    waiting: { count: 2, first: '2999-12-01T09:00:00Z', last: '2999-12-24T09:00:00Z' },
    warnings: [
      {
        kind: 'brokenLink',
        slug: 'linzensoep',
        title: 'Linzensoep voor een week',
        target: 'recepten/bouillon.html',
        line: 14,
      },
    ],
    milliseconds: 120,
  }
}

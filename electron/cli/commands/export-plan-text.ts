import type { ExportPlan, PlanItem } from '../../../core/bridge.ts'
import { formatBytes, longDate, uiWords } from '../../../core/locale/ui/index.ts'
import { table } from '../table.ts'

const WORDS = uiWords.en.export.plan

/** A plan for a terminal: every file with its reasons, then the sums. */
export function planText(plan: ExportPlan): string {
  const { added, changed, removed, unchanged, replaced, kept, waiting } = plan
  const lists = [
    listText('+', added),
    listText('~', changed),
    listText('-', removed),
    replaced.length === 0 ? '' : `${replaced.map((path) => `! ${path}  not made by Longhand\n`).join('')}`,
  ]
  const sums = table(
    [
      ['new', String(added.length)],
      ['changed', String(changed.length)],
      ['removed', String(removed.length)],
      ['unchanged', String(unchanged)],
      ...(kept > 0 ? [['not Longhand’s, left alone', String(kept)]] : []),
    ],
    [1],
  )
  const waits =
    waiting.count === 0
      ? ''
      : `${WORDS.waiting(waiting.count, longDate('en', waiting.first), longDate('en', waiting.last))}\n`
  const size = `${formatBytes('en', plan.writtenBytes)} to write, ${formatBytes('en', plan.bytes)} in all\n`
  return `${plan.folder}\n${lists.join('')}${sums}${size}${waits}`
}

function listText(mark: string, items: readonly PlanItem[]): string {
  const rows = items.map(({ path, reasons }) => [
    mark,
    path,
    reasons.map((reason) => WORDS.reasons[reason]).join(', '),
  ])
  return rows.length === 0 ? '' : table(rows)
}

import { ChevronRight, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import type { PlanGroup, PlanItem, ShownPlan } from '../../core/bridge.ts'
import { formatBytes, formatNumber, longDate } from '../../core/locale/ui/index.ts'
import report from '../ui/Report.module.css'
import { useLanguage, useWords } from '../words.tsx'
import { Warnings } from './Warnings.tsx'
import styles from './plan.module.css'

export interface PlanViewProps {
  readonly plan: ShownPlan
  /** Whether the writer agreed to what is to happen to a folder, or files, that are not Longhand's. */
  readonly agreed: boolean
  readonly onAgree: (agreed: boolean) => void
}

/** Whether a plan touches what Longhand did not make, so that the writer has to agree. */
export function needsConsent({ isOurs, replaced }: ShownPlan): boolean {
  return !isOurs || replaced.count > 0
}

/** What an export will do, before it does it: how much, to which files, and why. */
export function PlanView({ plan, agreed, onAgree }: PlanViewProps) {
  const words = useWords().export
  const language = useLanguage()
  const number = (value: number) => formatNumber(language, value)
  const { added, changed, removed, unchanged, waiting, kept } = plan
  const files = countOf(added) + countOf(changed)
  const isNothing = files === 0 && removed.length === 0
  return (
    <section aria-label={words.plan.title} className={styles['plan']}>
      {needsConsent(plan) && <Consent plan={plan} agreed={agreed} onAgree={onAgree} />}
      {/* One sentence, spoken when it comes. */}
      <output className={styles['sum']}>
        {isNothing
          ? words.plan.nothing
          : `${words.plan.write(words.plan.files(files, number(files)), formatBytes(language, plan.writtenBytes))}.`}
      </output>
      <Part title={words.plan.added} groups={added} />
      <Part title={words.plan.changed} groups={changed} />
      <Part title={words.plan.removed} groups={removed} />
      <p className={report['faint']}>
        {unchanged > 0 && `${words.plan.unchanged(unchanged, number(unchanged))} `}
        {kept > 0 && `${words.plan.kept(kept, number(kept))} `}
        {words.plan.whole(
          words.plan.articles(plan.articles, number(plan.articles)),
          words.plan.pages(plan.pages, number(plan.pages)),
          formatBytes(language, plan.bytes),
        )}
      </p>
      {plan.articles === 0 && <p className={report['intro']}>{words.nothingPublished}</p>}
      {waiting.count > 0 && (
        <p className={report['intro']}>
          {words.plan.waiting(
            waiting.count,
            longDate(language, waiting.first),
            longDate(language, waiting.last),
          )}
        </p>
      )}
      {plan.warnings.length > 0 && (
        <details className={styles['part']}>
          <summary>
            <ChevronRight aria-hidden />
            {words.warnings(plan.warnings.length)}
          </summary>
          <div className={styles['inside']}>
            <Warnings warnings={plan.warnings} />
          </div>
        </details>
      )}
    </section>
  )
}

/** What is asked before anything is touched that Longhand did not make. */
function Consent({ plan, agreed, onAgree }: PlanViewProps) {
  const words = useWords().export.plan
  const language = useLanguage()
  const { replaced, isOurs } = plan
  const rest = replaced.count - replaced.paths.length
  const id = useId()
  return (
    <section className={styles['consent']} aria-labelledby={id}>
      <p id={id} className={styles['consentTitle']}>
        <TriangleAlert aria-hidden />
        {isOurs ? words.replaced(replaced.count, formatNumber(language, replaced.count)) : words.foreign}
      </p>
      {!isOurs && replaced.count > 0 && (
        <p>{words.replaced(replaced.count, formatNumber(language, replaced.count))}</p>
      )}
      {replaced.count > 0 && (
        <p className={styles['paths']}>
          {replaced.paths.join(', ')}
          {rest > 0 && ` ${words.more(formatNumber(language, rest))}`}
        </p>
      )}
      <label className={styles['agree']}>
        <input type="checkbox" checked={agreed} onChange={(event) => onAgree(event.target.checked)} />
        {isOurs ? words.agreeReplace : words.agree}
      </label>
    </section>
  )
}

/** All that is new, changes or goes; opened where it is short. */
function Part({ title, groups }: { readonly title: string; readonly groups: readonly PlanGroup[] }) {
  const words = useWords().export
  const language = useLanguage()
  if (groups.length === 0) return null
  const count = countOf(groups)
  return (
    <details className={styles['part']} open={groups.length <= MOST_OPEN}>
      <summary>
        <ChevronRight aria-hidden />
        {title}
        <span className={report['faint']}>{formatNumber(language, count)}</span>
      </summary>
      <ul className={styles['inside']}>
        {groups.map((group) => (
          <li key={`${group.kind} ${group.reason}`}>
            <details className={styles['group']}>
              <summary>
                <ChevronRight aria-hidden />
                <span>
                  {words.plan.kinds[group.kind]}
                  {/* That a new file was not there goes without saying. */}
                  {group.reason !== 'first' && `: ${words.plan.reasons[group.reason]}`}
                </span>
                <span className={styles['amount']}>
                  {formatNumber(language, group.count)} · {formatBytes(language, group.bytes)}
                </span>
              </summary>
              <Items group={group} />
            </details>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Groups that are shown without being asked for. */
const MOST_OPEN = 8

function Items({ group }: { readonly group: PlanGroup }) {
  const words = useWords().export.plan
  const language = useLanguage()
  const rest = group.count - group.items.length
  const why = ({ reasons }: PlanItem) => reasons.map((reason) => words.reasons[reason]).join(', ')
  return (
    <ul className={styles['items']}>
      {group.items.map((item) => (
        <li key={item.path}>
          <span className={styles['name']} title={item.path}>
            {item.title || item.path}
          </span>
          {item.reasons.length > 1 && <span className={report['faint']}> · {why(item)}</span>}
          <span className={styles['amount']}>{formatBytes(language, item.bytes)}</span>
        </li>
      ))}
      {rest > 0 && <li className={report['faint']}>{words.more(formatNumber(language, rest))}</li>}
    </ul>
  )
}

function countOf(groups: readonly PlanGroup[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0)
}

import { STATUSES } from '../../core/article.ts'
import type { RelatedList } from '../../core/bridge.ts'
import { FRESHNESS, MOST_RELATED } from '../../core/related/index.ts'
import { Choice, Segmented } from '../ui/Choice.tsx'
import { Switch } from '../ui/Switch.tsx'
import { useWords } from '../words.tsx'
import type { RelatedActs } from './related-acts.ts'
import styles from './Related.module.css'

interface RulesProps {
  readonly list: RelatedList
  readonly acts: RelatedActs
  /** How many articles a page of the site shows. */
  readonly siteCount: number
}

/** How many are shown, and by which rules. */
export function RelatedRulesFields({ list, acts, siteCount }: RulesProps) {
  const words = useWords().related
  const { rules } = list
  const numbers = Array.from({ length: MOST_RELATED + 1 }, (_, count) => String(count))
  return (
    <section className={styles['rules']}>
      <Choice
        label={words.count}
        value={list.count === null ? 'site' : String(list.count)}
        options={[
          { id: 'site', label: words.asSite(siteCount) },
          ...numbers.map((id) => ({ id, label: id })),
        ]}
        onChange={(value) => acts.setCount(value === 'site' ? null : Number(value))}
      />
      <details className={styles['more']}>
        <summary>{words.rules}</summary>
        <div className={styles['fields']}>
          <Segmented
            label={words.freshness}
            value={rules.freshness}
            options={FRESHNESS.map((id) => ({ id, label: words.wishes[id] }))}
            onChange={(freshness) => acts.setRules({ ...rules, freshness })}
          />
          <p className={styles['detail']}>{words.wishDetail[rules.freshness]}</p>
          <Toggle
            label={words.sameLanguage}
            isOn={rules.sameLanguage}
            onChange={(sameLanguage) => acts.setRules({ ...rules, sameLanguage })}
          />
          <p className={styles['detail']}>{words.sameLanguageDetail}</p>
          <fieldset className={styles['statuses']}>
            <legend>{words.statuses}</legend>
            {STATUSES.map((status) => (
              <Toggle
                key={status}
                label={words.status[status]}
                isOn={rules.statuses.includes(status)}
                // Without any status nothing could ever be suggested.
                isDisabled={rules.statuses.length === 1 && rules.statuses.includes(status)}
                onChange={(isOn) =>
                  acts.setRules({
                    ...rules,
                    statuses: STATUSES.filter((each) =>
                      each === status ? isOn : rules.statuses.includes(each),
                    ),
                  })
                }
              />
            ))}
          </fieldset>
        </div>
      </details>
    </section>
  )
}

interface ToggleProps {
  readonly label: string
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isOn: boolean) => void
}

function Toggle({ label, isOn, isDisabled = false, onChange }: ToggleProps) {
  return (
    <Switch isSelected={isOn} isDisabled={isDisabled} onChange={onChange}>
      {label}
    </Switch>
  )
}

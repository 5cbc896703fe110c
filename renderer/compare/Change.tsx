import { Undo2 } from 'lucide-react'
import { createContext, useContext, type ReactNode } from 'react'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { IconButton } from '../ui/Button.tsx'
import { Segmented } from '../ui/Choice.tsx'
import { useLanguage, useWords } from '../words.tsx'
import styles from './compare.module.css'

/** What can be done with a change. */
export interface ChangeActs<Id> {
  /** Puts what was there before back into the article; absent where both sides are past. */
  readonly takeBack?: (id: Id) => void
  /** Which side to take, in a conflict. */
  readonly choiceOf?: (id: Id) => 'old' | 'new'
  readonly choose?: (id: Id, side: 'old' | 'new') => void
}

/** How many changes there are. */
export const TotalContext = createContext(0)

interface ChangeProps<Id> {
  /** Its place among all changes, from 0. */
  readonly change: number
  readonly id: Id
  readonly acts: ChangeActs<Id>
  readonly canTake?: boolean
  /** An empty line comes after it. */
  readonly spaced?: boolean
  readonly children: ReactNode
}

/** One change with what can be done about it. It can be gone to, and says which one it is. */
export function Change<Id>({ change, id, acts, canTake = true, spaced, children }: ChangeProps<Id>) {
  const words = useWords().history
  const language = useLanguage()
  const total = useContext(TotalContext)
  const { takeBack, choiceOf, choose } = acts
  const name = words.change(formatNumber(language, change + 1), formatNumber(language, total))
  return (
    <div
      // A field set would be announced as a form; this is a part of a text.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={name}
      tabIndex={-1}
      className={styles['change']}
      data-change={change}
      data-choice={choiceOf?.(id)}
      data-spaced={spaced || undefined}
    >
      {children}
      {takeBack !== undefined && canTake && (
        <div className={styles['act']}>
          <IconButton icon={Undo2} label={words.takeBack} onPress={() => takeBack(id)} />
        </div>
      )}
      {choose !== undefined && (
        <div className={styles['choose']}>
          <Segmented
            label={`${words.choose}: ${name}`}
            showLabel={false}
            value={choiceOf?.(id) ?? 'new'}
            options={[
              // In the order of the columns.
              { id: 'old', label: words.theirs },
              { id: 'new', label: words.mine },
            ]}
            onChange={(side) => choose(id, side)}
          />
        </div>
      )}
    </div>
  )
}

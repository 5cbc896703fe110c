import type { LucideIcon } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { OverviewArticle } from '../../core/bridge.ts'
import { openArticle, standing } from '../actions.ts'
import { hasMod } from '../keys.ts'
import { IconButton } from '../ui/Button.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import { useWords } from '../words.tsx'
import styles from './OverviewView.module.css'

/** What can be done with each article of a list, by its button or the delete key. */
export interface LineAct {
  readonly icon: LucideIcon
  readonly label: string
  readonly run: (article: OverviewArticle) => void
}

export interface LinesProps {
  readonly label: string
  readonly articles: readonly OverviewArticle[]
  readonly act?: LineAct
}

/** Articles one a line; Enter or a double click opens one. */
export function Lines({ label, articles, act }: LinesProps) {
  const { untitled } = useWords().common
  const onKeyDown = (event: KeyboardEvent): void => {
    const isDelete = event.key === 'Delete' || (event.key === 'Backspace' && hasMod(event))
    const row = (event.target as HTMLElement).closest<HTMLElement>('[role=row]')
    const article = isDelete && articles.find(({ id }) => String(id) === row?.dataset['key'])
    if (!article || !act) return
    event.preventDefault()
    act.run(article)
  }
  return (
    // The keys that are heard are those of the rows in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown}>
      <GridList
        aria-label={label}
        className={styles['list'] ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        onAction={(key) => openArticle(Number(key))}
      >
        {articles.map((article) => (
          <GridListItem
            key={article.id}
            id={article.id}
            textValue={article.title || untitled}
            className={styles['line'] ?? ''}
          >
            <StatusMark standing={standing({ ...article, trashedAt: null })} />
            <span className={styles['name']}>{article.title || untitled}</span>
            {act && (
              <span className={styles['lineAct']}>
                <IconButton
                  icon={act.icon}
                  label={act.label}
                  keys="Delete"
                  onPress={() => act.run(article)}
                />
              </span>
            )}
          </GridListItem>
        ))}
      </GridList>
    </div>
  )
}

import { EyeOff, Undo2 } from 'lucide-react'
import { useRef } from 'react'
import type { OverviewArticle, OverviewLines, OverviewList } from '../../core/bridge.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { act, sayAct } from '../acts/acts.ts'
import { useLanguage, useWords } from '../words.tsx'
import { Lines } from './Lines.tsx'
import { leave } from './looking.ts'
import styles from './OverviewView.module.css'
import { Part } from './Part.tsx'

interface SinglesProps {
  readonly list: OverviewList
  readonly lines: OverviewLines
}

/** Single articles to do something about, each of which can be left as it is; those that are stand folded below. */
export function Singles({ list, lines: { total, articles, left } }: SinglesProps) {
  const words = useWords()
  const { overview } = words
  const language = useLanguage()
  const here = useRef<HTMLDivElement>(null)
  const settle = async (article: OverviewArticle, isLeft: boolean): Promise<void> => {
    const done = await act(() => leave(list, article, isLeft))
    if (done === undefined) return
    const title = article.title || words.common.untitled
    sayAct(words, isLeft ? overview.leaveDone(title) : overview.bringBackDone(title), done)
    // The last of a list goes with the list: the keys stay the overview's.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      here.current?.closest<HTMLElement>('[data-overview]')?.focus()
    })
  }
  const { title } = overview[list]
  const folded = overview.left(left.total, formatNumber(language, left.total))
  return (
    <div ref={here} className={styles['singles']}>
      <Part
        words={overview[list]}
        total={total}
        shown={articles.length}
        end={
          left.total > 0 && (
            <details className={styles['left']}>
              <summary>{folded}</summary>
              <Lines
                label={`${title}: ${folded}`}
                articles={left.articles}
                act={{
                  icon: Undo2,
                  label: overview.bringBack,
                  run: (article) => void settle(article, false),
                }}
              />
            </details>
          )
        }
      >
        <Lines
          label={title}
          articles={articles}
          act={{ icon: EyeOff, label: overview.leave, run: (article) => void settle(article, true) }}
        />
      </Part>
    </div>
  )
}

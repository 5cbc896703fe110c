import { useRef, type ReactNode } from 'react'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { useLanguage, useWords } from '../words.tsx'
import { useFocusOnNext } from './next-group.ts'
import styles from './OverviewView.module.css'

interface PartProps {
  readonly words: { readonly title: string; readonly detail: string; readonly none: string }
  readonly total: number
  readonly shown: number
  readonly children: ReactNode
  /** Stands at the end in any case. */
  readonly end?: ReactNode
}

/** One list of the overview, with its title and how many there are. */
export function Part({ words, total, shown, children, end }: PartProps) {
  const { more, noOthers } = useWords().overview
  const language = useLanguage()
  const section = useRef<HTMLElement>(null)
  const onFocus = useFocusOnNext(section, shown)
  return (
    // The focus that is heard of is that of the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={section} className={styles['part']} aria-label={words.title} onFocus={onFocus}>
      <h3 className={styles['partTitle']}>
        {words.title}
        {total > 0 && <span className={styles['total']}>{formatNumber(language, total)}</span>}
      </h3>
      <p className={styles['detail']}>{total > 0 ? words.detail : end ? noOthers : words.none}</p>
      {shown > 0 && children}
      {total > shown && <p className={styles['detail']}>{more(formatNumber(language, total - shown))}</p>}
      {end}
    </section>
  )
}

import { useState, type ReactNode } from 'react'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { useLanguage, useWords } from '../words.tsx'
import { Button } from './Button.tsx'
import styles from './Report.module.css'

/** As many of a long list are shown at first. */
const FEW = 6
/** More than these help nobody, and take their time to draw. */
const MOST = 500

/** The first few of a list, or all that can be shown once the writer asks; with the button for that where it is long. */
export function useFew<T>(items: readonly T[]): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const words = useWords()
  const language = useLanguage()
  const [isAll, setAll] = useState(false)
  if (items.length <= FEW) return { shown: items, more: null }
  const rest = isAll ? items.length - MOST : 0
  const more = (
    <>
      {rest > 0 && <p className={styles['faint']}>{words.intake.more(formatNumber(language, rest))}</p>}
      <Button
        kind="quiet"
        className={styles['few'] ?? ''}
        aria-expanded={isAll}
        onPress={() => setAll(!isAll)}
      >
        {isAll ? words.common.showFewer : words.common.showAll(items.length)}
      </Button>
    </>
  )
  return { shown: items.slice(0, isAll ? MOST : FEW), more }
}

import { formatNumber } from '../../core/locale/ui/index.ts'
import { useAppState, useCounts } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Choice.tsx'
import { useWindow, windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { emptyTrash, TRASHED, useTrash, type TrashShows } from './trash.ts'
import styles from './TrashHead.module.css'

/** How much of each kind lies in the trash. */
function useTrashCounts(): Readonly<Record<TrashShows, number>> {
  const trash = useTrash()
  return {
    articles: useCounts().data?.trash ?? 0,
    categories: trash?.categories.length ?? 0,
    media: trash?.media.length ?? 0,
  }
}

/** Empties the trash; there as long as something lies in it. */
export function EmptyTrash() {
  const words = useWords()
  const { articles, categories, media } = useTrashCounts()
  if (articles + categories + media === 0) return null
  return (
    <Button kind="quiet" className={styles['empty'] ?? ''} onPress={() => void emptyTrash(words)}>
      {words.list.emptyTrash}
    </Button>
  )
}

/** What of the trash is listed, and when it empties itself. */
export function TrashHead() {
  const words = useWords()
  const language = useLanguage()
  const shows = useWindow((value) => value.trashShows)
  const counts = useTrashCounts()
  const days = useAppState().data?.library?.site.trashDays ?? null
  const label = (each: TrashShows) =>
    counts[each] === 0 ? words.trash[each] : `${words.trash[each]} ${formatNumber(language, counts[each])}`
  return (
    <div className={styles['head']}>
      <div className={styles['shows']}>
        <Segmented<TrashShows>
          label={words.trash.shows}
          showLabel={false}
          value={shows}
          options={TRASHED.map((each) => ({ id: each, label: label(each) }))}
          onChange={(trashShows) => windowState.set({ trashShows })}
        />
      </div>
      <p className={styles['rule']}>
        {days === null ? words.trash.emptiesNever : words.trash.emptiesItself(days)}
        <Button
          kind="quiet"
          className={styles['change'] ?? ''}
          aria-label={words.trash.changeRule}
          onPress={() => windowState.open({ name: 'siteSettings' })}
        >
          {words.trash.change}
        </Button>
      </p>
    </div>
  )
}

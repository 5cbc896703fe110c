import { TriangleAlert } from 'lucide-react'
import { openArticle } from '../actions.ts'
import type { UnsavedArticle } from '../article-store.ts'
import banner from '../FailureBanner.module.css'
import { Button } from '../ui/Button.tsx'
import { useWindow } from '../window.ts'
import { useWords } from '../words.tsx'
import { compare } from './comparing.ts'

/** Says, across the window, that an article was changed here and elsewhere, and leads to the choice. */
export function ConflictBanner({ article }: { readonly article: UnsavedArticle }) {
  const { history, common } = useWords()
  const isOpen = useWindow(
    ({ comparing }) => comparing?.kind === 'conflict' && comparing.articleId === article.id,
  )
  if (isOpen) return null
  const choose = () => {
    openArticle(article.id)
    compare({ kind: 'conflict', articleId: article.id })
  }
  return (
    <div role="alert" className={banner['banner']}>
      <TriangleAlert aria-hidden />
      <p className={banner['text']}>
        <strong>{history.conflict(article.title === '' ? common.untitled : article.title)}</strong>{' '}
        {history.conflictDetail}
      </p>
      <div className={banner['actions']}>
        <Button kind="primary" onPress={choose}>
          {history.chooseParts}
        </Button>
      </div>
    </div>
  )
}

import { X } from 'lucide-react'
import type { CategorySuggestion } from '../../core/bridge.ts'
import { patchArticle } from '../article.ts'
import { call, useCategories } from '../bridge.ts'
import { categoryPath } from '../categories.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { attempt, say } from '../ui/toasts.tsx'
import { useWords } from '../words.tsx'
import styles from './Suggested.module.css'

export interface SuggestedCategoryProps {
  readonly articleId: number
  readonly suggestion: CategorySuggestion | null
}

/** The category that suits an article that has none, with why, to be taken or declined. */
export function SuggestedCategory({ articleId, suggestion }: SuggestedCategoryProps) {
  const words = useWords()
  const categories = useCategories().data ?? []
  if (suggestion === null) return null
  const path = categoryPath(categories, suggestion.id)
  if (path === '') return null
  const decline = async () => {
    if ((await attempt(call('category.decline', { articleId, declined: true }))) === undefined) return
    say(words.tags.declined, () => void attempt(call('category.decline', { articleId, declined: false })))
  }
  return (
    <div className={styles['category']}>
      <Button
        kind="quiet"
        className={styles['take'] ?? ''}
        aria-label={words.tags.takeCategory(path)}
        onPress={() => patchArticle(articleId, { categoryId: suggestion.id }, 'now')}
      >
        {words.tags.category(path)}
      </Button>
      <span className={styles['why']}>{words.tags.categoryWhy(suggestion.related, suggestion.of)}</span>
      <IconButton icon={X} label={words.tags.declineCategory} onPress={() => void decline()} />
    </div>
  )
}

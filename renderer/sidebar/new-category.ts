import type { UiWords } from '../../core/locale/ui/index.ts'
import { call } from '../bridge.ts'
import { showPane } from '../layout.ts'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { setFolds } from './folds.ts'

/** Makes a category, inside another one or at the top, and lets the writer name it in the sidebar. */
export async function newCategory(words: UiWords, parentId: number | null): Promise<void> {
  const made = await attempt(call('category.create', { name: words.sidebar.newCategoryName, parentId }))
  if (made === undefined) return
  showPane('sidebar')
  setFolds({ categories: true })
  windowState.set({ renaming: made.id })
}

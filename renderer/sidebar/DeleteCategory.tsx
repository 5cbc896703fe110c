import { useState } from 'react'
import { showArticles } from '../actions.ts'
import { useCategories } from '../bridge.ts'
import { categoryTree, flatten } from '../categories.ts'
import { place } from '../place.ts'
import { trashCategory } from '../trash/trash.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import styles from './DeleteCategory.module.css'

const NONE = 'none'

/** Asks where a category's articles go before it is deleted. */
export function DeleteCategory({ id }: { readonly id: number }) {
  const words = useWords()
  const categories = useCategories().data ?? []
  const category = categories.find((each) => each.id === id)
  const [moveTo, setMoveTo] = useState(String(category?.parentId ?? NONE))
  if (category === undefined) return null

  const inside = categories.filter(({ parentId }) => parentId === id).length
  const others = flatten(categoryTree(categories)).filter((branch) => branch.category.id !== id)
  const remove = async () => {
    windowState.closeDialog()
    const target = moveTo === NONE ? null : Number(moveTo)
    if (!(await trashCategory(words, category, target))) return
    if (place.get().filter.categoryId === id) showArticles(target === null ? {} : { categoryId: target })
  }
  return (
    <Dialog
      alert
      size="small"
      title={words.sidebar.deleteCategory(category.name)}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={windowState.closeDialog}>{words.common.cancel}</Button>
          <Button kind="danger" onPress={() => void remove()}>
            {words.common.delete}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <p>{words.sidebar.deleteCategoryDetail(category.articles, inside)}</p>
        {category.articles > 0 && (
          <Choice
            label={words.sidebar.moveArticlesTo}
            value={moveTo}
            onChange={setMoveTo}
            options={[
              { id: NONE, label: words.sidebar.uncategorised },
              ...others.map((branch) => ({
                id: String(branch.category.id),
                label: branch.category.name,
                depth: branch.depth,
              })),
            ]}
          />
        )}
      </div>
    </Dialog>
  )
}

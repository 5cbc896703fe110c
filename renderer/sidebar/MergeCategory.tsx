import { useState } from 'react'
import { showArticles } from '../actions.ts'
import { act, sayAct } from '../acts/acts.ts'
import { call, useCategories } from '../bridge.ts'
import { categoryTree, flatten, withBelow } from '../categories.ts'
import { fitsMenu } from '../list/menus.ts'
import { place } from '../place.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { CategoryPicker } from './CategoryPicker.tsx'
import styles from './DeleteCategory.module.css'

/** Asks which category another one becomes part of. */
export function MergeCategory({ id }: { readonly id: number }) {
  const words = useWords()
  const categories = useCategories().data ?? []
  const category = categories.find((each) => each.id === id)
  const own = withBelow(categories, id)
  const others = flatten(categoryTree(categories)).filter((branch) => !own.has(branch.id))
  const [into, setInto] = useState('')
  const target = others.find((branch) => String(branch.id) === into)?.category ?? others[0]?.category
  if (category === undefined || target === undefined) return null

  const merge = async () => {
    windowState.closeDialog()
    const done = await act(() => call('category.merge', { id, into: target.id }))
    if (done === undefined) return
    if (place.get().filter.categoryId === id) showArticles({ categoryId: target.id })
    sayAct(words, words.acts.categoryMerged(category.name, target.name), done)
  }
  return (
    <Dialog
      size="small"
      title={words.sidebar.mergeTitle(category.name)}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={windowState.closeDialog}>{words.common.cancel}</Button>
          <Button kind="primary" onPress={() => void merge()}>
            {words.sidebar.merge}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        {fitsMenu(categories) ? (
          <Choice
            label={words.sidebar.mergeInto}
            value={String(target.id)}
            onChange={setInto}
            options={others.map((branch) => ({
              id: String(branch.id),
              label: branch.category.name,
              depth: branch.depth,
            }))}
          />
        ) : (
          <CategoryPicker
            label={words.sidebar.mergeInto}
            categories={categories}
            without={own}
            value={target.id}
            onChoose={(chosen) => setInto(String(chosen))}
          />
        )}
        <p>{words.sidebar.mergeDetail(target.name)}</p>
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { act, sayAct } from '../acts/acts.ts'
import { call, useCategories } from '../bridge.ts'
import { categoryTree, flatten } from '../categories.ts'
import { settleClusters } from '../library-view/looking.ts'
import { place } from '../place.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import styles from './DeleteCategory.module.css'
import { setFolds, unfold } from './folds.ts'

const TOP = 'top'

/** Makes a category of articles, which leave the ones that they are in. */
export function SplitOff({ ids }: { readonly ids: readonly number[] }) {
  const words = useWords()
  const language = useLanguage()
  const categories = useCategories().data ?? []
  const [name, setName] = useState('')
  const [parent, setParent] = useState(String(place.get().filter.categoryId ?? TOP))

  const make = async () => {
    if (name.trim() === '') return
    const parentId = parent === TOP ? null : Number(parent)
    windowState.closeDialog()
    const made = await act(() => call('category.split', { name, parentId, articleIds: ids }))
    if (made === undefined) return
    setFolds({ categories: true })
    if (parentId !== null) unfold(parentId)
    settleClusters(ids)
    sayAct(words, words.acts.categorySplit(made.name), made)
  }
  return (
    <Dialog
      size="small"
      title={words.sidebar.splitTitle(formatNumber(language, ids.length), ids.length === 1)}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={windowState.closeDialog}>{words.common.cancel}</Button>
          <Button kind="primary" isDisabled={name.trim() === ''} onPress={() => void make()}>
            {words.sidebar.split}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <Field
          // The dialog was opened to give it a name.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          label={words.sidebar.name}
          value={name}
          maxLength={200}
          onChange={setName}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void make()
          }}
        />
        <Choice
          label={words.sidebar.splitInside}
          value={parent}
          onChange={setParent}
          options={[
            { id: TOP, label: words.sidebar.topLevel },
            ...flatten(categoryTree(categories)).map((branch) => ({
              id: String(branch.id),
              label: branch.category.name,
              depth: branch.depth,
            })),
          ]}
        />
      </div>
    </Dialog>
  )
}

import { useCategories } from '../bridge.ts'
import { moveInto, withBelow } from '../categories.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { setCategory } from '../acts/change.ts'
import { move } from './category-menu.ts'
import { CategoryPicker } from './CategoryPicker.tsx'

/** Asks which category another one goes into, or the top level. */
export function MoveCategory({ id }: { readonly id: number }) {
  const words = useWords()
  const categories = useCategories().data ?? []
  const category = categories.find((each) => each.id === id)
  if (category === undefined) return null
  const choose = (parentId: number | null) => {
    windowState.closeDialog()
    if (parentId === category.parentId) return
    void move(words, categories, moveInto(categories, id, parentId))
  }
  return (
    <Dialog size="small" title={words.sidebar.moveTitle(category.name)} onClose={windowState.closeDialog}>
      <CategoryPicker
        label={words.sidebar.moveTo}
        categories={categories}
        without={withBelow(categories, id)}
        none={words.sidebar.topLevel}
        value={category.parentId}
        onChoose={choose}
      />
    </Dialog>
  )
}

/** Asks which category articles go to, or none. */
export function ChooseCategory({ ids }: { readonly ids: readonly number[] }) {
  const words = useWords()
  const categories = useCategories().data ?? []
  const choose = (categoryId: number | null) => {
    windowState.closeDialog()
    const name = categories.find(({ id }) => id === categoryId)?.name ?? words.list.noCategory
    void setCategory(words, ids, categoryId, name)
  }
  return (
    <Dialog size="small" title={words.list.category} onClose={windowState.closeDialog}>
      <CategoryPicker
        label={words.list.category}
        categories={categories}
        none={words.list.noCategory}
        value={undefined}
        onChoose={choose}
      />
    </Dialog>
  )
}

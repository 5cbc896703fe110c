import { Check, ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
  useFilter,
  type Key,
} from 'react-aria-components'
import type { Article } from '../../core/article.ts'
import { patchArticle } from '../article.ts'
import { call, useCategories } from '../bridge.ts'
import { categoryPath, categoryTree, flatten } from '../categories.ts'
import choice from '../ui/Choice.module.css'
import { CloseAfter } from '../ui/CloseAfter.tsx'
import field from '../ui/Field.module.css'
import menu from '../ui/Menu.module.css'
import { classes } from '../ui/classes.ts'
import { attempt } from '../ui/toasts.tsx'
import { useWords } from '../words.tsx'
import styles from './CategoryField.module.css'

const NONE = 'none'
const MAKE = 'make'

interface Line {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly depth: number
}

/** The category of an article: found by typing, or made on the spot. */
export function CategoryField({ article }: { readonly article: Article }) {
  const words = useWords().inspector
  const categories = useCategories().data ?? []
  const chosen = categories.find(({ id }) => id === article.categoryId)
  // Its own name alone: of a path the field would cut off just that.
  const name = chosen?.name ?? ''
  const above = chosen?.parentId == null ? '' : categoryPath(categories, chosen.parentId)
  const [typed, setTyped] = useState<string | null>(null)
  const [choices, setChoices] = useState(0)
  const { contains } = useFilter({ sensitivity: 'base' })
  const asked = typed?.trim() ?? ''

  const lines: readonly Line[] = flatten(categoryTree(categories)).map(({ category, depth }) => ({
    id: String(category.id),
    name: category.name,
    path: categoryPath(categories, category.id),
    depth,
  }))
  const fits = lines.filter((line) => asked === '' || contains(line.path, asked))
  const known = lines.some(({ name }) => name.toLowerCase() === asked.toLowerCase())
  const items: readonly Line[] = [
    ...(asked === '' ? [{ id: NONE, name: words.noCategory, path: '', depth: 0 }] : []),
    ...fits,
    ...(asked === '' || known ? [] : [{ id: MAKE, name: words.newCategory(asked), path: '', depth: 0 }]),
  ]

  const choose = async (key: Key | null) => {
    setTyped(null)
    if (key === null) return
    setChoices(choices + 1)
    if (key === NONE) return patchArticle(article.id, { categoryId: null }, 'now')
    if (key !== MAKE) return patchArticle(article.id, { categoryId: Number(key) }, 'now')
    const made = await attempt(call('category.create', { name: asked, parentId: null }))
    if (made !== undefined) patchArticle(article.id, { categoryId: made.id }, 'now')
  }
  return (
    <ComboBox
      className={field['field'] ?? ''}
      menuTrigger="focus"
      allowsEmptyCollection
      allowsCustomValue
      inputValue={typed ?? name}
      onInputChange={(text) => setTyped(text === name ? null : text)}
      value={null}
      onChange={(key) => void choose(key)}
      onOpenChange={(open, trigger) => {
        // Opened by the button or the arrows: everything is offered, not only what is like the present one.
        if (open && trigger !== 'input') setTyped('')
        if (!open) setTyped(null)
      }}
      items={items}
    >
      <CloseAfter choices={choices} />
      <Label className={field['label'] ?? ''}>{words.category}</Label>
      <div className={field['box']}>
        <Input className={field['input'] ?? ''} placeholder={name === '' ? words.noCategory : name} />
        <Button className={styles['open'] ?? ''}>
          <ChevronsUpDown aria-hidden />
        </Button>
      </div>
      {above !== '' && (
        <Text slot="description" className={field['hint'] ?? ''}>
          {words.categoryIn(above)}
        </Text>
      )}
      <Popover className={classes(menu['popover'], choice['list'])} offset={4}>
        <ListBox className={menu['menu'] ?? ''}>
          {(line: Line) => (
            <ListBoxItem id={line.id} textValue={line.name} className={menu['item'] ?? ''}>
              <span className={menu['mark']} style={{ marginLeft: asked === '' ? line.depth * 14 : 0 }}>
                {line.id === String(article.categoryId ?? NONE) && <Check aria-hidden />}
              </span>
              <span className={menu['label']}>
                {asked === '' || line.path === '' ? line.name : line.path}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

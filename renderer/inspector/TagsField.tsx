import type { Article } from '../../core/article.ts'
import { patchArticle } from '../article.ts'
import { useTags } from '../bridge.ts'
import { useWords } from '../words.tsx'
import { TokenField } from './TokenField.tsx'

/** The tags of an article, in the writer's order. */
export function TagsField({ article }: { readonly article: Article }) {
  const words = useWords().inspector
  const known = useTags().data ?? []
  const set = (tags: readonly string[]) => patchArticle(article.id, { tags }, 'now')
  const add = (name: string) => set([...article.tags.filter((tag) => tag !== name), name])
  return (
    <TokenField
      label={words.tags}
      placeholder={words.addTag}
      tokens={article.tags.map((name) => ({ id: name, name }))}
      offered={known.map(({ name }) => ({ id: name, name }))}
      makeLabel={words.newTag}
      removeLabel={words.removeTag}
      onAdd={({ name }) => add(name)}
      onMake={add}
      onRemove={(name) => set(article.tags.filter((tag) => tag !== name))}
    />
  )
}

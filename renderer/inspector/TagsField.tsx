import type { Article } from '../../core/article.ts'
import type { TagSuggestion } from '../../core/bridge.ts'
import { patchArticle } from '../article.ts'
import { useTags } from '../bridge.ts'
import { tagMenu } from '../tags/acts.ts'
import { SuggestedTags } from '../tags/SuggestedTags.tsx'
import { useWords } from '../words.tsx'
import { TokenField } from './TokenField.tsx'

export interface TagsFieldProps {
  readonly article: Article
  readonly suggested: readonly TagSuggestion[]
}

/** The tags of an article, in the writer's order, and under them those that would suit it. */
export function TagsField({ article, suggested }: TagsFieldProps) {
  const words = useWords()
  const known = useTags().data ?? []
  const set = (tags: readonly string[]) => patchArticle(article.id, { tags }, 'now')
  const add = (name: string) => set([...article.tags.filter((tag) => tag !== name), name])
  return (
    <div>
      <TokenField
        label={words.inspector.tags}
        placeholder={words.inspector.addTag}
        tokens={article.tags.map((name) => ({ id: name, name }))}
        offered={known.map(({ name }) => ({ id: name, name }))}
        makeLabel={words.inspector.newTag}
        removeLabel={words.inspector.removeTag}
        onAdd={({ name }) => add(name)}
        onMake={add}
        onRemove={(name) => set(article.tags.filter((tag) => tag !== name))}
        menu={({ name }) => {
          const tag = known.find((each) => each.name === name)
          return tag === undefined ? [] : tagMenu(words, tag)
        }}
      />
      <SuggestedTags tags={suggested.filter(({ name }) => !article.tags.includes(name))} onAdd={add} />
    </div>
  )
}

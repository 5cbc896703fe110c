import type { Article } from '../../core/article.ts'
import { articles, patchArticle } from '../article.ts'
import { call, useAuthors } from '../bridge.ts'
import { attempt } from '../ui/toasts.tsx'
import { useWords } from '../words.tsx'
import { TokenField } from './TokenField.tsx'

/** Who wrote an article, in the order in which the page names them. */
export function AuthorsField({ article }: { readonly article: Article }) {
  const words = useWords().inspector
  const known = useAuthors().data ?? []
  const set = (authorIds: readonly number[]) => patchArticle(article.id, { authorIds }, 'now')
  const make = async (name: string) => {
    const made = await attempt(call('author.create', { name }))
    // The article may have been changed while the author was made.
    const now = articles.snapshot(article.id).article ?? article
    if (made !== undefined) set([...now.authorIds, made.id])
  }
  const name = (id: number) => known.find((author) => author.id === id)?.name ?? ''
  return (
    <TokenField
      label={words.authors}
      placeholder={words.addAuthor}
      tokens={article.authorIds.map((id) => ({ id: String(id), name: name(id) }))}
      offered={known.map((author) => ({ id: String(author.id), name: author.name }))}
      makeLabel={words.newAuthor}
      removeLabel={words.removeAuthor}
      onAdd={({ id }) => set([...article.authorIds, Number(id)])}
      onMake={(typed) => void make(typed)}
      onRemove={(id) => set(article.authorIds.filter((each) => String(each) !== id))}
    />
  )
}

import { useState } from 'react'
import type { Article, Site } from '../../core/article.ts'
import { patchArticle, type Refusal } from '../article.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words.tsx'
import { pageAddress } from './page-address.ts'

export interface SlugFieldProps {
  readonly article: Article
  readonly site: Site
  readonly refused: Refusal | undefined
}

/** The page's own part of its address. It is changed when the writer leaves the field, not at every key. */
export function SlugField({ article, site, refused }: SlugFieldProps) {
  const words = useWords().inspector
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (refused === undefined ? article.slug : String(refused.value))
  const commit = () => {
    if (typed === null) return
    setTyped(null)
    const slug = typed.trim()
    if (slug !== article.slug) patchArticle(article.id, { slug }, 'now')
  }
  const problem = refused?.problem
  const texts: Readonly<Partial<Record<string, string>>> = words.slugRefused
  return (
    <Field
      label={words.slug}
      value={shown}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key !== 'Escape' || typed === null) return
        event.preventDefault()
        setTyped(null)
      }}
      error={typed === null && problem !== undefined ? (texts[problem] ?? words.slugRefused.malformed) : null}
      hint={pageAddress(site.baseUrl, article.slug)}
      spellCheck="false"
    />
  )
}

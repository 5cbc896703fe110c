import type { Article } from '../../core/article.ts'
import { patchArticle } from '../article.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words.tsx'
import { PictureField } from './PictureField.tsx'

/** The picture at the top of the page and on cards. */
export function CoverField({ article }: { readonly article: Article }) {
  const words = useWords().inspector
  return (
    <>
      <PictureField
        label={words.cover}
        path={article.cover}
        alt={article.coverAlt}
        onChange={(cover) => patchArticle(article.id, { cover }, 'now')}
      />
      {article.cover !== null && (
        <Field
          label={words.coverAlt}
          placeholder={article.title}
          hint={words.coverAltHint}
          value={article.coverAlt}
          onChange={(coverAlt) => patchArticle(article.id, { coverAlt })}
        />
      )}
    </>
  )
}

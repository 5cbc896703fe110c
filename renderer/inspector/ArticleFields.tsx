import { STATUSES, type Article, type ArticlePatch, type Site } from '../../core/article.ts'
import { formatNumber, longDateTime } from '../../core/locale/ui/index.ts'
import { readingMinutes } from '../../core/markdown/reading.ts'
import { statusPatch } from '../actions.ts'
import { restoreArticles } from '../trash/trash.ts'
import { patchArticle, useArticle, type ArticleSnapshot } from '../article.ts'
import { SuggestedCategory } from '../tags/SuggestedCategory.tsx'
import { useSuggestions } from '../tags/suggestions.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, Segmented } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { languageOptions } from '../ui/languages.ts'
import { useLanguage, useWords } from '../words.tsx'
import { AuthorsField } from './AuthorsField.tsx'
import { CategoryField } from './CategoryField.tsx'
import { CoverField } from './CoverField.tsx'
import { DateFields } from './DateFields.tsx'
import styles from './Inspector.module.css'
import { PageField } from './PageField.tsx'
import { SlugField } from './SlugField.tsx'
import { TagsField } from './TagsField.tsx'
import { Translations } from './Translations.tsx'

/** Lengths that search engines show whole, in characters: what they themselves advise. */
const ADVISED = { title: 60, description: 160 }

const AS_SITE = 'site'

export interface FieldsProps {
  readonly article: Article
  readonly site: Site
  readonly refused: ArticleSnapshot['refused']
}

/** The fields of an article. Each is saved as it is changed. */
export function ArticleFields({ article, site, refused }: FieldsProps) {
  const words = useWords()
  const suggestions = useSuggestions(article.id)
  const patch = (change: ArticlePatch) => patchArticle(article.id, change, 'now')
  return (
    <div className={styles['fields']}>
      {article.trashedAt !== null && (
        <div className={styles['trashed']}>
          {words.inspector.trashed}
          <Button onPress={() => void restoreArticles(words, [article.id])}>{words.inspector.restore}</Button>
        </div>
      )}
      <Segmented
        label={words.inspector.status}
        value={article.status}
        options={STATUSES.map((status) => ({ id: status, label: words.common.status[status] }))}
        onChange={(status) => patch(statusPatch(status, article.publishedAt))}
      />
      <DateFields article={article} />
      <div>
        <CategoryField article={article} />
        {article.categoryId === null && (
          <SuggestedCategory articleId={article.id} suggestion={suggestions.category} />
        )}
      </div>
      <TagsField article={article} suggested={suggestions.tags} />
      <AuthorsField article={article} />
      <CoverField article={article} />
      <SlugField article={article} site={site} refused={refused.slug} />
      <Language article={article} site={site} />
      <Translations article={article} site={site} />
      <PageField article={article} />
      <SearchEngines article={article} />
      <Facts id={article.id} site={site} />
    </div>
  )
}

function Language({ article, site }: Pick<FieldsProps, 'article' | 'site'>) {
  const words = useWords()
  const ui = useLanguage()
  const options = languageOptions(ui, [site.language, article.language])
  const own = options.find(({ id }) => id === site.language)
  return (
    <Choice
      label={words.inspector.language}
      value={article.language ?? AS_SITE}
      options={[
        { id: AS_SITE, label: words.inspector.siteLanguage(own?.label ?? site.language) },
        ...options,
      ]}
      onChange={(id) => patchArticle(article.id, { language: id === AS_SITE ? null : id }, 'now')}
    />
  )
}

function SearchEngines({ article }: Pick<FieldsProps, 'article'>) {
  const words = useWords().inspector
  const title = article.metaTitle || article.title
  const description = article.metaDescription || article.summary
  return (
    <section className={styles['group']}>
      <h2 className={styles['groupTitle']}>{words.search}</h2>
      <Field
        label={words.metaTitle}
        labelSpoken={words.forSearch}
        placeholder={article.title}
        value={article.metaTitle}
        hint={words.characters(title.length, ADVISED.title)}
        onChange={(metaTitle) => patchArticle(article.id, { metaTitle })}
      />
      <Field
        label={words.metaDescription}
        labelSpoken={words.forSearch}
        placeholder={article.summary}
        rows={3}
        value={article.metaDescription}
        hint={words.characters(description.length, ADVISED.description)}
        onChange={(metaDescription) => patchArticle(article.id, { metaDescription })}
      />
    </section>
  )
}

/** The only part that changes with every key: it listens to the article itself. */
function Facts({ id, site }: { readonly id: number; readonly site: Site }) {
  const words = useWords().inspector
  const language = useLanguage()
  const { article } = useArticle(id)
  if (article === null) return null
  return (
    <section className={styles['group']} aria-label={words.facts}>
      <dl className={styles['facts']}>
        <dt>{words.words}</dt>
        <dd>{formatNumber(language, article.words)}</dd>
        <dt>{words.readingTime}</dt>
        <dd>{words.minutes(readingMinutes(article.words, site.readingSpeed))}</dd>
        <dt>{words.created}</dt>
        <dd>{longDateTime(language, article.createdAt)}</dd>
        <dt>{words.updated}</dt>
        <dd>{longDateTime(language, article.updatedAt)}</dd>
      </dl>
    </section>
  )
}

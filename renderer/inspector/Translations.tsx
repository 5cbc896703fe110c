import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Languages } from 'lucide-react'
import { useState } from 'react'
import {
  Button as PlainButton,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import type { Article, Site } from '../../core/article.ts'
import type { ActRef, Translation } from '../../core/bridge.ts'
import { plainName } from '../../core/find/names.ts'
import { languageIdentity } from '../../core/translations.ts'
import { act, sayAct } from '../acts/acts.ts'
import { focusEditor, openArticle, standing } from '../actions.ts'
import { call, failureOf, keys } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { CloseAfter } from '../ui/CloseAfter.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { MenuButton } from '../ui/Menu.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import { classes } from '../ui/classes.ts'
import field from '../ui/Field.module.css'
import { languageName, languageOptions } from '../ui/languages.ts'
import menu from '../ui/Menu.module.css'
import { useLanguage, useWords } from '../words.tsx'
import shared from './Inspector.module.css'
import tokens from './TokenField.module.css'
import styles from './Translations.module.css'

/** How many articles are offered at once. */
const OFFERED = 20

interface TranslationsProps {
  readonly article: Article
  readonly site: Site
}

/** The article in other languages: opened, begun, added and let go. */
export function Translations({ article, site }: TranslationsProps) {
  const words = useWords()
  const ui = useLanguage()
  const { data: others, error } = useQuery({
    queryKey: [...keys.articles, 'translations', article.id],
    queryFn: () => call('translation.list', { articleId: article.id }),
  })
  const done = async (text: string, work: () => Promise<ActRef>): Promise<void> => {
    const ref = await act(work)
    if (ref !== undefined) sayAct(words, text, ref)
  }
  const begin = async (language: string): Promise<void> => {
    const made = await act(() => call('translation.start', { articleId: article.id, language }))
    if (made === undefined) return
    openArticle(made.article.id)
    focusEditor('title')
    sayAct(words, words.translations.saidStart(languageName(ui, language)), made)
  }
  const taken = [article.language, ...(others ?? []).map(({ language }) => language)].map((language) =>
    languageIdentity(language ?? site.language),
  )
  const free = languageOptions(ui, [site.language]).filter(({ id }) => !taken.includes(languageIdentity(id)))
  const part = {
    id: 'languages',
    lines: free.map(({ id, label }) => ({ id, label, run: () => void begin(id) })),
  }
  return (
    <section className={shared['group']} aria-labelledby={`translations-${article.id}`} data-acts>
      <h2 id={`translations-${article.id}`} className={shared['groupTitle']}>
        {words.translations.title}
      </h2>
      {error !== null && <FailureNote failure={failureOf(error)} />}
      {others?.length === 0 && <p className={styles['none']}>{words.translations.none}</p>}
      {others !== undefined && others.length > 0 && <Others others={others} />}
      <AddField
        articleId={article.id}
        onAdd={({ id, title }) =>
          void done(words.translations.saidAdd(title), () =>
            call('translation.add', { articleId: article.id, otherId: id }),
          )
        }
      />
      <div className={styles['acts']}>
        <MenuButton label={words.translations.start} parts={[part]}>
          <Button icon={Languages}>{words.translations.start}</Button>
        </MenuButton>
        {others !== undefined && others.length > 0 && (
          <Button
            kind="quiet"
            aria-description={words.translations.removeDetail}
            onPress={() =>
              void done(words.translations.saidRemove(article.title), () =>
                call('translation.remove', { articleId: article.id }),
              )
            }
          >
            {words.translations.remove}
          </Button>
        )}
      </div>
    </section>
  )
}

function Others({ others }: { readonly others: readonly Translation[] }) {
  const words = useWords()
  const ui = useLanguage()
  return (
    <ul className={styles['list']} aria-label={words.translations.list}>
      {others.map((other) => {
        const title = other.title || words.common.untitled
        const language = languageName(ui, other.language)
        return (
          <li key={other.id}>
            <PlainButton
              className={styles['other'] ?? ''}
              aria-label={words.translations.open(title, language)}
              onPress={() => openArticle(other.id)}
            >
              <StatusMark standing={standing({ ...other, trashedAt: null })} />
              <span className={styles['words']}>
                <span className={styles['title']} lang={other.language}>
                  {title}
                </span>
                <span className={styles['language']}>{language}</span>
              </span>
            </PlainButton>
          </li>
        )
      })}
    </ul>
  )
}

interface AddFieldProps {
  readonly articleId: number
  readonly onAdd: (chosen: Translation) => void
}

/** Articles that can join, found as a title is typed. */
function AddField({ articleId, onAdd }: AddFieldProps) {
  const words = useWords()
  const ui = useLanguage()
  const [typed, setTyped] = useState('')
  const [choices, setChoices] = useState(0)
  const { data = [], isPlaceholderData } = useQuery({
    queryKey: [...keys.articles, 'translations', articleId, 'candidates', typed],
    queryFn: () => call('translation.candidates', { articleId, words: typed, limit: OFFERED }),
    enabled: typed.trim() !== '',
    placeholderData: keepPreviousData,
  })
  // Until what was asked last is known: Enter never takes what does not fit what stands in the field.
  const offered = isPlaceholderData ? data.filter(({ title }) => holdsWords(title, typed)) : data
  const choose = (key: unknown) => {
    const chosen = offered.find(({ id }) => id === key)
    setTyped('')
    if (chosen === undefined) return
    setChoices(choices + 1)
    onAdd(chosen)
  }
  return (
    <ComboBox
      className={field['field'] ?? ''}
      allowsCustomValue
      menuTrigger="input"
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={choose}
      items={typed.trim() === '' ? [] : offered}
      onBlur={() => setTyped('')}
    >
      <CloseAfter choices={choices} />
      <Label className={field['label'] ?? ''}>{words.translations.add}</Label>
      <div className={field['box']}>
        <Input className={tokens['input'] ?? ''} placeholder={words.translations.addPlaceholder} />
      </div>
      <Popover className={classes(menu['popover'], tokens['list'])} offset={4}>
        <ListBox className={menu['menu'] ?? ''}>
          {(item: Translation) => (
            <ListBoxItem id={item.id} textValue={item.title} className={menu['item'] ?? ''}>
              <span className={styles['words']}>
                <span className={styles['title']}>{item.title}</span>
                <span className={styles['language']}>{languageName(ui, item.language)}</span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function holdsWords(title: string, typed: string): boolean {
  const plain = plainName(title)
  return plainName(typed)
    .split(' ')
    .every((word) => plain.includes(word))
}

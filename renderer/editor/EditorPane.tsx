import '@fontsource-variable/literata/index.css'
import '@fontsource-variable/literata/wght-italic.css'
import '@fontsource/ia-writer-quattro/latin-400.css'
import '@fontsource/ia-writer-quattro/latin-400-italic.css'
import '@fontsource/ia-writer-quattro/latin-700.css'
import '@fontsource/ia-writer-quattro/latin-700-italic.css'
import { memo, useLayoutEffect, useState } from 'react'
import type { Article } from '../../core/article.ts'
import type { View } from '../../core/bridge.ts'
import { useArticle, useArticleDetails, type ArticleSnapshot } from '../article.ts'
import { useAppState } from '../bridge.ts'
import { useWords } from '../words.tsx'
import type { Desk } from './desk.ts'
import styles from './editor.module.css'
import { PaneProvider, type Pane } from './pane.tsx'
import { StatusLine } from './StatusLine.tsx'
import { theDesk } from './the-desk.ts'
import { Writing } from './Writing.tsx'

export interface EditorPaneProps {
  /** The article to write in; null when none is chosen. */
  readonly articleId: number | null
  readonly view: View
  readonly onViewChange: (view: View) => void
  /** Title and text alone. */
  readonly focusMode: boolean
  /** Escape in the text, while there is no toolbar to go to. */
  readonly onLeaveFocusMode?: () => void
  /** A link in the preview leads to another article of the library. */
  readonly onOpenArticle?: (articleId: number) => void
}

/** Where an article is written and seen as the page it becomes: title, summary, text, preview, status line. */
export function EditorPane({ articleId, ...rest }: EditorPaneProps) {
  const app = useAppState().data
  const words = useWords().editor
  if (articleId === null) return <p className={styles['none']}>{words.none}</p>
  if (!app?.library) return <div className={styles['pane']} />
  const { settings, library } = app
  return (
    <ChosenArticle
      key={app.opening}
      {...rest}
      articleId={articleId}
      settings={settings}
      site={library.site}
      desk={theDesk(app.opening)}
    />
  )
}

type ChosenProps = Omit<Pane, 'article'> & { readonly articleId: number }

function ChosenArticle({ articleId, ...shared }: ChosenProps) {
  const snapshot = useArticle(articleId)
  useOpenText(shared.desk, snapshot)
  const article = useLastRead(useArticleDetails(articleId).article)
  if (article === null || (snapshot.article === null && snapshot.failure !== null))
    return <Unread snapshot={snapshot} />
  return <ReadArticle {...shared} article={article} />
}

/** The pane of an article that is there. Not drawn again while only the text changes: the desk holds that. */
const ReadArticle = memo(function ReadArticle(pane: Pane) {
  useSurfaceSettings(pane)
  const { desk, view, focusMode, settings, onViewChange } = pane
  return (
    <PaneProvider pane={pane}>
      <section
        className={styles['pane']}
        data-face={settings.writingFace}
        data-focus-mode={focusMode || undefined}
      >
        <Writing desk={desk} view={view} focusMode={focusMode} onViewChange={onViewChange} />
        <StatusLine />
      </section>
    </PaneProvider>
  )
})

/** Until the article that was chosen is read, the one before it stays in sight: nothing flickers. */
function useLastRead(article: Article | null): Article | null {
  const [last, setLast] = useState(article)
  if (article !== null && article !== last) setLast(article)
  return article ?? last
}

function useSurfaceSettings({ desk, settings, site, article }: Pane): void {
  const words = useWords().editor
  const { spellCheck } = settings
  const language = article.language ?? site.language
  const readOnly = article.trashedAt !== null
  useLayoutEffect(
    () => desk.configure({ words, language, spellCheck, readOnly }),
    [desk, words, language, spellCheck, readOnly],
  )
}

/** The desk holds the text; the article only tells when another one is opened, or changed elsewhere. */
function useOpenText(desk: Desk, { article }: ArticleSnapshot): void {
  const id = article?.id
  const body = article?.body
  const words = article?.words ?? 0
  useLayoutEffect(() => {
    if (id !== undefined && body !== undefined) desk.open(id, body, words)
  }, [desk, id, body, words])
}

function Unread({ snapshot }: { readonly snapshot: ArticleSnapshot }) {
  const words = useWords()
  if (snapshot.failure === null) return <div className={styles['pane']} />
  const failure = words.failure(snapshot.failure)
  return (
    <p className={styles['none']} role="alert">
      <strong>{failure.title}</strong> {failure.detail}
    </p>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import type { Article, ArticlePatch } from '../../core/article.ts'
import { sideOf } from '../../core/compare/passages.ts'
import type { ComparedField } from '../../core/compare/fields.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { useArticle } from '../article.ts'
import { call, failureOf } from '../bridge.ts'
import { restoreRevision } from '../history/actions.ts'
import { Ends } from '../history/Ends.tsx'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { useWindow, windowState, type Comparing } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { Body, changesIn } from './Body.tsx'
import { ConflictPane } from './ConflictPane.tsx'
import styles from './compare.module.css'
import { Frame, useChanges, useView } from './Frame.tsx'
import { takeFieldBack, takeTextBack } from './take-back.ts'
import { oneLineEnd, useComparison } from './use-comparison.ts'

/** A comparison over the editor, while there is one; it is over when another article is opened. */
export function ComparePane(props: { readonly articleId: number | null; readonly siteLanguage: string }) {
  const { articleId, siteLanguage } = props
  const comparing = useWindow((value) => value.comparing)
  const isOver = comparing !== null && comparing.articleId !== articleId
  useEffect(() => {
    if (isOver) windowState.set({ comparing: null })
  }, [isOver])
  if (comparing === null || isOver) return null
  if (comparing.kind === 'conflict')
    return <ConflictPane articleId={comparing.articleId} siteLanguage={siteLanguage} />
  return <Revisions {...comparing} siteLanguage={siteLanguage} />
}

type RevisionsProps = Extract<Comparing, { kind: 'revisions' }> & { readonly siteLanguage: string }

/** Two states of an article: a revision, and a later one or the present. */
function Revisions({ articleId, from, to, siteLanguage }: RevisionsProps) {
  const { article } = useArticle(articleId)
  const older = useRevisionState(from)
  const newer = useRevisionState(to === 'now' ? null : to)
  const failed = older.error ?? newer.error
  const before = older.data
  const after = to === 'now' ? article : newer.data
  const title = <Ends articleId={articleId} from={from} to={to} />
  if (failed !== null) {
    return (
      <Frame title={title} actions={null} summary="" total={0} at={{ change: -1 }} go={() => {}}>
        <FailureNote failure={failureOf(failed)} />
      </Frame>
    )
  }
  if (!before || !after || article === null) return <section className={styles['frame']} />
  return (
    <Compared
      {...{ title, articleId, from, before, after, article }}
      isPresent={to === 'now' && !older.isPlaceholderData}
      language={article.language ?? siteLanguage}
    />
  )
}

function useRevisionState(id: number | null) {
  return useQuery({
    queryKey: ['revision', id],
    queryFn: async () => (id === null ? null : (await call('revision.get', { id })).state),
    // Leafing through revisions, the one before stays until the next is there.
    placeholderData: keepPreviousData,
  })
}

interface ComparedProps {
  readonly title: React.ReactNode
  readonly articleId: number
  readonly from: number
  readonly before: Required<ArticlePatch>
  readonly after: Required<ArticlePatch>
  readonly article: Article
  /** `after` is the article as it is now, and `before` what it is compared to. */
  readonly isPresent: boolean
  readonly language: string
}

function Compared(props: ComparedProps) {
  const { title, articleId, from, before, after, article, isPresent, language } = props
  const words = useWords()
  const { history } = words
  const ui = useLanguage()
  const view = useView()
  const compared = useComparison(oneLineEnd(before.body), oneLineEnd(after.body))
  const { total } = changesIn(before, after, compared)
  const { at, go } = useChanges(total)
  const number = (value: number) => formatNumber(ui, value)
  const canChange = isPresent && article.trashedAt === null

  const textActs = useMemo(() => {
    if (!canChange || compared === null) return {}
    const changes = compared.passages.filter(({ changed }) => changed)
    return {
      takeBack: (change: number) => {
        const passage = changes[change]
        if (passage === undefined) return
        const step = { ...passage.new, insert: sideOf(passage, 'old') }
        takeTextBack(words, articleId, compared.after, step)
      },
    }
  }, [canChange, compared, articleId, words])
  const fieldActs = useMemo(() => {
    if (!canChange) return {}
    return { takeBack: (field: ComparedField) => takeFieldBack(words, articleId, field, before, after) }
  }, [canChange, articleId, before, after, words])

  return (
    <Frame
      title={title}
      summary={
        compared === null || total === 0
          ? ''
          : history.summary(
              number(total),
              total === 1,
              number(compared.removedWords),
              number(compared.addedWords),
            )
      }
      {...{ total, at, go }}
      actions={
        article.trashedAt === null && (
          <Button icon={RotateCcw} onPress={() => void restoreRevision(words, articleId, from)}>
            {history.restore}
          </Button>
        )
      }
    >
      <Body {...{ before, after, compared, view, at, fieldActs, textActs, language }} />
    </Frame>
  )
}

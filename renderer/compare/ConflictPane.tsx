import { useEffect, useMemo, useState } from 'react'
import type { ArticlePatch } from '../../core/article.ts'
import { changedFields, type ComparedField } from '../../core/compare/fields.ts'
import { mergedText } from '../../core/compare/passages.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import type { Conflict } from '../article-snapshot.ts'
import { useArticle } from '../article.ts'
import { Button } from '../ui/Button.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { Body, changesIn } from './Body.tsx'
import { likelyField, likelySides, myState, resolveConflict, theirState } from './conflict.ts'
import { Frame, useChanges, useView } from './Frame.tsx'
import { SaysContext } from './Runs.tsx'
import { oneLineEnd, useComparison } from './use-comparison.ts'

type Side = 'old' | 'new'

/** The two sides of a conflict, to choose from: as a whole, or passage by passage. */
export function ConflictPane(props: { readonly articleId: number; readonly siteLanguage: string }) {
  const { conflict, article } = useArticle(props.articleId)
  const isOver = conflict === null && article !== null
  useEffect(() => {
    if (isOver) windowState.set({ comparing: null })
  }, [isOver])
  if (conflict === null || article === null) return null
  return (
    <Choosing
      // A newer version of the other side is another question.
      key={conflict.theirs.version}
      articleId={props.articleId}
      title={article.title}
      conflict={conflict}
      language={article.language ?? props.siteLanguage}
    />
  )
}

interface ChoosingProps {
  readonly articleId: number
  readonly title: string
  readonly conflict: Conflict
  readonly language: string
}

function Choosing({ articleId, title, conflict, language }: ChoosingProps) {
  const words = useWords()
  const { history, common } = words
  const ui = useLanguage()
  const view = useView()
  const [before, after] = useMemo(() => [theirState(conflict), myState(conflict)] as const, [conflict])
  const compared = useComparison(oneLineEnd(before.body), oneLineEnd(after.body))
  const { total } = changesIn(before, after, compared)
  const { at, go } = useChanges(total)
  const { choice, fieldActs, textActs } = useChoice(conflict, before, after, compared)
  const resolve = (taken: 'mine' | 'theirs' | ArticlePatch) =>
    void resolveConflict(words, articleId, conflict, taken)
  const number = (value: number) => formatNumber(ui, value)
  const says = useMemo(() => ({ removed: history.theirs, added: history.mine }), [history])

  return (
    <Frame
      title={
        <>
          <strong>{history.conflict(title === '' ? common.untitled : title)}</strong> {history.conflictDetail}
        </>
      }
      summary={compared === null ? '' : history.sides(number(total), total === 1)}
      {...{ total, at, go }}
      actions={
        <>
          <Button onPress={() => resolve('theirs')}>{history.allTheirs}</Button>
          <Button onPress={() => resolve('mine')}>{history.allMine}</Button>
          <Button kind="primary" isDisabled={choice === null} onPress={() => choice && resolve(choice)}>
            {history.useChoice}
          </Button>
        </>
      }
    >
      <SaysContext value={says}>
        <Body {...{ before, after, compared, view, at, fieldActs, textActs, language }} />
      </SaysContext>
    </Frame>
  )
}

/** What is chosen, passage by passage and field by field: at first, the side on which something changed. */
function useChoice(
  conflict: Conflict,
  before: Required<ArticlePatch>,
  after: Required<ArticlePatch>,
  compared: ReturnType<typeof useComparison>,
) {
  const [chosen, setChosen] = useState<ReadonlyMap<ComparedField | number, Side>>(new Map())
  const likely = useMemo(
    () => (compared === null ? [] : likelySides(conflict.base.body, compared.passages)),
    [conflict, compared],
  )
  return useMemo(() => {
    const ofField = (field: ComparedField) => chosen.get(field) ?? likelyField(conflict, field)
    const ofText = (change: number) => chosen.get(change) ?? likely[change] ?? 'new'
    const choose = (id: ComparedField | number, side: Side) =>
      setChosen((known) => new Map([...known, [id, side]]))
    const fields = changedFields(before, after).map((field) => [
      field,
      ofField(field) === 'old' ? before[field] : after[field],
    ])
    const choice: ArticlePatch | null =
      compared === null
        ? null
        : { ...Object.fromEntries(fields), body: mergedText(compared.passages, ofText) }
    return {
      choice,
      fieldActs: { choiceOf: ofField, choose },
      textActs: { choiceOf: ofText, choose },
    }
  }, [chosen, likely, conflict, before, after, compared])
}

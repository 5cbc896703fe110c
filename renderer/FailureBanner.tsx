import { Info, Lock, TriangleAlert, X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { FailureData } from '../core/errors.ts'
import type { Reopened, StorageTrouble } from '../core/bridge.ts'
import type { FailureText, FailureWords } from '../core/locale/ui/failures.ts'
import { articles, useUnsavedArticles } from './article.ts'
import type { UnsavedArticle } from './article-store.ts'
import { call, listen, queryClient, setAppState, useAppState } from './bridge.ts'
import { ConflictBanner } from './compare/ConflictBanner.tsx'
import { saveUnsaved } from './copies.ts'
import styles from './FailureBanner.module.css'
import { Button, IconButton } from './ui/Button.tsx'
import { attempt } from './ui/toasts.tsx'
import { useWords } from './words.tsx'

/** Says, across the window, that words could not be saved: what happened, what is safe, what to do. */
export function FailureBanner() {
  const trouble = useAppState().data?.trouble ?? null
  const unsaved = useUnsavedArticles()
  const [tookOver, setTookOver] = useState<Reopened | null>(null)
  useEffect(() => listen('library.reopened', (made) => made.isCopy && setTookOver(made)), [])
  const [first] = unsaved
  if (trouble !== null && trouble.kind !== 'readOnly') return <Trouble trouble={trouble} />
  if (first?.failure.code === 'article.conflict') return <ConflictBanner article={first} />
  if (first !== undefined) return <NotSaved first={first} others={unsaved.length - 1} />
  if (trouble !== null) return <ReadOnly />
  return tookOver && <TookOver made={tookOver} onRead={() => setTookOver(null)} />
}

/** Stays until it is read: another copy was put in the library's place, and what came of that. */
function TookOver({ made, onRead }: { readonly made: Reopened; readonly onRead: () => void }) {
  const { failures, common } = useWords()
  return (
    <output className={styles['notice']}>
      <Info aria-hidden />
      <p className={styles['text']}>{failures.tookOver(made.merged.length, made.moved.length)}</p>
      <div className={styles['actions']}>
        <IconButton icon={X} label={common.close} onPress={onRead} />
      </div>
    </output>
  )
}

/** What keeps the whole library from being saved to, and the ways out of it. */
function Trouble({ trouble }: { readonly trouble: StorageTrouble }) {
  const words = useWords()
  const { failures } = words
  const { title, detail } = textOf(failures, trouble)
  const why =
    trouble.kind === 'replaced' ? sentencesOf(words.failure, failures.replacedByOther, trouble.why) : ''
  return (
    <Banner title={title} text={`${detail} ${why}`}>
      <Button onPress={() => void saveUnsaved(words)}>{failures.saveCopy}</Button>
      {trouble.kind === 'gone' && (
        <Button onPress={() => void attempt(call('library.locate', {}))}>{failures.locate}</Button>
      )}
      <WayOn trouble={trouble} />
    </Banner>
  )
}

/** The one thing to do first. */
function WayOn({ trouble }: { readonly trouble: StorageTrouble }) {
  const { failures, common } = useWords()
  const [label, request] =
    trouble.kind === 'gone' && trouble.movedTo !== null
      ? ([failures.follow, 'library.follow'] as const)
      : trouble.kind === 'gone' && trouble.isDeleted
        ? ([failures.putBack, 'library.putBack'] as const)
        : ([common.tryAgain, 'library.recheck'] as const)
  const go = async () => {
    const state = await attempt(call(request, {}))
    if (state !== undefined) setAppState(queryClient, state)
  }
  return (
    <Button kind="primary" onPress={() => void go()}>
      {label}
    </Button>
  )
}

function textOf(failures: FailureWords, trouble: StorageTrouble): FailureText {
  if (trouble.kind === 'gone' && trouble.movedTo !== null) return failures.moved(trouble.movedTo)
  if (trouble.kind === 'gone' && trouble.isDeleted) return failures.deleted
  return failures.trouble[trouble.kind]
}

interface UnsavedProps {
  readonly first: UnsavedArticle
  /** How many articles have words that are not saved, besides. */
  readonly others: number
}

function NotSaved({ first, others }: UnsavedProps) {
  const words = useWords()
  const { failures, common } = words
  const text = words.failure(first.failure)
  return (
    <Banner
      title={failures.notSaved(first.title === '' ? common.untitled : first.title)}
      text={`${text.title} ${text.detail} ${failures.notSavedDetail}${moreOf(failures.moreNotSaved, others)}`}
    >
      <Button onPress={() => void saveUnsaved(words)}>{failures.saveCopy}</Button>
      <Button kind="primary" onPress={() => void articles.retry()}>
        {common.tryAgain}
      </Button>
    </Banner>
  )
}

/** Not loud: nothing has gone wrong, and nothing that was typed is in danger. */
function ReadOnly() {
  const { title, detail } = useWords().failures.trouble.readOnly
  return (
    <output className={styles['notice']}>
      <Lock aria-hidden />
      <p className={styles['text']}>
        <strong>{title}</strong> {detail}
      </p>
    </output>
  )
}

interface BannerProps {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

function Banner({ title, text, children }: BannerProps) {
  return (
    <div className={styles['banner']}>
      <TriangleAlert aria-hidden />
      {/* The buttons are not part of what is spoken at once. */}
      <p role="alert" className={styles['text']}>
        <strong>{title}</strong> {text}
      </p>
      <div className={styles['actions']}>{children}</div>
    </div>
  )
}

function moreOf(words: (count: number) => string, others: number): string {
  return others > 0 ? ` ${words(others)}` : ''
}

/** Why what stands in the library's place was not opened. */
function sentencesOf(
  words: ReturnType<typeof useWords>['failure'],
  other: string,
  why: FailureData | null,
): string {
  if (why === null) return other
  const { title, detail } = words(why)
  return `${title} ${detail}`
}

import { Bookmark } from 'lucide-react'
import { useState, type FocusEvent, type KeyboardEvent } from 'react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { RevisionHead } from '../../core/revisions.ts'
import { formatBytes, formatNumber } from '../../core/locale/ui/index.ts'
import { useArticle } from '../article.ts'
import { failureOf } from '../bridge.ts'
import { COMMAND_KEYS } from '../commands.ts'
import { closeComparison } from '../compare/comparing.ts'
import { keyText } from '../keys.ts'
import { Button } from '../ui/Button.tsx'
import { openContextMenu } from '../ui/ContextMenu.tsx'
import { Empty } from '../ui/Empty.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { useWindow, windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { compareToNow } from './actions.ts'
import { dayName, daysOf, timeOf } from './days.ts'
import styles from './history.module.css'
import { revisionMenu } from './menu.ts'
import { useRevisions, useRevisionSize } from './revisions.ts'

/** How many are listed at first, and how many more at each asking. */
const LISTED = 100

const NOW = 'now'

/** Everything that was kept of an article, newest first, and what it was kept for. */
export function History({ articleId }: { readonly articleId: number }) {
  const words = useWords().history
  const { data: revisions, error } = useRevisions(articleId)
  if (error !== null) return <FailureNote failure={failureOf(error)} />
  if (revisions === undefined) return null
  return (
    <div className={styles['history']}>
      <div className={styles['keep']}>
        <Button
          onPress={() => windowState.open({ name: 'nameRevision', articleId, revision: null })}
          aria-keyshortcuts={keyText(COMMAND_KEYS['article.keep'] ?? '')}
        >
          {words.keep}
        </Button>
      </div>
      {revisions.length === 0 ? (
        <Empty title={words.empty} detail={words.emptyDetail} />
      ) : (
        <Revisions articleId={articleId} revisions={revisions} />
      )}
      {revisions.length > 0 && <Size revisions={revisions} />}
    </div>
  )
}

interface ListProps {
  readonly articleId: number
  readonly revisions: readonly RevisionHead[]
}

function Revisions({ articleId, revisions }: ListProps) {
  const words = useWords()
  const { history } = words
  const language = useLanguage()
  const comparing = useWindow((value) => value.comparing)
  const [listed, setListed] = useState(LISTED)
  const isOpen = comparing?.kind === 'revisions' && comparing.articleId === articleId
  const shown = revisions.slice(0, listed)

  const open = (key: string) => (key === NOW ? closeComparison() : compareToNow(articleId, Number(key)))
  // While a comparison is open, the arrows leaf through it.
  const onFocus = (event: FocusEvent) => {
    const key = keyAt(event.target)
    if (isOpen && key !== null && key !== NOW && comparing.from !== Number(key)) open(key)
  }
  const onContextMenu = (event: React.MouseEvent) => {
    const at = revisions.findIndex(({ id }) => String(id) === keyAt(event.target))
    const revision = revisions[at]
    if (revision === undefined) return
    const name = rowName(revision)
    openContextMenu(event, name, revisionMenu(words, revision, revisions[at + 1] ?? null))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const revision = revisions.find(({ id }) => String(id) === keyAt(event.target))
    if (event.key !== 'F2' || revision === undefined) return
    event.preventDefault()
    windowState.open({ name: 'nameRevision', articleId, revision })
  }
  const rowName = ({ at, name, kind }: RevisionHead) => `${timeOf(at)}, ${name || history.kinds[kind]}`
  return (
    // The keys and clicks are the rows'; they are heard here because a row is React Aria's.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onFocus={onFocus} onContextMenu={onContextMenu} onKeyDownCapture={onKeyDown}>
      <ListBox
        aria-label={history.revisions}
        className={styles['list'] ?? ''}
        selectionMode="none"
        onAction={(key) => open(String(key))}
      >
        <ListBoxItem id={NOW} textValue={history.now} className={styles['item'] ?? ''}>
          <NowRow articleId={articleId} newest={revisions[0]} />
        </ListBoxItem>
        {daysOf(shown).map((day, index) => (
          <ListBoxSection key={`${day.date}-${index}`} id={`${day.date}-${index}`}>
            <Header className={styles['day'] ?? ''}>{dayName(history, language, day.date)}</Header>
            {day.revisions.map((revision) => (
              <ListBoxItem
                key={revision.id}
                id={String(revision.id)}
                textValue={rowName(revision)}
                className={styles['item'] ?? ''}
                data-compared={
                  (isOpen && (comparing.from === revision.id || comparing.to === revision.id)) || undefined
                }
              >
                <RevisionRow
                  revision={revision}
                  previous={revisions[revisions.indexOf(revision) + 1] ?? null}
                />
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      {revisions.length > listed && (
        <div className={styles['keep']}>
          <Button kind="quiet" onPress={() => setListed(listed + LISTED)}>
            {history.showOlder(Math.min(LISTED, revisions.length - listed))}
          </Button>
        </div>
      )}
    </div>
  )
}

function keyAt(target: EventTarget): string | null {
  return (target as Element).closest('[data-key]')?.getAttribute('data-key') ?? null
}

/** Only this row changes with every key. */
function NowRow(props: { readonly articleId: number; readonly newest: RevisionHead | undefined }) {
  const words = useWords().history
  const count = useArticle(props.articleId).article?.words ?? 0
  return (
    <>
      <p className={styles['head']}>
        <span className={styles['name']}>{words.now}</span>
      </p>
      <Words count={count} before={props.newest?.words ?? null} />
    </>
  )
}

function RevisionRow(props: { readonly revision: RevisionHead; readonly previous: RevisionHead | null }) {
  const { kind, name, at, words: count } = props.revision
  const words = useWords().history
  return (
    <>
      <p className={styles['head']}>
        <span className={styles['time']}>{timeOf(at)}</span>
        {name === '' ? (
          <span>{words.kinds[kind]}</span>
        ) : (
          <>
            <Bookmark aria-hidden />
            <span className={styles['name']}>{name}</span>
          </>
        )}
      </p>
      <Words count={count} before={props.previous?.words ?? null} />
    </>
  )
}

/** How many words, and how many more or fewer than in the one before. */
function Words({ count, before }: { readonly count: number; readonly before: number | null }) {
  const words = useWords().history
  const language = useLanguage()
  const difference = before === null ? 0 : count - before
  const number = formatNumber(language, Math.abs(difference))
  return (
    <p className={styles['words']}>
      {words.words(count, formatNumber(language, count))}
      {difference !== 0 && (
        <>
          {' '}
          <span aria-hidden className={styles['difference']}>
            {difference > 0 ? `+${number}` : `−${number}`}
          </span>
          <span className="spoken">{difference > 0 ? words.more(number) : words.fewer(number)}</span>
        </>
      )}
    </p>
  )
}

/** What all this takes on disk, and what becomes of it with age. */
function Size({ revisions }: { readonly revisions: readonly RevisionHead[] }) {
  const words = useWords().history
  const language = useLanguage()
  const all = useRevisionSize(revisions[0]?.id ?? 0).data
  const bytes = revisions.reduce((sum, each) => sum + each.bytes, 0)
  const count = revisions.length
  return (
    <footer className={styles['size']}>
      <p>{words.size(formatNumber(language, count), count === 1, formatBytes(language, bytes))}</p>
      {all !== undefined && (
        <p>
          {words.sizeOfAll(
            formatNumber(language, all.revisions),
            all.revisions === 1,
            formatBytes(language, all.bytes),
          )}
        </p>
      )}
      <p>{words.rule}</p>
    </footer>
  )
}

import { FolderInput, FolderPlus, RefreshCw, Unlink2 } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import type { OverviewArticle, OverviewGroup } from '../../core/bridge.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { newArticle } from '../actions.ts'
import { act, sayAct } from '../acts/acts.ts'
import { setCategory } from '../acts/change.ts'
import { call, useCategories } from '../bridge.ts'
import { categoryPart, fitsMenu } from '../list/menus.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { MenuButton } from '../ui/Menu.tsx'
import { Progress } from '../ui/Progress.tsx'
import { attempt } from '../ui/toasts.tsx'
import { ViewHead } from '../ViewHead.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { look, settleSame, useLooking } from './looking.ts'
import { Lines } from './Lines.tsx'
import { Part } from './Part.tsx'
import { Singles } from './Singles.tsx'
import styles from './OverviewView.module.css'

/** The library as a whole: what nothing leads to, what leads nowhere, what stands there twice, what belongs together. */
export function OverviewView({ sidebar }: { readonly sidebar: boolean }) {
  const words = useWords()
  const { overview } = words
  const looking = useLooking()
  const { found } = looking
  useEffect(() => {
    if (found === null) void look()
    // Once: whoever cancelled is not to be asked again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return (
    <div className={styles['view']}>
      <Head sidebar={sidebar} />
      <div className={styles['body']} tabIndex={-1} data-overview>
        {looking.failure !== null && <FailureNote failure={looking.failure} />}
        {looking.at === 'running' && (
          <div className={styles['running']}>
            <Progress label={overview.looking} progress={looking} />
            <Button onPress={() => void attempt(call('overview.cancel', {}))}>{overview.cancel}</Button>
          </div>
        )}
        {looking.at === 'idle' && (
          <Empty title={overview.cancelled} detail={overview.intro}>
            <Button kind="primary" onPress={() => void look()}>
              {overview.start}
            </Button>
          </Empty>
        )}
        {found !== null && found.articles === 0 && (
          <Empty title={overview.empty} detail={overview.intro}>
            <Button kind="primary" onPress={() => void newArticle()}>
              {words.list.newArticle}
            </Button>
          </Empty>
        )}
        {found !== null && found.articles > 0 && (
          <>
            <Singles list="unreached" lines={found.unreached} />
            <Singles list="deadEnds" lines={found.deadEnds} />
            <Part words={overview.same} total={found.same.total} shown={found.same.groups.length}>
              {found.same.groups.map((group) => (
                <Same key={group.articles[0]?.id} group={group} />
              ))}
            </Part>
            <Part words={overview.clusters} total={found.clusters.total} shown={found.clusters.groups.length}>
              {found.clusters.groups.map((group) => (
                <Cluster key={group.articles[0]?.id} group={group} />
              ))}
            </Part>
          </>
        )}
      </div>
    </div>
  )
}

function Head({ sidebar }: { readonly sidebar: boolean }) {
  const words = useWords()
  const language = useLanguage()
  const { found, stale, at } = useLooking()
  const count = found?.articles ?? 0
  return (
    <ViewHead
      title={words.overview.overview}
      count={
        at !== 'done'
          ? ''
          : stale
            ? words.overview.changed
            : words.overview.compared(count, formatNumber(language, count))
      }
      back={words.overview.back}
      sidebar={sidebar}
    >
      {at === 'done' && (
        <Button icon={RefreshCw} onPress={() => void look()}>
          {words.overview.again}
        </Button>
      )}
    </ViewHead>
  )
}

/** Articles that are nearly the same, and the way to say that they are meant to differ. */
function Same({ group: { articles, likeness } }: { readonly group: OverviewGroup }) {
  const words = useWords()
  const { overview } = words
  const [first, ...others] = articles
  if (!first) return null
  const keepApart = async () => {
    const list = await attempt(call('related.list', { articleId: first.id, limit: 0 }))
    if (list === undefined) return
    const never = [...list.never, ...others].map(({ id }) => id)
    const done = await act(() => call('related.never', { articleId: first.id, never }))
    if (done === undefined) return
    sayAct(words, overview.keptApart(first.title), done)
    settleSame(first.id)
  }
  const label = overview.likeness(Math.round((likeness ?? 0) * 100))
  return (
    <Group label={label} articles={articles}>
      <Button icon={Unlink2} onPress={() => void keepApart()}>
        {overview.keepApart}
      </Button>
    </Group>
  )
}

/** Articles that belong together: all go to one category. */
function Cluster({ group: { articles, categoryId } }: { readonly group: OverviewGroup }) {
  const words = useWords()
  const language = useLanguage()
  const categories = useCategories().data ?? []
  const ids = articles.map(({ id }) => id)
  const suggested = categories.find(({ id }) => id === categoryId)
  return (
    <Group
      label={words.overview.many(formatNumber(language, ids.length), ids.length === 1)}
      articles={articles}
    >
      {suggested && (
        <Button icon={FolderInput} onPress={() => void setCategory(words, ids, suggested.id, suggested.name)}>
          {words.overview.suggested(suggested.name)}
        </Button>
      )}
      {categories.length > 0 && !fitsMenu(categories) && (
        <Button icon={FolderInput} onPress={() => windowState.open({ name: 'chooseCategory', ids })}>
          {words.overview.toCategory}
        </Button>
      )}
      {categories.length > 0 && fitsMenu(categories) && (
        <MenuButton label={words.list.category} parts={[categoryPart(words, ids, undefined, categories)]}>
          <Button icon={FolderInput}>{words.overview.toCategory}</Button>
        </MenuButton>
      )}
      <Button icon={FolderPlus} onPress={() => windowState.open({ name: 'splitOff', ids })}>
        {words.overview.newCategory}
      </Button>
    </Group>
  )
}

interface GroupProps {
  readonly label: string
  readonly articles: readonly OverviewArticle[]
  readonly children: ReactNode
}

function Group({ label, articles, children }: GroupProps) {
  return (
    <div className={styles['group']} data-group>
      <div className={styles['groupHead']}>
        <span className={styles['label']}>{label}</span>
        {children}
      </div>
      <Lines label={`${label}: ${articles[0]?.title ?? ''}`} articles={articles} />
    </div>
  )
}

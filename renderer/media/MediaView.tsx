import { ImagePlus, Images, Search } from 'lucide-react'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ClipboardEvent,
  type DragEvent,
  type ReactNode,
} from 'react'
import { FileTrigger } from 'react-aria-components'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { articles } from '../article.ts'
import { useMedia } from '../bridge.ts'
import { usePlace } from '../place.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { ViewHead } from '../ViewHead.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { listMedia, type MediaAsked } from './listing.ts'
import { addPictures, refreshPictures, trashPictures, useAdding } from './media.ts'
import { MediaBar } from './MediaBar.tsx'
import { MediaDetails } from './MediaDetails.tsx'
import { MediaGrid } from './MediaGrid.tsx'
import { pictureMenu, type Target } from './menu.ts'
import styles from './MediaView.module.css'

/** The pictures that the library takes. */
export const TAKEN = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'image/svg+xml']

const FIRST: MediaAsked = { query: '', unused: false, sort: 'added' }

export interface MediaViewProps {
  /** Whether the sidebar stands beside it. */
  readonly sidebar: boolean
}

/** Every picture of the library, with what is known of those that are selected. */
export function MediaView({ sidebar }: MediaViewProps) {
  const words = useWords()
  const all = useMedia().data
  const adding = useAdding()
  const [asked, setAsked] = useState(FIRST)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const root = useRef<HTMLDivElement>(null)
  const media = useMemo(() => listMedia(all ?? [], asked), [all, asked])
  const selected = useMemo(() => media.filter(({ path }) => chosen.has(path)), [media, chosen])
  const target = useTarget()
  const { over, ...drops } = useDrops((files) => void addPictures(words, files))
  const toGrid = () => root.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
  useEffect(refreshPictures, [])

  return (
    <div ref={root} className={styles['view']} data-over={over || undefined} {...drops}>
      <Head shown={media.length} all={all?.length ?? null} asked={asked} sidebar={sidebar}>
        <MediaBar asked={asked} onChange={(change) => setAsked({ ...asked, ...change })} onDown={toGrid} />
        <AddButton />
      </Head>
      <div className={styles['body']}>
        <div className={styles['main']}>
          {all !== undefined && media.length === 0 ? (
            <NoPictures asked={asked} none={all.length === 0} />
          ) : (
            <MediaGrid
              media={media}
              onSelect={setChosen}
              onEnter={({ path }) => windowState.open({ name: 'picture', path })}
              onDelete={(some) => void trashPictures(words, some)}
              menu={(some) => pictureMenu(words, some, target)}
            />
          )}
          {over && <p className={styles['drop']}>{words.media.dropHere}</p>}
          {adding > 0 && (
            <output className={styles['adding']}>
              {words.media.adding} {adding}
            </output>
          )}
        </div>
        {selected.length > 0 && (
          <aside className={styles['details']} aria-label={words.media.details}>
            <MediaDetails media={selected} target={target} />
          </aside>
        )}
      </div>
    </div>
  )
}

interface HeadProps {
  readonly shown: number
  readonly all: number | null
  readonly asked: MediaAsked
  readonly sidebar: boolean
  readonly children: ReactNode
}

function Head({ shown, all, asked, sidebar, children }: HeadProps) {
  const words = useWords()
  const language = useLanguage()
  const filtered = asked.query.trim() !== '' || asked.unused
  const count = formatNumber(language, shown)
  return (
    <ViewHead
      title={words.media.pictures}
      count={all === null ? '' : filtered ? words.media.found(count) : words.media.count(count, shown === 1)}
      back={words.media.back}
      sidebar={sidebar}
    >
      {children}
    </ViewHead>
  )
}

function AddButton() {
  const words = useWords()
  return (
    <FileTrigger
      allowsMultiple
      acceptedFileTypes={TAKEN}
      onSelect={(files) => void addPictures(words, [...(files ?? [])])}
    >
      <IconButton icon={ImagePlus} label={words.media.add} />
    </FileTrigger>
  )
}

function NoPictures({ asked, none }: { readonly asked: MediaAsked; readonly none: boolean }) {
  const words = useWords().media
  const { title, detail } = none ? words.none : asked.query.trim() === '' ? words.allUsed : words.notFound
  return (
    <Empty icon={none ? Images : Search} title={title} detail={detail}>
      {none && <AddFirst />}
    </Empty>
  )
}

function AddFirst() {
  const words = useWords()
  return (
    <FileTrigger
      allowsMultiple
      acceptedFileTypes={TAKEN}
      onSelect={(files) => void addPictures(words, [...(files ?? [])])}
    >
      <Button kind="primary" icon={ImagePlus}>
        {words.media.add}
      </Button>
    </FileTrigger>
  )
}

/** The open article, when pictures can go into it. */
function useTarget(): Target {
  const untitled = useWords().common.untitled
  const id = usePlace((value) => value.articleId)
  const subscribe = useCallback(
    (listener: () => void) => (id === null ? () => {} : articles.subscribe(id, listener)),
    [id],
  )
  const article = useSyncExternalStore(subscribe, () => (id === null ? null : articles.snapshot(id).article))
  if (article === null || article.trashedAt !== null) return null
  return { title: article.title.trim() || untitled }
}

/** Pictures that are dropped on the view or pasted into it. */
function useDrops(take: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false)
  const pictures = (data: DataTransfer | null) =>
    [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
  return {
    over,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      setOver(false)
      const files = pictures(event.dataTransfer)
      if (files.length === 0) return
      event.preventDefault()
      take(files)
    },
    onPaste: (event: ClipboardEvent) => {
      const files = pictures(event.clipboardData)
      if (files.length === 0) return
      event.preventDefault()
      take(files)
    },
  }
}

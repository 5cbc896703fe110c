import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Site } from '../../core/article.ts'
import { call, keys, listen } from '../bridge.ts'
import { morph } from '../preview/morph.ts'
import { Segmented } from '../ui/Choice.tsx'
import { attempt } from '../ui/toasts.tsx'
import { useWords } from '../words.tsx'
import { withFreshSheets } from './sheets.ts'
import styles from './themes.module.css'

/** How wide the screens are that a page is shown on, in pixels. */
const WIDTHS = { desktop: 1280, phone: 390 } as const

/** A real page of the library in its theme, following every choice. */
export function ThemePreview({ site }: { readonly site: Site }) {
  const words = useWords().themes
  const [page, setPage] = useState<'front' | 'article'>('front')
  const [width, setWidth] = useState<keyof typeof WIDTHS>('desktop')
  const [scheme, setScheme] = useState<'light' | 'dark'>('light')
  const newest = useNewest()
  const slug = newest?.slug ?? null
  const root = newest?.isOut === true ? '/site/' : '/draft-site/'
  const address =
    root + (page === 'article' && slug !== null ? `${encodeURIComponent(slug)}.html` : 'index.html')
  return (
    <section className={styles['preview']} aria-label={words.preview}>
      <div className={styles['looks']}>
        <Segmented
          label={words.page}
          showLabel={false}
          value={page}
          options={[
            { id: 'front', label: words.front },
            { id: 'article', label: words.article },
          ]}
          onChange={setPage}
        />
        <Segmented
          label={words.width}
          showLabel={false}
          value={width}
          options={[
            { id: 'desktop', label: words.widths.desktop },
            { id: 'phone', label: words.widths.phone },
          ]}
          onChange={setWidth}
        />
        <Segmented
          label={words.scheme}
          showLabel={false}
          value={scheme}
          options={[
            { id: 'light', label: words.light },
            { id: 'dark', label: words.dark },
          ]}
          onChange={setScheme}
        />
      </div>
      {newest === undefined ? null : (
        <Screen
          key={address}
          address={address}
          width={WIDTHS[width]}
          scheme={scheme}
          title={`${words.preview}: ${page === 'front' ? words.front : words.article}`}
          site={site}
        />
      )}
      {page === 'article' && slug === null && <p className={styles['hint']}>{words.noArticle}</p>}
    </section>
  )
}

/** The article to try a theme on: the newest that is out, else the newest; undefined while it is looked for. */
function useNewest(): { readonly slug: string | null; readonly isOut: boolean } | undefined {
  return useQuery({
    queryKey: [...keys.articles, 'newest'],
    queryFn: async () => {
      const sort = { by: 'published', direction: 'descending' } as const
      const out = await call('article.list', { filter: { status: 'published' }, sort, offset: 0, limit: 1 })
      const [row] = out.rows
      if (row !== undefined) return { slug: row.slug, isOut: true }
      const all = await call('article.list', { filter: {}, sort, offset: 0, limit: 1 })
      return { slug: all.rows[0]?.slug ?? null, isOut: false }
    },
  }).data
}

interface ScreenProps {
  readonly address: string
  readonly width: number
  readonly scheme: 'light' | 'dark'
  readonly title: string
  readonly site: Site
}

/** A screen of a width, made smaller where there is no room for it. */
function Screen({ address, width, scheme, title, site }: ScreenProps) {
  const room = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    if (room.current) watch.observe(room.current)
    return () => watch.disconnect()
  }, [])
  useFollowing(frame, address, site)
  const scale = Math.min(1, size.width / width)
  const loaded = () => {
    const page = frame.current?.contentDocument
    if (!page) return
    thinScrollBar(page)
    // A look at a page, not a place to go from.
    page.addEventListener('click', (event) => event.preventDefault())
    page.addEventListener('auxclick', (event) => event.preventDefault())
  }
  return (
    <div ref={room} className={styles['room']}>
      <iframe
        ref={frame}
        className={styles['screen']}
        style={{
          width,
          height: scale === 0 ? 0 : size.height / scale,
          transform: `scale(${scale})`,
          marginLeft: Math.max(0, (size.width - width * scale) / 2),
          colorScheme: scheme,
        }}
        title={title}
        sandbox="allow-same-origin"
        src={address}
        onLoad={loaded}
      />
    </div>
  )
}

/** The window's own scroll bar in place of the system's: it is no part of the page. */
function thinScrollBar(page: Document): void {
  const view = page.defaultView
  if (view === null) return
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync('html { scrollbar-width: thin }')
  page.adoptedStyleSheets = [sheet]
}

/** Takes the page over as it is made now, whenever the site or its theme changed. */
function useFollowing(frame: RefObject<HTMLIFrameElement | null>, address: string, site: Site): void {
  const fresh = useEffectEvent(async () => {
    const page = frame.current?.contentDocument
    if (!page || page.URL === 'about:blank') return
    const answer = await fetch(address)
    if (!answer.ok) return
    const html = withFreshSheets(await answer.text())
    if (frame.current?.contentDocument !== page) return
    const next = new DOMParser().parseFromString(html, 'text/html')
    morph(page.head, next.head)
    morph(page.body, next.body)
  })
  const { theme, themeOptions, relatedCount } = site
  useEffect(() => void attempt(fresh()), [theme, themeOptions, relatedCount])
  useEffect(() => listen('theme.changed', () => void attempt(fresh())), [])
}

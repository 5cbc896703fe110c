import { Globe } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { call, listen } from '../bridge.ts'
import { usePane } from '../editor/pane.tsx'
import type { Desk } from '../editor/desk.ts'
import { IconButton } from '../ui/Button.tsx'
import { withFreshSheets } from '../themes/sheets.ts'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { PageFrame, type LinkTarget } from './page-frame.ts'
import { LivePage } from './live-page.ts'
import styles from './preview.module.css'

/** The article's page with its theme, as readers will get it, following every key. */
export function Preview() {
  const { article } = usePane()
  // The frame keeps the address it began with: a slug that changes while it is written changes nothing seen here.
  return <ArticleFrame key={article.id} firstSlug={article.slug} />
}

type State = 'loading' | 'shown' | 'failed'

function ArticleFrame({ firstSlug }: { readonly firstSlug: string }) {
  const { desk, article, onOpenArticle } = usePane()
  const { editor: words, site } = useWords()
  const frame = useRef<HTMLIFrameElement>(null)
  const [address] = useState(() => pageAddress(firstSlug))
  const [state, setState] = useState<State>('loading')
  const live = useRef<LivePage | null>(null)
  const follow = useRef<(target: LinkTarget) => void>(() => {})
  useEffect(() => {
    follow.current = (target) => void attempt(followLink(target, onOpenArticle))
  }, [onOpenArticle])

  // Before another article's text is opened, this page must hear no more of it.
  useLayoutEffect(() => () => live.current?.close(), [])
  useFreshFrame(live, desk, pageAddress(article.slug))

  const loaded = (): void => {
    live.current?.close()
    live.current = frame.current && openPage(frame.current, desk, (target) => follow.current(target))
    setState(live.current === null ? 'failed' : 'shown')
  }
  return (
    <div className={styles['preview']}>
      <iframe
        ref={frame}
        className={styles['frame']}
        data-state={state}
        title={words.previewTitle(article.title)}
        sandbox="allow-same-origin"
        src={address}
        onLoad={loaded}
      />
      <IconButton
        className={styles['toSite'] ?? ''}
        icon={Globe}
        label={site.showHere}
        onPress={() => windowState.open({ name: 'site', path: `${article.slug}.html` })}
      />
      {state !== 'shown' && (
        <output className={styles['notice']}>
          {state === 'failed' ? words.previewFailed : words.previewLoading}
        </output>
      )}
    </div>
  )
}

function openPage(
  frame: HTMLIFrameElement,
  desk: Desk,
  follow: (target: LinkTarget) => void,
): LivePage | null {
  const live: { page?: LivePage } = {}
  const page = PageFrame.of(frame, {
    onLink: follow,
    onScroll: () => live.page?.step.pageScrolled(),
    onResize: () => live.page?.step.settle(),
    onLeave: () => desk.view.focus(),
    onBlock: (block) => live.page?.goToBlock(block),
  })
  if (page === null) return null
  live.page = new LivePage(page, desk)
  return live.page
}

/** How soon the page is read again after the library changed, in milliseconds. */
const REFRESH_AFTER = 250

/** While the text is typed, what stands around it can wait, in milliseconds since the last key. */
const REST_FIRST = 1200

/** Reads the page again when something in the library changed: title, category, related articles, theme. */
function useFreshFrame(live: { readonly current: LivePage | null }, desk: Desk, address: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = (): void => {
      const rest = REST_FIRST - (performance.now() - desk.lastTyped)
      timer = rest > 0 ? setTimeout(refresh, rest) : undefined
      if (rest <= 0) void attempt(freshen(live.current, address))
    }
    const soon = (): void => {
      timer ??= setTimeout(refresh, REFRESH_AFTER)
    }
    const stops = [listen('library.changed', soon), listen('theme.changed', soon)]
    return () => {
      for (const stop of stops) stop()
      clearTimeout(timer)
    }
  }, [live, desk, address])
}

async function freshen(live: LivePage | null, address: string): Promise<void> {
  if (live === null) return
  const answer = await fetch(address)
  // An article that has just gone has no page; the window shows another one in a moment.
  if (answer.ok) live.page.takeFrame(withFreshSheets(await answer.text()))
}

async function followLink(
  target: LinkTarget,
  open: ((articleId: number) => void) | undefined,
): Promise<void> {
  if (target.kind === 'outside') await call('app.openLink', { url: target.url })
  else {
    const id = await call('article.find', { slug: target.slug })
    if (id !== null) open?.(id)
  }
}

function pageAddress(slug: string): string {
  return `/site/${encodeURIComponent(slug)}.html`
}

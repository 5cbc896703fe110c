import { type RefObject, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react'
import { listen } from '../bridge.ts'
import { useStore } from '../store.ts'
import { withFreshSheets } from '../themes/sheets.ts'
import { useWords } from '../words.tsx'
import { frameUrl, isSearch, targetOf } from './address.ts'
import type { Target } from './address.ts'
import type { Pressed } from './site-keys.ts'
import { SitePage } from './site-page.ts'
import { type Stop, keepScroll, moved, scrollOf, stopOf, tour } from './tour.ts'
import styles from './site.module.css'

export interface FrameHandle {
  focus(): void
  reload(): void
}

export interface SiteFrameProps {
  readonly siteLanguage: string
  readonly handle: RefObject<FrameHandle | null>
  readonly onFollow: (target: Target) => void
  readonly onKey: (event: Pressed) => boolean
}

/** How soon a page is read again after the library changed, in milliseconds. */
const REFRESH_AFTER = 200

/** The page at which the tour is. The search page stands in a frame of another origin, all others in the window's. */
export function SiteFrame(props: SiteFrameProps) {
  const { address } = useStore(tour, stopOf)
  const isPrinted = useStore(tour, ({ look }) => look === 'print')
  const isScripted = isSearch(address, props.siteLanguage) && !isPrinted
  // What a frame may do is settled when it is made.
  return <Frame key={String(isScripted)} {...props} isScripted={isScripted} />
}

function Frame({ handle, isScripted, onFollow, onKey }: SiteFrameProps & { readonly isScripted: boolean }) {
  const words = useWords().site
  const frame = useRef<HTMLIFrameElement>(null)
  const page = useRef<SitePage | null>(null)
  const stop = useStore(tour, stopOf)
  const drafts = useStore(tour, (value) => value.drafts)
  const isPrinted = useStore(tour, ({ look }) => look === 'print')
  const [times, setTimes] = useState(0)
  const [title, setTitle] = useState<string | null>(null)
  const [missing, setMissing] = useState<'notThere' | 'failed' | null>(null)
  const [path = ''] = stop.address.split('#')
  const url = frameUrl(path, drafts, isScripted)

  useImperativeHandle(handle, () => ({
    focus: () => (page.current ?? frame.current)?.focus(),
    reload: () => setTimes((value) => value + 1),
  }))

  // In the place of the page before: the window's own history has no part in the tour.
  useEffect(() => {
    page.current?.close()
    page.current = null
    frame.current?.contentWindow?.location.replace(new URL(url, location.href))
  }, [url, isPrinted, times])
  useEffect(() => () => page.current?.close(), [])

  useEffect(() => {
    if (page.current) goToStop(page.current, stop)
  }, [stop])

  const follow = (href: string): void => {
    const base = page.current?.base
    const target = base === undefined ? null : targetOf(href, base)
    if (target) onFollow(target)
  }
  const loaded = (): void => {
    const made =
      frame.current &&
      SitePage.of(frame.current, {
        onFollow: follow,
        onKey: (event) => onKey(event) && event.preventDefault(),
        onScroll: (top) => keepScroll(stopOf(tour.get()), top),
      })
    page.current?.close()
    page.current = made
    if (isFocusLoose()) (made ?? frame.current)?.focus()
    if (!made) return void (isScripted && setTitle(words.title))
    const sent = made.sendsTo === null ? null : targetOf(made.sendsTo, made.base)
    if (sent?.kind === 'site') return moved(sent.address)
    setMissing(null)
    if (made.isEmpty) void whyEmpty(url).then((why) => page.current === made && setMissing(why))
    if (isPrinted) made.print()
    setTitle(made.title)
    goToStop(made, stopOf(tour.get()))
  }
  useRefresh(url, page, () => {
    const isSearched = isScripted && document.activeElement === frame.current
    if (!isSearched) setTimes((value) => value + 1)
  })

  return (
    <>
      <iframe
        ref={frame}
        className={styles['frame']}
        data-state={title === null ? 'loading' : 'shown'}
        title={words.page(title ?? '')}
        sandbox={isScripted ? 'allow-scripts allow-same-origin' : 'allow-same-origin'}
        onLoad={loaded}
      />
      {(title === null || missing !== null) && (
        <output className={styles['notice']}>{missing === null ? words.loading : words[missing]}</output>
      )}
    </>
  )
}

/** Why nothing came of an address. */
async function whyEmpty(url: string): Promise<'notThere' | 'failed'> {
  const { status } = await fetch(url)
  return status === 404 ? 'notThere' : 'failed'
}

/** Whether the focus is on nothing: at the start, and when the frame that had it has made way for the other kind. */
function isFocusLoose(): boolean {
  const at = document.activeElement
  return at === null || at === document.body || at.getAttribute('role') === 'dialog'
}

/** Where the writer left the page, or what its address names. */
function goToStop(page: SitePage, stop: Stop): void {
  page.scrollTo(scrollOf(stop), stop.address.split('#')[1])
}

/** Reads the page again when something in the library changed. One that cannot be reached into is loaded anew. */
function useRefresh(url: string, page: RefObject<SitePage | null>, loadAnew: () => void): void {
  const refresh = useEffectEvent(async () => {
    const shown = page.current
    if (shown === null || shown.isEmpty) return loadAnew()
    const answer = await fetch(url)
    if (page.current === shown) shown.take(withFreshSheets(await answer.text()))
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined
        void refresh()
      }, REFRESH_AFTER)
    }
    const stops = [listen('library.changed', soon), listen('theme.changed', soon)]
    return () => {
      for (const stop of stops) stop()
      clearTimeout(timer)
    }
  }, [])
}

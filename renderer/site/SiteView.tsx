import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { AppState, LibraryInfo } from '../../core/bridge.ts'
import { focusEditor, openArticle } from '../actions.ts'
import { flushAll } from '../article.ts'
import { call, listen } from '../bridge.ts'
import { useStore } from '../store.ts'
import { attempt, sayFailure } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { type Target, slugAt, targetOf, typedAddress } from './address.ts'
import { SiteBar } from './SiteBar.tsx'
import { type FrameHandle, SiteFrame } from './SiteFrame.tsx'
import { type Pressed, siteAction } from './site-keys.ts'
import { WIDTHS, enter, go, stopOf, tour, visit } from './tour.ts'
import styles from './site.module.css'

export interface SiteViewProps {
  readonly state: AppState
  readonly library: LibraryInfo
  /** A page to begin at; null: where the writer was last. */
  readonly path: string | null
}

/** The site as its readers will get it, over the window: every link leads where it will lead. */
export function SiteView({ state, library, path }: SiteViewProps) {
  const words = useWords().site
  useState(() => begin(state, path))
  const address = useStore(tour, stopOf).address
  const articleId = useArticleAt(address)
  const frame = useRef<FrameHandle>(null)
  const field = useRef<HTMLInputElement>(null)

  const edit = (): void => {
    if (articleId === null) return
    windowState.closeDialog()
    openArticle(articleId)
    focusEditor('text')
  }
  const follow = (target: Target): void => {
    if (target.kind === 'site') visit(target.address)
    else void attempt(call('app.openLink', { url: target.url }))
  }
  const press = (event: Pressed): boolean => {
    const action = siteAction(event)
    switch (action) {
      case null:
        return false
      case 'back':
        go(-1)
        break
      case 'forward':
        go(1)
        break
      case 'reload':
        frame.current?.reload()
        break
      case 'address':
        field.current?.select()
        field.current?.focus()
        break
      case 'edit':
        edit()
        break
      case 'other':
        if (document.activeElement?.tagName === 'IFRAME') field.current?.focus()
        else frame.current?.focus()
        break
      case 'close':
        windowState.closeDialog()
    }
    return true
  }
  useKeys(press)
  useSearchPage(follow, press)
  useSaved()

  return (
    <ModalOverlay
      isOpen
      isKeyboardDismissDisabled
      onOpenChange={(open) => !open && windowState.closeDialog()}
      className={styles['over'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog className={styles['view'] ?? ''} aria-label={words.title}>
          <SiteBar
            fieldRef={field}
            canEdit={articleId !== null}
            onEdit={edit}
            onReload={() => frame.current?.reload()}
            onVisit={(typed) => {
              visit(typedAddress(typed, library.site))
              frame.current?.focus()
            }}
          />
          <Stage>
            <SiteFrame siteLanguage={library.site.language} handle={frame} onFollow={follow} onKey={press} />
          </Stage>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function begin({ opening, settings }: AppState, path: string | null): void {
  const { appearance } = settings
  const isDark =
    appearance === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : appearance === 'dark'
  enter(opening, isDark ? 'dark' : 'light')
  if (path !== null) visit(path)
}

/** The number of the article whose page lies at an address; null when none does. */
function useArticleAt(address: string): number | null {
  const slug = slugAt(address)
  const [found, setFound] = useState<{ readonly slug: string; readonly id: number | null } | null>(null)
  useEffect(() => {
    if (slug === null) return
    let isWanted = true
    void attempt(call('article.find', { slug })).then((id) => isWanted && setFound({ slug, id: id ?? null }))
    return () => {
      isWanted = false
    }
  }, [slug])
  return found !== null && found.slug === slug ? found.id : null
}

/** Keys of the view, also while the focus is on nothing because a page is on its way. */
function useKeys(onKey: (event: Pressed) => boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented && onKey(event)) event.preventDefault()
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

/** What happens in the search page, of which only main can tell. */
function useSearchPage(onFollow: (target: Target) => void, onKey: (event: Pressed) => boolean): void {
  const follow = useEffectEvent(({ url }: { readonly url: string }) => {
    const target = targetOf(url, 'app://longhand/site/')
    if (target) onFollow(target)
  })
  const pressIn = useEffectEvent((event: Pressed) => {
    if (document.activeElement?.tagName === 'IFRAME') onKey(event)
  })
  useEffect(() => {
    const stops = [
      listen('site.followed', follow),
      listen('site.key', ({ key, alt, shift, control, meta }) =>
        pressIn({ key, altKey: alt, shiftKey: shift, ctrlKey: control, metaKey: meta }),
      ),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
}

/** What was typed last belongs on the page too. */
function useSaved(): void {
  useEffect(() => {
    void flushAll().then((failure) => failure && sayFailure(failure))
  }, [])
}

/** The width at which a page is laid out; made smaller as a whole where the window has less room. */
function Stage({ children }: { readonly children: ReactNode }) {
  const width = useStore(tour, (value) => value.width)
  const look = useStore(tour, (value) => value.look)
  const stage = useRef<HTMLDivElement>(null)
  const room = useRoom(stage)
  const wanted = look === 'print' ? PAPER : width === 'full' ? room.width : WIDTHS[width]
  const scale = wanted === 0 ? 1 : Math.min(1, room.width / wanted)
  return (
    <div ref={stage} className={styles['stage']} data-width={width} data-look={look}>
      <div className={styles['place']} style={{ width: wanted * scale, height: room.height }}>
        <div
          className={styles['sheet']}
          style={{
            width: wanted,
            height: room.height / scale,
            transform: `scale(${scale})`,
            colorScheme: look === 'dark' ? 'dark' : 'light',
          }}
        >
          {children}
        </div>
      </div>
    </div>
  )
}

/** A4 upright at 96 pixels to the inch. */
const PAPER = 794

function useRoom(stage: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: 0, height: 0 })
  useEffect(() => {
    if (stage.current === null) return
    const sizes = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    sizes.observe(stage.current)
    return () => sizes.disconnect()
  }, [stage])
  return room
}

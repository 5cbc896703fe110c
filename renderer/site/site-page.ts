import { morph } from '../preview/morph.ts'
import { printSheet } from './print-sheet.ts'

export interface SitePageEvents {
  /** A link was followed, or a form sent; `href` as it is written. */
  onFollow(href: string): void
  onKey(event: KeyboardEvent): void
  onScroll(top: number): void
}

/** The window's own thin scroll bar in place of the system's: it is no part of the page. */
const SCROLL_BAR = `@media screen {
  html { scrollbar-width: thin; scrollbar-color: light-dark(#cfc9bc, #3b3d41) transparent }
}`

/**
 * A page of the site in its frame, which is sandboxed without scripts: nothing in the page can run, and the window
 * reaches in because the page comes from its own origin.
 */
export class SitePage {
  readonly #document: Document
  readonly #window: Window
  readonly #stop = new AbortController()
  #printed = false

  /** Takes over a loaded frame; null when it shows a page of another origin. */
  static of(frame: HTMLIFrameElement, events: SitePageEvents): SitePage | null {
    const { contentDocument: page, contentWindow: view } = frame
    return page && view && page.URL !== 'about:blank' ? new SitePage(page, view, events) : null
  }

  private constructor(page: Document, view: Window, events: SitePageEvents) {
    this.#document = page
    this.#window = view
    this.#styleScrollBar()
    const signal = this.#stop.signal
    for (const type of ['click', 'auxclick'] as const)
      page.addEventListener(type, (event) => follow(event, events), { signal })
    page.addEventListener('submit', (event) => event.preventDefault(), { signal })
    page.addEventListener('keydown', events.onKey, { signal })
    page.addEventListener('scroll', () => events.onScroll(view.scrollY), { signal, passive: true })
  }

  /** Whether nothing came: there is no such file, or it could not be made. */
  get isEmpty(): boolean {
    return !this.#document.body?.hasChildNodes()
  }

  get title(): string {
    return this.#document.title
  }

  /** Where the page stands, absolute: links in it are read from there. */
  get base(): string {
    return this.#document.baseURI
  }

  /** Where a page that stands for another sends its reader at once; null when it stays. */
  get sendsTo(): string | null {
    const refresh = this.#document.querySelector('meta[http-equiv="refresh" i]')
    return /url=(.*)$/is.exec(refresh?.getAttribute('content') ?? '')?.[1] ?? null
  }

  /** Scrolls to a height, or to what has the id of a fragment when there is one and no height. */
  scrollTo(top: number, fragment = ''): void {
    const target = top === 0 && fragment !== '' ? this.#document.getElementById(decoded(fragment)) : null
    if (target) target.scrollIntoView({ block: 'start', behavior: 'instant' })
    else this.#window.scrollTo({ top, behavior: 'instant' })
  }

  /** Takes over the page as it is written now; what did not change stays, and so does the place in it. */
  take(html: string): void {
    const next = new DOMParser().parseFromString(html, 'text/html')
    morph(this.#document.head, next.head)
    morph(this.#document.body, next.body)
    const root = this.#document.documentElement
    for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value)
    if (this.#printed) this.print()
  }

  /** Shows the page as it is printed. Only loading it again takes that back. */
  print(): void {
    this.#printed = true
    for (const sheet of this.#document.styleSheets) printSheet(sheet)
  }

  focus(): void {
    this.#window.focus()
  }

  close(): void {
    this.#stop.abort()
  }

  #styleScrollBar(): void {
    const view = this.#document.defaultView
    if (view === null) return
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(SCROLL_BAR)
    this.#document.adoptedStyleSheets = [sheet]
  }
}

/** Nothing in the page navigates: a link is the window's to follow. */
function follow(event: MouseEvent, events: SitePageEvents): void {
  const link = (event.target as Element | null)?.closest?.('a[href], area[href]')
  if (!link) return
  event.preventDefault()
  if (event.type === 'auxclick' && event.button !== 1) return
  events.onFollow(link.getAttribute('href') ?? '')
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

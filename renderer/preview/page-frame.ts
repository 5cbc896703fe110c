import type { Patch } from './messages.ts'
import { morph } from './morph.ts'
import { PageBlocks } from './page-blocks.ts'

/** What a link in the page leads to. */
export type LinkTarget =
  { readonly kind: 'article'; readonly slug: string } | { readonly kind: 'outside'; readonly url: string }

export interface PageEvents {
  onLink(target: LinkTarget): void
  onScroll(): void
  /** The text in the page became higher or lower: by a patch, a face that arrived, a picture. */
  onResize(): void
  /** Escape was pressed in the page. */
  onLeave(): void
  /** A block of the text was asked for by a double click. */
  onBlock(index: number): void
}

const BODY = '.article-body'

/** The window's own thin scroll bar in place of the system's: it is no part of the page. */
const SCROLL_BAR = `@media screen {
  html { scrollbar-width: thin; scrollbar-color: light-dark(#cfc9bc, #3b3d41) transparent }
}`

/**
 * The page of one article in its frame. The frame is sandboxed without scripts, so nothing in the page can run;
 * the window reaches in because the page comes from its own origin.
 */
export class PageFrame {
  readonly #document: Document
  readonly #window: Window
  readonly #body: Element
  readonly #blocks: PageBlocks
  readonly #events: PageEvents
  readonly #stop = new AbortController()

  /** Takes over a loaded frame; null when what it shows is no article's page. */
  static of(frame: HTMLIFrameElement, events: PageEvents): PageFrame | null {
    const page = frame.contentDocument
    const view = frame.contentWindow
    const body = page?.querySelector(BODY)
    return page && view && body ? new PageFrame(page, view, body, events) : null
  }

  private constructor(page: Document, view: Window, body: Element, events: PageEvents) {
    this.#document = page
    this.#window = view
    this.#body = body
    this.#blocks = new PageBlocks(body)
    this.#events = events
    this.#styleScrollBar()
    const signal = this.#stop.signal
    for (const type of ['click', 'auxclick'] as const)
      page.addEventListener(type, (event) => this.#clicked(event), { signal })
    page.addEventListener('submit', (event) => event.preventDefault(), { signal })
    page.addEventListener('scroll', () => this.#events.onScroll(), { signal, passive: true })
    page.addEventListener('keydown', (event) => event.key === 'Escape' && this.#events.onLeave(), { signal })
    const sizes = new ResizeObserver(() => this.#events.onResize())
    sizes.observe(body)
    signal.addEventListener('abort', () => sizes.disconnect())
    page.addEventListener('dblclick', (event) => this.#doubleClicked(event), { signal })
  }

  /** Shows what changed in the text; resolves when it stands there. */
  apply(patch: Patch): Promise<void> {
    return this.#blocks.apply(patch)
  }

  /** Takes over everything around the text from the page as it is written now. */
  takeFrame(html: string): void {
    const next = new DOMParser().parseFromString(html, 'text/html')
    const nextBody = next.querySelector(BODY)
    if (nextBody === null) return
    const before = this.#blocks.top(0)
    // What rules a page may have of its own was settled when it was loaded: newer ones would be refused, loudly.
    const own = this.#document.head.querySelectorAll('style')
    for (const [at, style] of next.head.querySelectorAll('style').entries())
      style.replaceWith(...(own[at] ? [own[at].cloneNode(true)] : []))
    morph(this.#document.head, next.head)
    morph(this.#document.body, next.body, { current: this.#body, next: nextBody })
    const root = this.#document.documentElement
    for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value)
    if (this.scrollTop > 0) this.scrollTo(this.scrollTop + this.#blocks.top(0) - before)
  }

  /** Lays out what changed now rather than in the frame that a key may be waiting for. */
  layOut(): void {
    this.#body.getBoundingClientRect()
  }

  get scrollTop(): number {
    return this.#window.scrollY
  }

  scrollTo(top: number): void {
    this.#window.scrollTo({ top, behavior: 'instant' })
  }

  /** Height, from the top of the page, at which a block starts; one past the last: where the text ends. */
  top(block: number): number {
    return this.#blocks.top(block) + this.#window.scrollY
  }

  /** Where the text ends. */
  get textEnd(): number {
    return this.#body.getBoundingClientRect().bottom + this.#window.scrollY
  }

  get viewport(): number {
    return this.#window.innerHeight
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

  /** Nothing in the page navigates: a link is the window's to follow. */
  #clicked(event: MouseEvent): void {
    const link = (event.target as Element | null)?.closest?.('a[href], area[href]')
    if (!link) return
    event.preventDefault()
    if (event.type === 'auxclick' && event.button !== 1) return
    const address = new URL(link.getAttribute('href') ?? '', this.#document.baseURI)
    const here = new URL(this.#document.baseURI)
    if (address.origin !== here.origin || address.protocol !== here.protocol)
      return this.#events.onLink({ kind: 'outside', url: address.href })
    if (address.pathname === here.pathname && address.hash !== '') return this.#goTo(address.hash.slice(1))
    const slug = /\/site\/([^/]+)\.html$/.exec(address.pathname)?.[1]
    if (slug !== undefined) this.#events.onLink({ kind: 'article', slug: decodeURIComponent(slug) })
  }

  #goTo(fragment: string): void {
    const target = this.#document.getElementById(decodeURIComponent(fragment))
    target?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }

  #doubleClicked(event: MouseEvent): void {
    const index = event.target === null ? -1 : this.#blocks.indexOf(event.target as Node)
    if (index >= 0) this.#events.onBlock(index)
  }
}

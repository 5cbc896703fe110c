import { isolateHistory, redo, undo } from '@codemirror/commands'
import { getSearchQuery } from '@codemirror/search'
import type { EditorState, Transaction, TransactionSpec } from '@codemirror/state'
import { EditorView, keymap, panels } from '@codemirror/view'
import { afterFrame } from '../preview/waiting.ts'
import { LiveText } from '../preview/live-text.ts'
import { Arriving } from './arriving.ts'
import type { DeskPort } from './desk-port.ts'
import { linkPaste } from './link-paste.ts'
import { pictureDrops } from './pictures.ts'
import { richPaste } from './rich-paste.ts'
import { Sheets } from './sheets.ts'
import type { Place } from './sheets.ts'
import { openFind, reconfigured, surface } from './surface.ts'
import type { SurfaceSettings } from './surface.ts'
import { tools } from './tools.ts'
import type { Tool } from './tools.ts'

/** Ways out of the text by keyboard, for whatever stands around it. */
export interface Exits {
  /** Escape. */
  leave(): void
  /** Up from the text's first line. */
  up(): void
}

/** How long keys are held before the window hears of the new text, in milliseconds. Saving adds its own wait. */
const HAND_OVER_AFTER = 100

/**
 * The writing surface of one pane: one CodeMirror view for all articles, the texts that it shows, and the worker
 * that follows them. It lives outside React; a component only says where it stands.
 */
export class Desk {
  readonly view: EditorView
  readonly live: LiveText
  /** Where the find panel stands, above the text. */
  readonly panelHolder: HTMLElement
  /** When the writer last typed, by `performance.now()`. */
  lastTyped = -Infinity
  readonly #sheets: Sheets
  readonly #port: DeskPort
  #settings: SurfaceSettings
  readonly #scrollListeners = new Set<() => void>()
  #articleId: number | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #arriving: Arriving
  /** The place of a text that was just opened is still being found. */
  #restoring = false
  #exits: Exits | null = null

  constructor(settings: SurfaceSettings, port: DeskPort, worker: Worker) {
    this.#settings = settings
    this.#port = port
    this.live = new LiveText(worker, afterFrame)
    this.panelHolder = document.createElement('div')
    this.#sheets = new Sheets(
      () => surface(this.#settings, this.#extensions()),
      (articleId, body) => port.save(articleId, body),
    )
    this.view = new EditorView({
      dispatchTransactions: (transactions, view) => this.#dispatch(transactions, view),
    })
    this.#arriving = new Arriving({
      view: this.view,
      port,
      articleId: () => this.#articleId,
      waiting: () => this.#settings.words.addingPicture,
      change: (articleId, make) => this.#change(articleId, make),
    })
  }

  get articleId(): number | null {
    return this.#articleId
  }

  /**
   * Shows an article's text, with the undo history, caret and place that it had when it was left. `words` is
   * shown until they are counted.
   */
  open(articleId: number, body: string, words: number): void {
    if (articleId === this.#articleId) return this.take(body)
    this.#leaveArticle()
    this.#articleId = articleId
    this.view.setState(this.#sheets.open(articleId, body))
    this.view.dispatch({ effects: reconfigured(this.#settings) })
    this.live.open(this.view.state.doc.toString(), words)
    this.#select()
    this.take(body)
    this.restorePlace()
  }

  /** Takes over a body that may have changed elsewhere; what was typed meanwhile stays. */
  take(body: string): void {
    const id = this.#articleId
    if (id === null || this.#sheets.knows(id, body)) return
    const change = this.#sheets.take(id, body)
    if (change !== null) this.view.dispatch(change)
  }

  /** See {@link Sheets.await}. */
  await(articleId: number, body: string | null): void {
    this.#sheets.await(articleId, body)
  }

  /**
   * Puts other words in a place of an article's text, in one step that undo takes back. False when that text is not
   * `text` any more: then the place is not what the caller thinks it is.
   */
  replace(articleId: number, text: string, change: { from: number; to: number; insert: string }): boolean {
    const state = this.#sheets.state(articleId)
    if (state === undefined || state.readOnly || state.doc.toString() !== text) return false
    this.#change(articleId, () => ({
      changes: change,
      annotations: isolateHistory.of('full'),
      userEvent: 'input.paste',
    }))
    this.handOver()
    return true
  }

  /** Takes back the last step in the text that is open. False when there is none. */
  undo(): boolean {
    const isDone = undo(this.view)
    this.handOver()
    return isDone
  }

  /** Does again what was taken back last. False when there is nothing. */
  redo(): boolean {
    const isDone = redo(this.view)
    this.handOver()
    return isDone
  }

  configure(settings: SurfaceSettings): void {
    this.#settings = settings
    this.view.dispatch({ effects: reconfigured(settings) })
  }

  /** Tells the window of everything typed that it has not heard of. */
  readonly handOver = (): void => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#sheets.handOver()
  }

  /** Forgets all texts and their histories: another library is open. */
  clear(): void {
    this.handOver()
    this.#articleId = null
    this.#sheets.clear()
  }

  /** Says where the keys lead that leave the text. */
  setExits(exits: Exits): void {
    this.#exits = exits
  }

  /** To be told of every scroll event of what scrolls the text. */
  readonly scrolled = (): void => {
    this.#rememberPlace()
    for (const listener of this.#scrollListeners) listener()
  }

  /** Listens to scrolling until the returned function is called. */
  onScroll(listener: () => void): () => void {
    this.#scrollListeners.add(listener)
    return () => this.#scrollListeners.delete(listener)
  }

  /** Remembers what stands at the top of the pane. */
  #rememberPlace(): void {
    const scroller = this.scroller
    if (this.#restoring || this.#articleId === null || scroller === null) return
    this.#sheets.setPlace(this.#articleId, this.#place(scroller))
  }

  /** What scrolls the text: the nearest element around it that may. Null while the text is not in the window. */
  get scroller(): HTMLElement | null {
    return this.view.dom.closest<HTMLElement>('.w-md-editor-area')
  }

  /** Height of the text's top from the top of what scrolls, in pixels. */
  textTop(scroller: HTMLElement): number {
    return this.view.documentTop - scroller.getBoundingClientRect().top + scroller.scrollTop
  }

  /** Formats the text with a tool, in one step that undo takes back. */
  run(tool: Tool): void {
    if (this.view.state.readOnly) return
    if (tool.change === 'picture') void this.#arriving.choose()
    else this.view.dispatch(tool.change(this.view.state, this.#settings.words))
    this.view.focus()
  }

  find(): void {
    openFind(this.view)
  }

  /** Puts the caret at the start of a line (counted from 0) and shows it. */
  goToLine(line: number): void {
    const { doc } = this.view.state
    const at = doc.line(Math.min(doc.lines, line + 1)).from
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) })
    this.view.focus()
  }

  #extensions() {
    return [
      panels({ topContainer: this.panelHolder }),
      EditorView.scrollMargins.of(() => ({ top: this.#roomAbove(), bottom: 96 })),
      keymap.of([
        ...tools.map((tool) => ({ key: tool.key, preventDefault: true, run: () => (this.run(tool), true) })),
        { key: 'Escape', run: () => this.#escape() },
        { key: 'ArrowUp', run: (view) => this.#up(view) },
      ]),
      // The browser puts the caret where it likes; a key that comes right after must find it where it was left.
      EditorView.domEventHandlers({ focus: (_event, view) => view.focus() }),
      pictureDrops((files, at) => void this.#arriving.take(files, at)),
      linkPaste,
      richPaste,
    ]
  }

  /** The caret keeps away from the pane's edges; in the first line the title comes into sight too. */
  #roomAbove(): number {
    const { state } = this.view
    const scroller = this.scroller
    const isFirst = state.selection.main.head <= state.doc.line(1).to
    return isFirst && scroller !== null ? Math.min(this.textTop(scroller), scroller.clientHeight - 120) : 64
  }

  /** Escape gives up further carets first, then leaves; a find panel that is open takes it before. */
  #escape(): boolean {
    const { state } = this.view
    if (this.panelHolder.childElementCount > 0) return false
    if (state.selection.ranges.length > 1) return false
    this.#exits?.leave()
    return this.#exits !== null
  }

  #up(view: EditorView): boolean {
    const { main } = view.state.selection
    if (!main.empty || view.moveVertically(main, false).head !== main.head || main.head > 0) return false
    this.#exits?.up()
    return this.#exits !== null
  }

  #dispatch(transactions: readonly Transaction[], view: EditorView): void {
    view.update(transactions)
    const id = this.#articleId
    if (id === null) return
    for (const transaction of transactions) {
      this.#sheets.apply(id, transaction)
      if (!transaction.docChanged) continue
      this.live.change(transaction.changes)
      this.lastTyped = performance.now()
      if (transaction.isUserEvent('input.type') || transaction.isUserEvent('delete')) this.#port.typing()
      if (transaction.isUserEvent('input.replace.all')) this.#keepBefore(id, transaction.startState)
    }
    if (transactions.some((transaction) => transaction.docChanged))
      this.#timer ??= setTimeout(this.handOver, HAND_OVER_AFTER)
    if (transactions.some((transaction) => transaction.selection !== undefined || transaction.docChanged))
      this.#select()
  }

  #keepBefore(articleId: number, before: EditorState): void {
    const { search } = getSearchQuery(before)
    this.#port.keepBefore(articleId, before.doc.toString(), this.#settings.words.find.beforeReplacing(search))
  }

  #select(): void {
    const { from, to } = this.view.state.selection.main
    this.live.select(from, to)
  }

  #leaveArticle(): void {
    this.#rememberPlace()
    this.handOver()
  }

  #place(scroller: HTMLElement): Place {
    const top = scroller.scrollTop - this.textTop(scroller)
    const block = this.view.lineBlockAtHeight(top)
    return { at: block.from, offset: top - block.top }
  }

  /**
   * Scrolls to where the text was left; also to be called when it comes back into the window. Heights of lines that
   * were never seen are guesses, so the place is found twice.
   */
  restorePlace(tries = 2): void {
    const id = this.#articleId
    if (id === null) return
    this.#restoring = true
    this.view.requestMeasure({
      key: this,
      read: () => {
        const scroller = this.scroller
        if (scroller === null) return null
        const { at, offset } = this.#sheets.place(id)
        const top = this.view.lineBlockAt(Math.min(at, this.view.state.doc.length)).top + offset
        return { scroller, top: Math.max(0, this.textTop(scroller) + top) }
      },
      write: (found) => {
        if (id !== this.#articleId) return
        if (found !== null) found.scroller.scrollTop = found.top
        this.#restoring = found !== null && tries > 1
        if (this.#restoring) requestAnimationFrame(() => this.restorePlace(tries - 1))
      },
    })
  }

  /** Changes an article's text, whether it is the one that is shown or not. */
  #change(articleId: number, make: (state: EditorView['state']) => TransactionSpec | null): void {
    const state = this.#sheets.state(articleId)
    const change = state && make(state)
    if (!state || !change) return
    if (articleId === this.#articleId) this.view.dispatch(change)
    else this.#sheets.apply(articleId, state.update(change))
    this.#timer ??= setTimeout(this.handOver, HAND_OVER_AFTER)
  }
}

/** The writing surface without a window: what `Desk` does with texts, over the same `Sheets` and the same surface. */
import { isolateHistory, redo, undo } from '@codemirror/commands'
import type { TransactionSpec } from '@codemirror/state'
import { editorWords } from '../../core/locale/ui/editor.ts'
import { articles, patchArticle } from '../../renderer/article.ts'
import { Sheets } from '../../renderer/editor/sheets.ts'
import { surface } from '../../renderer/editor/surface.ts'
import { place } from '../../renderer/place.ts'

/** As in `Desk`. */
const HAND_OVER_AFTER = 100
const SETTINGS = { words: editorWords.en, language: 'nl', spellCheck: false, readOnly: false }

export class PlainDesk {
  readonly #sheets = new Sheets(
    () => surface(SETTINGS, []),
    (id, body) => patchArticle(id, { body }),
  )
  #articleId: number | null = null
  /** What the pane saw last: it acts when one of these is another. */
  #seen: { id: number; body: string; words: number } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopReading: () => void = () => {}
  readonly #stops: readonly (() => void)[]

  constructor() {
    this.#stops = [articles.onBeforeFlush(() => this.handOver()), place.subscribe(() => this.#follow())]
    this.#follow()
  }

  /** The article in whose text keys go; null until it is read. */
  get articleId(): number | null {
    return this.#articleId === place.get().articleId ? this.#articleId : null
  }

  text(id: number): string | null {
    return this.#sheets.state(id)?.doc.toString() ?? null
  }

  /** One key or one paste. `first` begins a step that undo takes back by itself. */
  change(from: number, to: number, insert: string, first: boolean): void {
    const userEvent = insert === '' ? 'delete.backward' : 'input.type'
    const annotations = first ? [isolateHistory.of('before')] : []
    this.#dispatch({ changes: { from, to, insert }, userEvent, annotations })
  }

  /** False when there is nothing to take back. */
  undo(): boolean {
    return this.#step(undo)
  }

  redo(): boolean {
    return this.#step(redo)
  }

  handOver(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#sheets.handOver()
  }

  /** The window is gone. */
  end(): void {
    clearTimeout(this.#timer)
    this.#stopReading()
    for (const stop of this.#stops) stop()
  }

  #step(command: typeof undo): boolean {
    const state = this.#sheets.state(this.#required)
    if (state === undefined) return false
    return command({ state, dispatch: (transaction) => this.#applied(transaction) })
  }

  #dispatch(spec: TransactionSpec): void {
    const state = this.#sheets.state(this.#required)
    if (state === undefined) throw new Error('the text is not open')
    this.#applied(state.update(spec))
  }

  #applied(transaction: Parameters<Sheets['apply']>[1]): void {
    this.#sheets.apply(this.#required, transaction)
    if (transaction.docChanged) this.#timer ??= setTimeout(() => this.handOver(), HAND_OVER_AFTER)
  }

  get #required(): number {
    if (this.#articleId === null) throw new Error('no article is open')
    return this.#articleId
  }

  /** As `EditorPane` follows the place and the store. */
  #follow(): void {
    const { articleId } = place.get()
    this.#stopReading()
    this.#stopReading = () => {}
    if (articleId === null) return
    let isDue = false
    const draw = () => {
      isDue = false
      if (place.get().articleId === articleId) this.#draw(articleId)
    }
    this.#stopReading = articles.subscribe(articleId, () => {
      if (isDue) return
      isDue = true
      queueMicrotask(draw)
    })
    draw()
  }

  #draw(id: number): void {
    const { article } = articles.snapshot(id)
    if (article === null) return
    const { body, words } = article
    const { id: seenId, body: seenBody, words: seenWords } = this.#seen ?? {}
    if (id === seenId && body === seenBody && words === seenWords) return
    this.#seen = { id, body, words }
    this.#open(id, body)
  }

  #open(id: number, body: string): void {
    if (id !== this.#articleId) {
      this.handOver()
      this.#articleId = id
      this.#sheets.open(id, body)
    }
    if (this.#sheets.knows(id, body)) return
    const change = this.#sheets.take(id, body)
    if (change !== null) this.#dispatch(change)
  }
}

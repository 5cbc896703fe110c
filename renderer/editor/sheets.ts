import { historyField, isolateHistory, redoDepth, undoDepth } from '@codemirror/commands'
import { EditorSelection, EditorState, Transaction } from '@codemirror/state'
import type { Extension, TransactionSpec } from '@codemirror/state'
import { mergeChanges } from './merge.ts'

/** One article's text as the editor holds it: with its undo history, caret and place. */
interface Sheet {
  state: EditorState
  /** The body that the rest of the window knows, line ends as CodeMirror counts them. */
  handed: string
  /** Typed since it was handed over. */
  dirty: boolean
  /** What stood at the top of the pane. */
  place: Place
  /** A body that is about to come because the writer asked for it: undo takes it back. */
  awaited: string | null
}

/** A text that was put away: without what only a text in the window needs, such as its syntax tree. */
interface PutAway {
  /** The state with its undo history as JSON; null when there is nothing to undo, or no room to keep it. */
  readonly json: unknown
  readonly size: number
  readonly handed: string
  readonly caret: readonly [anchor: number, head: number]
  readonly place: Place
}

/** A place in the text by the start of a line and the pixels from that line's top to the pane's. */
export interface Place {
  readonly at: number
  readonly offset: number
}

const TOP: Place = { at: 0, offset: -Infinity }

/** How many texts are kept at hand; what was opened longest ago is put away. */
const KEPT = 50

/** How many signs of text may be put away with their undo history; beyond, the oldest keep caret and place alone. */
const MOST_PUT_AWAY = 20_000_000

const FIELDS = { history: historyField }

/**
 * The texts in hand, one an article, without a window: what is typed goes through {@link apply}, what changed
 * elsewhere through {@link take}. Switching articles changes neither text nor history.
 */
export class Sheets {
  readonly #sheets = new Map<number, Sheet>()
  readonly #putAway = new Map<number, PutAway>()
  readonly #extensions: () => Extension
  readonly #handOver: (articleId: number, body: string) => void

  constructor(extensions: () => Extension, handOver: (articleId: number, body: string) => void) {
    this.#extensions = extensions
    this.#handOver = handOver
  }

  /** The state of an article's text, made from `body` when it was not in hand. */
  open(articleId: number, body: string): EditorState {
    const sheet = this.#sheets.get(articleId) ?? this.#takeOut(articleId, normal(body))
    this.#sheets.delete(articleId)
    this.#sheets.set(articleId, sheet)
    this.#putOldestAway()
    return sheet.state
  }

  /**
   * Tells that a body is about to come because the writer asked for it, as when a revision is restored: when it
   * comes, it is one step that undo takes back. Null: nothing is awaited any more.
   */
  await(articleId: number, body: string | null): void {
    const sheet = this.#sheets.get(articleId)
    if (sheet !== undefined) sheet.awaited = body === null ? null : normal(body)
  }

  state(articleId: number): EditorState | undefined {
    return this.#sheets.get(articleId)?.state
  }

  /** Keeps the state after a transaction. */
  apply(articleId: number, transaction: Transaction): void {
    const sheet = this.#sheets.get(articleId)
    if (sheet === undefined) return
    sheet.state = transaction.state
    if (transaction.docChanged && transaction.annotation(Transaction.remote) !== true) sheet.dirty = true
  }

  /**
   * What to do to the text so that it takes over a body that changed elsewhere; null when it has it already.
   * Undoing what was typed leaves that change alone.
   */
  take(articleId: number, body: string): TransactionSpec | null {
    const sheet = this.#sheets.get(articleId)
    if (sheet === undefined) return null
    const text = normal(body)
    const changes = mergeChanges(sheet.handed, text, sheet.state.doc)
    const isAwaited = sheet.awaited === text
    sheet.handed = text
    if (isAwaited) sheet.awaited = null
    if (changes === null) return null
    const step = isAwaited ? isolateHistory.of('full') : Transaction.addToHistory.of(false)
    return { changes, annotations: [Transaction.remote.of(true), step] }
  }

  /** Hands over the text of every article in which something was typed. */
  handOver(): void {
    for (const [articleId, sheet] of this.#sheets) {
      if (!sheet.dirty) continue
      sheet.dirty = false
      sheet.handed = sheet.state.doc.toString()
      this.#handOver(articleId, sheet.handed)
    }
  }

  /** Whether the rest of the window already knows this body to be the article's. */
  knows(articleId: number, body: string): boolean {
    const sheet = this.#sheets.get(articleId)
    return sheet !== undefined && (sheet.handed === body || sheet.handed === normal(body))
  }

  place(articleId: number): Place {
    return this.#sheets.get(articleId)?.place ?? TOP
  }

  setPlace(articleId: number, place: Place): void {
    const sheet = this.#sheets.get(articleId)
    if (sheet !== undefined) sheet.place = place
  }

  /** Forgets every text: another library is open. Hand over first. */
  clear(): void {
    this.#sheets.clear()
    this.#putAway.clear()
  }

  /** A text that was put away, as it was; or a new one. */
  #takeOut(articleId: number, text: string): Sheet {
    const away = this.#putAway.get(articleId)
    this.#putAway.delete(articleId)
    const extensions = this.#extensions()
    const sheet = { handed: text, dirty: false, place: TOP, awaited: null }
    if (away === undefined) return { ...sheet, state: EditorState.create({ doc: text, extensions }) }
    const { json, handed, caret, place } = away
    if (json !== null)
      return { ...sheet, handed, place, state: EditorState.fromJSON(json, { extensions }, FIELDS) }
    const [anchor, head] = caret.map((at) => Math.min(at, text.length)) as [number, number]
    const selection = EditorSelection.single(anchor, head)
    return { ...sheet, place, state: EditorState.create({ doc: text, selection, extensions }) }
  }

  #putOldestAway(): void {
    for (const [articleId, sheet] of this.#sheets) {
      if (this.#sheets.size <= KEPT) break
      if (sheet.dirty || sheet.awaited !== null) continue
      const { state, handed, place } = sheet
      const isWrittenIn = undoDepth(state) + redoDepth(state) > 0
      const { anchor, head } = state.selection.main
      this.#sheets.delete(articleId)
      this.#putAway.set(articleId, {
        json: isWrittenIn ? state.toJSON(FIELDS) : null,
        size: isWrittenIn ? state.doc.length : 0,
        handed,
        caret: [anchor, head],
        place,
      })
    }
    this.#giveUpOldest()
  }

  #giveUpOldest(): void {
    let size = 0
    for (const away of this.#putAway.values()) size += away.size
    for (const [articleId, away] of this.#putAway) {
      if (size <= MOST_PUT_AWAY) return
      size -= away.size
      this.#putAway.set(articleId, { ...away, json: null, size: 0 })
    }
  }
}

/** CodeMirror counts every line end as one place and writes it as `\n`. */
function normal(body: string): string {
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body
}

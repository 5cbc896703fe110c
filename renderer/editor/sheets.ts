import { EditorState, Transaction } from '@codemirror/state'
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
}

/** A place in the text by the start of a line and the pixels from that line's top to the pane's. */
export interface Place {
  readonly at: number
  readonly offset: number
}

/** How many articles keep their undo history, the least recently written in given up first. */
const KEPT = 50

/**
 * The texts in hand, one an article, without a window: what is typed goes through {@link apply}, what changed
 * elsewhere through {@link take}. Switching articles changes neither text nor history.
 */
export class Sheets {
  readonly #sheets = new Map<number, Sheet>()
  readonly #extensions: () => Extension
  readonly #handOver: (articleId: number, body: string) => void

  constructor(extensions: () => Extension, handOver: (articleId: number, body: string) => void) {
    this.#extensions = extensions
    this.#handOver = handOver
  }

  /** The state of an article's text, made from `body` when it was not in hand. */
  open(articleId: number, body: string): EditorState {
    const known = this.#sheets.get(articleId)
    const text = normal(body)
    const sheet = known ?? {
      state: EditorState.create({ doc: text, extensions: this.#extensions() }),
      handed: text,
      dirty: false,
      place: { at: 0, offset: -Infinity },
    }
    this.#sheets.delete(articleId)
    this.#sheets.set(articleId, sheet)
    this.#giveUpOldest()
    return sheet.state
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
    sheet.handed = text
    if (changes === null) return null
    return { changes, annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)] }
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
    return this.#sheets.get(articleId)?.place ?? { at: 0, offset: -Infinity }
  }

  setPlace(articleId: number, place: Place): void {
    const sheet = this.#sheets.get(articleId)
    if (sheet !== undefined) sheet.place = place
  }

  /** Forgets every text: another library is open. Hand over first. */
  clear(): void {
    this.#sheets.clear()
  }

  #giveUpOldest(): void {
    for (const [articleId, sheet] of this.#sheets) {
      if (this.#sheets.size <= KEPT) return
      if (!sheet.dirty) this.#sheets.delete(articleId)
    }
  }
}

/** CodeMirror counts every line end as one place and writes it as `\n`. */
function normal(body: string): string {
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body
}

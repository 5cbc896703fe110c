import type { EditorView } from '@codemirror/view'
import type { TransactionSpec } from '@codemirror/state'
import { picture } from './commands/insert.ts'
import type { DeskPort } from './desk-port.ts'
import { expect, fulfil } from './pending.ts'
import { wordsOfName } from './pictures.ts'

/** What pictures on their way need of the desk. */
export interface ArrivingAt {
  readonly view: EditorView
  readonly port: DeskPort
  articleId(): number | null
  /** What stands in the place of a picture until it is there. */
  waiting(): string
  /** Changes an article's text, whether it is the one that is shown or not. */
  change(articleId: number, make: (state: EditorView['state']) => TransactionSpec | null): void
}

/** Pictures on their way into a text: each has a place kept for it, in the article where it was asked for. */
export class Arriving {
  readonly #at: ArrivingAt
  #count = 0

  constructor(at: ArrivingAt) {
    this.#at = at
  }

  /** Has the writer choose one; what is selected becomes its alternative text. */
  async choose(): Promise<void> {
    const { state } = this.#at.view
    const { from, to } = state.selection.main
    const alternative = state.sliceDoc(from, to)
    await this.#bring(to, async () => {
      const medium = await this.#at.port.choosePicture()
      return medium === null ? [] : [picture(alternative, medium.path)]
    })
  }

  /** Takes files into the library. */
  async take(files: readonly File[], at: number): Promise<void> {
    const { port } = this.#at
    await this.#bring(at, async () => {
      const pictures: string[] = []
      for (const file of files) {
        try {
          pictures.push(picture(wordsOfName(file.name), (await port.addPicture(file)).path))
        } catch (thrown) {
          // One that cannot be used does not keep out the others.
          port.failed(thrown)
        }
      }
      return pictures
    })
  }

  async #bring(place: number, fetch: () => Promise<readonly string[]>): Promise<void> {
    const articleId = this.#at.articleId()
    if (articleId === null) return
    this.#count += 1
    const id = this.#count
    this.#at.view.dispatch(expect(id, place, this.#at.waiting()))
    let pictures: readonly string[] = []
    try {
      pictures = await fetch()
    } catch (thrown) {
      this.#at.port.failed(thrown)
    }
    this.#at.change(articleId, (state) => fulfil(state, id, pictures))
  }
}

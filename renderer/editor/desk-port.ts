import type { Medium } from '../../core/article.ts'

/** What the desk asks of the window. */
export interface DeskPort {
  /** The text of an article changed: save it. */
  save(articleId: number, body: string): void
  /** Takes a picture into the library. */
  addPicture(file: File): Promise<Medium>
  /** Asks the writer for a picture; null when they change their mind. */
  choosePicture(): Promise<Medium | null>
  failed(thrown: unknown): void
  /** The writer types. */
  typing(): void
  /** Much of an article is replaced at once: keep the text from before, `name` says what happened to it. */
  keepBefore(articleId: number, body: string, name: string): void
}

/** The way from something to mend to the place where it is mended. */
import { openArticle } from '../actions.ts'
import { call } from '../bridge.ts'
import { theDeskInUse } from '../editor/the-desk.ts'
import { place } from '../place.ts'
import { attempt, sayFailure } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'

/** How many frames a text is waited for: the article has to be read first. */
const MOST_FRAMES = 120

/** Opens an article at a line of its text, from 1; 0: wherever the writer left it. */
export async function goToArticle(slug: string, line: number): Promise<void> {
  const id = await attempt(call('article.find', { slug }))
  if (id === null) return sayFailure({ code: 'notFound', detail: { what: 'article', which: slug } })
  if (id === undefined) return
  windowState.closeDialog()
  openArticle(id)
  if (line === 0) return
  // The preview alone has no text to show the line in.
  if (place.get().view === 'preview') place.set({ view: 'split' })
  goToLine(id, line, MOST_FRAMES)
}

function goToLine(id: number, line: number, frames: number): void {
  const desk = theDeskInUse()
  // Once the text is there it is put where it was left; the line is gone to after that.
  if (desk?.articleId === id && desk.scroller !== null) return afterFrames(2, () => desk.goToLine(line - 1))
  if (frames > 0) requestAnimationFrame(() => goToLine(id, line, frames - 1))
}

function afterFrames(count: number, work: () => void): void {
  if (count === 0) work()
  else requestAnimationFrame(() => afterFrames(count - 1, work))
}

import { type FailureData, failureData } from '../../core/errors.ts'
import { uiWords } from '../../core/locale/ui/index.ts'

/** What went wrong, in one line of plain English. */
export function failureLine(thrown: unknown): string {
  const data: FailureData = failureData(thrown)
  // The words for a fault of the program speak of a window; here its first line says more.
  if (data.code === 'unexpected') return oneLine(data.detail.problem.split('\n')[0] ?? '')
  const { title, detail } = uiWords.en.failure(data)
  if (data.code !== 'notFound') return oneLine(`${title} ${detail}`)
  // The window's words speak of what went meanwhile; who types a name is told that there is none.
  const { what, which } = data.detail
  return what === 'act' ? oneLine(title) : oneLine(`There is no ${what} “${which}” in this library.`)
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Ways to give an article to somebody: as a file, on the clipboard, by mail. */
import { articles } from '../article.ts'
import { call } from '../bridge.ts'
import { attempt, say, sayFailure } from '../ui/toasts.tsx'
import type { useWords } from '../words.tsx'

type Words = ReturnType<typeof useWords>

/** As much of an address as every system passes on to its mail program, in characters. */
const LONGEST_MAIL = 1_900

/** Has the writer choose a file and writes the article there; true when it is there. */
export async function shareAsFile(words: Words, id: number, format: 'html' | 'md'): Promise<boolean> {
  if (!(await isSaved(id))) return false
  const shared = await attempt(call('article.share', { id, format }))
  if (!shared) return false
  const { file, missing } = shared
  say(missing.length === 0 ? words.export.shared(file) : words.export.sharedWithout(file, missing.length))
  return true
}

/** Puts the article on the clipboard as rich and as plain text; true when it is there. */
export async function copyAsRichText(words: Words, id: number): Promise<boolean> {
  if (!(await isSaved(id))) return false
  const rich = await attempt(call('article.richText', { id }))
  if (rich === undefined) return false
  const item = new ClipboardItem({
    'text/html': new Blob([rich.html], { type: 'text/html' }),
    'text/plain': new Blob([rich.text], { type: 'text/plain' }),
  })
  if ((await attempt(navigator.clipboard.write([item]).then(() => true))) !== true) return false
  say(words.export.richCopied)
  return true
}

/** Opens a new mail in the system's mail program with the article's title and text; true when it was opened. */
export async function shareByMail(words: Words, id: number): Promise<boolean> {
  if (!(await isSaved(id))) return false
  const { article } = articles.snapshot(id)
  const rich = await attempt(call('article.richText', { id }))
  if (rich === undefined || article === null) return false
  const { url, isWhole } = mailAddress(article.title, rich.text)
  if ((await attempt(call('app.openLink', { url }).then(() => true))) !== true) return false
  if (!isWhole) say(words.export.mailCut)
  return true
}

/** The address that opens a mail with a subject and as much of a text as fits, and whether that is all of it. */
export function mailAddress(
  subject: string,
  text: string,
): { readonly url: string; readonly isWhole: boolean } {
  const start = `mailto:?subject=${encoded(subject.slice(0, 200))}&body=`
  let url = start
  for (const { segment } of new Intl.Segmenter().segment(text.replace(/\r?\n/g, '\r\n'))) {
    const more = encoded(segment)
    if (url.length + more.length > LONGEST_MAIL) return { url: url + encoded('…'), isWhole: false }
    url += more
  }
  return { url, isWhole: true }
}

// Half a character, as a cut may leave it, cannot be part of an address.
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())

async function isSaved(id: number): Promise<boolean> {
  const failure = await articles.flush(id)
  if (failure !== null) sayFailure(failure)
  return failure === null
}

/** What lies between two paragraphs: a line's end and at least one empty line. */
const PARAGRAPH_END = String.raw`(?:\r?\n)(?:[ \t]*\r?\n)+`

/**
 * In order: the end of a paragraph; other white space; a word with what holds it together; one sign of a script
 * that writes without spaces; any other sign with its marks, so that no letter or picture is cut in two.
 */
const TOKEN = new RegExp(
  [
    PARAGRAPH_END,
    String.raw`\r?\n`,
    String.raw`[^\S\r\n]+`,
    String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*`,
    String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’\-](?=[\p{L}\p{N}]))*`,
    String.raw`\p{Extended_Pictographic}(?:[\p{M}\p{Emoji_Modifier}]|\u200d\p{Extended_Pictographic})*`,
    String.raw`[\s\S]\p{M}*`,
  ].join('|'),
  'gu',
)

const PARAGRAPH_ENDS = new RegExp(PARAGRAPH_END, 'g')
const ENDS_PARAGRAPH = new RegExp(`^${PARAGRAPH_END}$`)
const WORD = /^[\p{L}\p{N}]/u

/** A text in words, signs and the space between them; put together they are the text again. */
export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? []
}

/** A text in paragraphs, each with what ends it; put together they are the text again. */
export function paragraphsIn(text: string): string[] {
  const paragraphs: string[] = []
  let start = 0
  for (const match of text.matchAll(PARAGRAPH_ENDS)) {
    const end = match.index + match[0].length
    paragraphs.push(text.slice(start, end))
    start = end
  }
  if (start < text.length) paragraphs.push(text.slice(start))
  return paragraphs
}

/** Whether a token ends a paragraph. */
export function endsParagraph(token: string): boolean {
  return token.includes('\n') && ENDS_PARAGRAPH.test(token)
}

/** Whether a token is a word or a number. */
export function isWord(token: string): boolean {
  return WORD.test(token)
}

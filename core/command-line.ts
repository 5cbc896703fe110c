/** Command lines as a writer types them. */

/**
 * The program and its arguments in a line: parted by white space, which quotes, single or double, keep together. A
 * backslash stands for itself unless white space, a quote or another backslash before a quote follows, so that
 * Windows' paths need no care. Null when a quote is not closed. Nothing else means anything: no shell reads this.
 */
export function splitCommand(line: string): readonly string[] | null {
  const words: string[] = []
  let word: string | null = null
  let quote = ''
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at)
    const next = line.charAt(at + 1)
    if (
      sign === '\\' &&
      quote !== "'" &&
      (next === '"' || (quote === '' && /['\s]/.test(next) && next !== ''))
    ) {
      word = (word ?? '') + next
      at += 1
    } else if (quote !== '') {
      if (sign === quote) quote = ''
      else word = (word ?? '') + sign
    } else if (sign === '"' || sign === "'") {
      quote = sign
      word ??= ''
    } else if (/\s/.test(sign)) {
      if (word !== null) words.push(word)
      word = null
    } else word = (word ?? '') + sign
  }
  if (quote !== '') return null
  if (word !== null) words.push(word)
  return words
}

/** A line that {@link splitCommand} makes the same words of. */
export function joinCommand(words: readonly string[]): string {
  return words.map(quoted).join(' ')
}

function quoted(word: string): string {
  if (word !== '' && !/[\s"'\\]/.test(word)) return word
  if (!word.includes("'")) return `'${word}'`
  // What holds both kinds of quotes is put together of pieces.
  return word
    .split("'")
    .map((piece) => (piece === '' ? '' : `'${piece}'`))
    .join(`"'"`)
}

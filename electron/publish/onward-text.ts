import { StringDecoder } from 'node:string_decoder'

/** What a program prints, as plain text: no colours, no cursor, nothing that turns letters around. */
export class PlainOutput {
  readonly #decoder = new StringDecoder('utf8')
  /** The beginning of an escape sequence, or of a line ending, whose rest has not come yet. */
  #open = ''

  push(bytes: Buffer): string {
    return this.#plain(this.#open + this.#decoder.write(bytes), false)
  }

  /** What was still waited for. */
  end(): string {
    return this.#plain(this.#open + this.#decoder.end(), true)
  }

  #plain(text: string, isEnd: boolean): string {
    const open = isEnd ? -1 : unfinished(text)
    this.#open = open < 0 ? '' : text.slice(open)
    // One that is longer than any is no sequence.
    if (this.#open.length > LONGEST) this.#open = ''
    return (open < 0 ? text : text.slice(0, open))
      .replace(SEQUENCE, '')
      .replace(/\r\n?/g, '\n')
      .replace(UNSEEN, '')
  }
}

const LONGEST = 4_000

// ECMA-48, § 5.4: control sequences; § 5.6: control strings, ended by BEL or ST; then escapes of two characters.
const SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b[\]PX^_].*?(?:\u0007|\u001b\\)|\u001b[ -/]*[0-~]/gs

/** Controls but line feed and tab, what is left of escapes, and the signs that set a direction of writing. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Where something begins that is not whole yet; -1: nowhere. */
function unfinished(text: string): number {
  if (text.endsWith('\r')) return text.length - 1
  const at = text.lastIndexOf('\u001b')
  // ST, the end of a control string, begins with an escape too: the string's own beginning counts.
  const begins = Math.max(
    ...['\u001b]', '\u001bP', '\u001bX', '\u001b^', '\u001b_'].map((mark) => text.lastIndexOf(mark)),
  )
  if (begins >= 0 && !/\u0007|\u001b\\/.test(text.slice(begins))) return begins
  return at >= 0 && /^\u001b(?:\[[0-?]*[ -/]*|[ -/]*)$/.test(text.slice(at)) ? at : -1
}

/** What a file holds as text. */
export interface FileText {
  /** With `\n` at the ends of lines and without a byte order mark. */
  readonly text: string
  /** `windows-1252` is a guess: the file says nothing of its encoding and is no UTF-8. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
}

/** How much of a file is looked at to tell text from anything else. */
const SAMPLE = 8000

/** The text in a file's bytes; null when it is no text but, say, a picture or a program. */
export function decodeText(bytes: Uint8Array): FileText | null {
  const encoding = encodingOf(bytes)
  if (encoding === null) return null
  // `ignoreBOM: false` takes the mark away.
  const text = new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes)
  return { text: text.replace(/\r\n?/g, '\n'), encoding }
}

function encodingOf(bytes: Uint8Array): FileText['encoding'] | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const wide = utf16ByZeros(bytes.subarray(0, SAMPLE))
  if (wide !== null) return wide
  if (isUtf8(bytes)) return 'utf-8'
  return hasControls(bytes.subarray(0, SAMPLE)) ? null : 'windows-1252'
}

/** Zero bytes stand in no text but UTF-16: there, nearly every second byte of Western text is one. */
function utf16ByZeros(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let [even, odd] = [0, 0]
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const half = sample.length / 2
  if (odd > half * 0.6 && even === 0) return 'utf-16le'
  if (even > half * 0.6 && odd === 0) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0')
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Controls other than white space, of which a text in an old encoding has none. */
function hasControls(sample: Uint8Array): boolean {
  return sample.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
}

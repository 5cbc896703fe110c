/** Characters that HTML forbids: controls but for tab and line end, and noncharacters. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g

/** A text without the characters that HTML forbids: they come from pasted text and show nothing. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '')
}

/**
 * A body's text as it is parsed: lines end in `\n`, the last one too; no byte order mark; no character that HTML
 * forbids; no half of a surrogate pair, which no file can hold. Letters are composed (NFC), as pages should have them and
 * names and texts that come from macOS often have not.
 */
export function normaliseSource(markdown: string): string {
  const lines = markdown
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\ufffd')
  const text = withoutForbidden(lines).toWellFormed().normalize('NFC')
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

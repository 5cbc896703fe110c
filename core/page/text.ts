// Characters that HTML and XML forbid in text: controls other than tab and line ends, halves of a surrogate
// pair, and the two non-characters at the end of the basic plane.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Most text is as it should be: words of ASCII with one space between them. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/**
 * Plain text that any page or feed can hold: no forbidden characters, letters composed (NFC), white space made single,
 * ends trimmed.
 */
export function line(text: string): string {
  if (PLAIN.test(text)) return text
  return text.replace(FORBIDDEN, '').replace(/\s+/g, ' ').trim().normalize('NFC')
}

/** Markup or text without the characters that HTML and XML forbid; everything else stays as it is. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML or XML, in an element or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}

/** The first letter or digit of a name, in capitals, for a round initial; empty when it has none. */
export function initial(name: string): string {
  const first = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? ''
  return first.toLocaleUpperCase('en')
}

/** Languages that are written from right to left unless a tag names another script: Unicode CLDR, `characterOrder`. */
const FROM_RIGHT: ReadonlySet<string> = new Set(
  'ar arc bal bgn bqi brh ckb dv fa glk he iw ji khw ks lrc luz mzn nqo ota pnb ps rhg sd sdh skr syr ug ur yi'.split(
    ' ',
  ),
)
/** Scripts that are. */
const SCRIPTS: ReadonlySet<string> = new Set(
  'adlm arab aran hebr mand nkoo rohg samr syrc thaa yezi'.split(' '),
)

/** Which way a language (BCP 47) is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const script = /^[a-z]{2,8}(?:-[a-z]{3}){0,3}-([a-z]{4})(?:-|$)/i.exec(tag)?.[1]?.toLowerCase()
  const isFromRight = script === undefined ? FROM_RIGHT.has(primaryLanguage(tag)) : SCRIPTS.has(script)
  return isFromRight ? 'rtl' : 'ltr'
}

/** The primary language subtag of a BCP 47 tag, in lower case: `nl` of `nl-BE`. */
export function primaryLanguage(tag: string): string {
  return (tag.split(/[-_]/)[0] ?? '').toLowerCase()
}

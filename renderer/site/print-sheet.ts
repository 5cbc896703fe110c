/** Makes a style sheet hold for a screen as it would for paper: what is for print holds, what is for screens does not. */
export function printSheet(sheet: CSSStyleSheet): void {
  turn(sheet.media)
  printRules(sheet.cssRules)
}

function printRules(rules: CSSRuleList): void {
  for (const rule of rules) {
    const { media, cssRules, styleSheet } = rule as Partial<CSSMediaRule & CSSImportRule>
    if (media) turn(media)
    if (cssRules) printRules(cssRules)
    if (styleSheet) printSheet(styleSheet)
  }
}

function turn(media: MediaList): void {
  if (media.mediaText !== '') media.mediaText = printedQuery(media.mediaText)
}

/** A list of media queries that is true on a screen where `query` is true on paper. CSS Media Queries 4, § 2.3. */
export function printedQuery(query: string): string {
  return query.split(',').map(printedPart).join(', ')
}

// A query of another kind, such as `(min-width: 40em)`, says nothing of where.
function printedPart(part: string): string {
  const [, not, type, rest = ''] = /^\s*(not\s+)?(?:only\s+)?(print|screen)\b(.*)$/is.exec(part) ?? []
  if (type === undefined) return part.trim()
  if (type.toLowerCase() === 'screen') return not === undefined ? 'not all' : 'all'
  return `${not === undefined ? '' : 'not '}all${rest.trimEnd()}`
}

import { type Colour, colourFrom } from './colour.ts'

/** The colours that a style sheet names (`--paper`), by what the reader's screen is like. */
export interface ThemeColours {
  readonly light: Readonly<Record<string, Colour>>
  /** Those of light, with what dark changes. */
  readonly dark: Readonly<Record<string, Colour>>
}

/** Reads the custom properties of `:root` that are plain colours, from the top of a style sheet and from its dark part. */
export function coloursIn(css: string): ThemeColours {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, ' ')
  const light: Record<string, Colour> = {}
  const dark: Record<string, Colour> = {}
  for (const { around, selector, body } of rules(plain)) {
    if (!/(^|,)\s*:root\s*(,|$)/.test(selector)) continue
    const into = around === '' ? light : IN_DARK.test(around) ? dark : null
    if (into) Object.assign(into, colours(body))
  }
  return { light, dark: { ...light, ...dark } }
}

const IN_DARK = /^@media\b(?!.*\bprint\b).*\(\s*prefers-color-scheme\s*:\s*dark\s*\)/

function colours(body: string): Record<string, Colour> {
  const found: Record<string, Colour> = {}
  for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+)\s*:\s*([^;]+)/g)) {
    const colour = colourFrom(value.trim())
    if (colour !== null) found[name] = colour
  }
  return found
}

interface Rule {
  /** The at-rule that it stands in; empty at the top. */
  readonly around: string
  readonly selector: string
  readonly body: string
}

/** The rules of a style sheet that stand at its top or in one at-rule. */
function rules(css: string): readonly Rule[] {
  const found: Rule[] = []
  const open: { readonly head: string; readonly from: number }[] = []
  let start = 0
  for (let at = 0; at < css.length; at += 1) {
    const sign = css[at]
    if (sign === '{') {
      open.push({ head: css.slice(start, at).trim(), from: at + 1 })
      start = at + 1
    } else if (sign === '}') {
      const rule = open.pop()
      const around = open.map(({ head }) => head)
      if (rule && !rule.head.startsWith('@') && around.length < 2) {
        found.push({ around: around[0] ?? '', selector: rule.head, body: css.slice(rule.from, at) })
      }
      start = at + 1
    } else if (sign === ';') start = at + 1
  }
  return found
}

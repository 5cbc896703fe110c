import type { IntakeNotes } from '../../core/locale/intake.ts'
import { proseLines } from '../../core/markdown/index.ts'

/** Shortcodes of Hugo, tags and values of Liquid, Nunjucks and Handlebars: `{{< figure >}}`, `{% note %}`, `{{ site.title }}`; no braces of formulas. */
const TEMPLATE =
  /\{\{[<%][^{}]{1,500}[>%]\}\}|\{%[^{}]{1,500}%\}|(?<![\w}^_])\{\{-?\s*[\w"'/][^{}]{0,500}\}\}/g
/** What of one is shown, in characters. */
const SHOWN = 60

/** Tells of what another program's templates leave in the body of a file, outside code, by the lines of the file. */
export function templateNotes(text: string, body: string, words: IntakeNotes): readonly string[] {
  if (!/\{[{%]/.test(body)) return []
  const above = text.endsWith(body) ? linesIn(text.slice(0, text.length - body.length)) : 0
  const found: { readonly line: number; readonly template: string }[] = []
  for (const { line, text: prose } of proseLines(body)) {
    for (const [template] of prose.matchAll(TEMPLATE)) found.push({ line: line + above, template })
  }
  const [first] = found
  return first ? [words.templates(found.length, first.line, shortened(first.template))] : []
}

const linesIn = (text: string): number => text.split('\n').length - 1

function shortened(template: string): string {
  return template.length > SHOWN ? `${template.slice(0, SHOWN)}…` : template
}

import type MarkdownIt from 'markdown-it'
import type Ruler from 'markdown-it/lib/ruler.mjs'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import { imageSize, isSafeImage, isSafeLink, tidyAddress } from './address.ts'
import type { Dressing } from './dressing.ts'
import { figures } from './figure.ts'
import { footnotes } from './footnote.ts'
import { headingIds } from './heading-id.ts'
import { mathSyntax } from './math-syntax.ts'
import { OURS } from './ours.ts'
import { responsive } from './responsive.ts'
import { markdownStage } from './stage.ts'
import { type Attribute, tableFrame } from './table.ts'

/** How a run of blocks is written. */
export interface WriteEnv {
  /** Whether the result goes to the sanitiser, which then adds what depends on the whole and needs our marks. */
  readonly marks: boolean
  readonly dressing: Dressing
}

/** A rule by the name it was added under; the name of its function does not outlive minifying. */
function ruleNamed<T>(ruler: Ruler<T>, name: string): T {
  const { __rules__: rules } = ruler as unknown as { __rules__: readonly { name: string; fn: T }[] }
  return rules.find((rule) => rule.name === name)!.fn
}

/** An image without an address, as while one is typed, becomes its words: an empty address would be the page itself. */
function showWordsInstead(image: Token): void {
  if (image.attrGet('src') !== '') return
  image.content = wordsOf(image.children!)
  image.type = 'text'
  image.tag = ''
  image.children = null
}

/** Refuses addresses that could run something or lead nowhere at all; a link or image with such an address stays text. */
function guardAddresses(md: MarkdownIt): void {
  let isImage = false
  const { normalizeLink } = md
  md.normalizeLink = (address) => tidyAddress(normalizeLink(address))
  md.validateLink = (address) => (isImage ? isSafeImage(address) : isSafeLink(address))
  const image = ruleNamed(md.inline.ruler, 'image')
  md.inline.ruler.at('image', (state, silent) => {
    const outer = isImage
    isImage = true
    try {
      const isFound = image(state, silent)
      if (isFound && !silent) showWordsInstead(state.tokens.at(-1)!)
      return isFound
    } finally {
      isImage = outer
    }
  })
}

/** Cells: alignment as a class, and no head without words, which a screen reader would announce as nothing. */
function dressCells(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'th_open' && token.type !== 'td_open') return
    const align = token.attrGet('align')
    token.attrs = align ? [['class', `align-${align}`]] : null
    if (token.type === 'td_open') return
    if (state.tokens[index + 1]!.content === '') token.tag = state.tokens[index + 2]!.tag = 'td'
    else token.attrPush(['scope', 'col'])
  })
}

/** Names each checkbox of a task list by the words after it. */
function labelTasks(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (!token.meta?.task) return
    token.attrJoin('class', 'task')
    const { children } = state.tokens[index + 2]!
    children!.unshift(new state.Token('label_open', 'label', 1))
    children!.push(new state.Token('label_close', 'label', -1))
  })
}

/** Attributes of an element that raw HTML may not have as it is. */
function ownAttributes(
  attrs: readonly (readonly [string, string])[],
  { marks }: WriteEnv,
  escape: (text: string) => string,
): string {
  const prefix = marks ? `${OURS}set-` : ''
  const written = attrs.map(([name, value]) => ` ${prefix}${name}="${escape(value)}"`).join('')
  return marks ? ` ${OURS}keep=""${written}` : written
}

/** The words of a cell or heading: text and code, without notes and markup. */
export function wordsOf(tokens: readonly Token[]): string {
  let words = ''
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline' || token.type === 'math') words += token.content
    else if (token.type === 'softbreak' || token.type === 'hardbreak') words += ' '
  }
  return words
}

function columnHeads(tokens: readonly Token[], table: number): string[] {
  const heads: string[] = []
  for (let i = table; tokens[i]!.type !== 'thead_close'; i++) {
    if (tokens[i]!.type === 'inline') heads.push(wordsOf(tokens[i]!.children!))
  }
  return heads
}

/** Code, escaped already; `className` may be empty. It scrolls by itself and can be reached by keyboard. */
function preformatted(html: string, className: string, { marks }: WriteEnv): string {
  const name = className && ` class="${className}"`
  return `<pre${marks ? '' : ' tabindex="0"'}><code${name}>${html}</code></pre>\n`
}

function writeRules(md: MarkdownIt): void {
  const { rules } = md.renderer
  const { escapeHtml, unescapeAll } = md.utils
  const written = (attrs: readonly Attribute[] = []) =>
    attrs.map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`).join('')
  rules.image = (tokens, index, options, env: WriteEnv, self) => {
    const token = tokens[index]!
    token.attrSet('alt', self.renderInlineAsText(token.children!, options, env))
    if (env.marks) return `<img${self.renderAttrs(token)}>`
    const size = imageSize(token.attrGet('src')!)
    const sized = size ? ` width="${size.width}" height="${size.height}"` : ''
    const copies = responsive(token.attrGet('src')!)
    const image = `<img${self.renderAttrs(token)}${sized}${written(copies?.own)} loading="lazy" decoding="async">`
    const sources = (copies?.sources ?? []).map((attrs) => `<source${written(attrs)}>`).join('')
    return copies ? `<picture>${sources}${image}</picture>` : image
  }
  rules.code_block = (tokens, index, _options, env: WriteEnv) =>
    preformatted(escapeHtml(tokens[index]!.content), '', env)
  rules.fence = (tokens, index, _options, env: WriteEnv) => {
    const { content, info } = tokens[index]!
    const language = unescapeAll(info).trim().split(/\s/)[0]!
    if (language === 'math') return mathBlock(content.trim(), content, 'language-math ', env)
    const name = language && `language-${escapeHtml(language)}`
    return preformatted(env.dressing.code(content, language) ?? escapeHtml(content), name, env)
  }
  rules.table_open = (tokens, index, _options, env: WriteEnv) => {
    if (env.marks) return '<table>\n'
    const frame = tableFrame(columnHeads(tokens, index))
    return `<div${written(frame)}><table>\n`
  }
  rules.table_close = (_tokens, _index, _options, env: WriteEnv) =>
    env.marks ? '</table>\n' : '</table></div>\n'
  rules.task_checkbox = (tokens, index, _options, env: WriteEnv) =>
    `<input${ownAttributes(tokens[index]!.attrs!, env, escapeHtml)}>`
  rules.label_open = (_tokens, _index, _options, env: WriteEnv) =>
    `<label${ownAttributes([], env, escapeHtml)}>`
  const wrapper = (env: WriteEnv) => `class="math"${ownAttributes([['tabindex', '0']], env, escapeHtml)}`
  const formula = (mathMl: string, isDisplay: boolean, { marks }: WriteEnv) =>
    `<math${marks ? ` ${OURS}keep=""` : ''}${isDisplay ? ' display="block"' : ''}>${mathMl}</math>`
  const mathBlock = (tex: string, source: string, language: string, env: WriteEnv) => {
    const mathMl = env.dressing.maths(tex, true)
    if (mathMl === null) return preformatted(escapeHtml(source), `${language}math-error`, env)
    return `<div ${wrapper(env)}>${formula(mathMl, true, env)}</div>\n`
  }
  rules.math_block = (tokens, index, _options, env: WriteEnv) =>
    mathBlock(tokens[index]!.content, `$$${tokens[index]!.content}$$`, '', env)
  rules.math = (tokens, index, _options, env: WriteEnv) => {
    const { content, markup } = tokens[index]!
    const isDisplay = markup === '$$'
    const mathMl = env.dressing.maths(content, isDisplay)
    if (mathMl === null) return `<code class="math-error">${markup}${escapeHtml(content)}${markup}</code>`
    const math = formula(mathMl, isDisplay, env)
    return isDisplay ? `<span ${wrapper(env)}>${math}</span>` : math
  }
  rules.footnote_ref = (tokens, index, _options, env: WriteEnv) => {
    const { number, anchor } = tokens[index]!.meta as { number: number; anchor: string }
    const attrs = ownAttributes(
      [
        ['href', `#fn-${number}`],
        ['id', anchor],
        ['role', 'doc-noteref'],
      ],
      env,
      escapeHtml,
    )
    return `<sup class="footnote-ref"><a${attrs}>${number}</a></sup>`
  }
}

/**
 * The stage that bodies go through: {@link markdownStage} with footnotes, figures, formulas and guarded addresses, and
 * with the markup that a page needs. Its core rules begin after the block rule, so that blocks are worked on one by one.
 */
export function articleStage(): MarkdownIt {
  const md = markdownStage({ xhtml: false })
  guardAddresses(md)
  md.use(footnotes).use(figures).use(mathSyntax).use(headingIds)
  md.core.ruler.after('align_cells', 'dress_cells', dressCells)
  md.core.ruler.after('figure', 'label_tasks', labelTasks)
  md.core.ruler.disable(['normalize', 'block'])
  writeRules(md)
  return md
}

import type MarkdownIt from 'markdown-it'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'

/** The image of a paragraph that holds nothing else, with or without a link around it. */
function soleImage(children: readonly Token[]): Token | undefined {
  if (children.length === 1 && children[0]!.type === 'image') return children[0]
  const linked =
    children.length === 3 && children[0]!.type === 'link_open' && children[2]!.type === 'link_close'
  return linked && children[1]!.type === 'image' ? children[1] : undefined
}

/** A title as a caption: inline Markdown, but no raw HTML, for what stands in quotes is text. */
function captionTokens(state: StateCore, title: string): Token[] {
  const { md } = state
  const { html } = md.options
  const caption: Token[] = []
  md.options.html = false
  try {
    md.inline.parse(title, md, state.env, caption)
  } finally {
    md.options.html = html
  }
  return [
    new state.Token('figcaption_open', 'figcaption', 1),
    ...caption,
    new state.Token('figcaption_close', 'figcaption', -1),
  ]
}

function figure(state: StateCore): void {
  for (let i = 1; i < state.tokens.length; i++) {
    const inline = state.tokens[i]!
    const open = state.tokens[i - 1]!
    if (inline.type !== 'inline' || open.type !== 'paragraph_open' || open.hidden) continue
    const image = soleImage(inline.children!)
    if (!image) continue
    const close = state.tokens[i + 1]!
    open.tag = close.tag = 'figure'
    open.type = 'figure_open'
    close.type = 'figure_close'
    const title = image.attrGet('title')
    if (!title) continue
    image.attrs = image.attrs!.filter(([name]) => name !== 'title')
    inline.children!.push(...captionTokens(state, title))
  }
}

/**
 * An image alone in its paragraph becomes a figure; its title becomes the caption. `@mdit/plugin-figure` repeats the
 * alternative text as caption where there is no title, which a screen reader then says twice.
 */
export function figures(md: MarkdownIt): void {
  md.core.ruler.after('task_list', 'figure', figure)
}

import type MarkdownIt from 'markdown-it'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'

const MARKER = /^\[([ \txX])\](?=[ \t])/

/** Puts a checkbox in place of the marker at the start of an item's first paragraph. */
function taskList(state: StateCore): void {
  for (let i = 2; i < state.tokens.length; i++) {
    const inline = state.tokens[i]!
    if (inline.type !== 'inline' || !inline.content.startsWith('[')) continue
    if (state.tokens[i - 1]!.type !== 'paragraph_open' || state.tokens[i - 2]!.type !== 'list_item_open')
      continue
    const first = inline.children?.[0]
    const match = first?.type === 'text' ? MARKER.exec(first.content) : null
    if (!first || !match) continue
    first.content = first.content.slice(3)
    const checkbox = new state.Token('task_checkbox', 'input', 0)
    checkbox.attrs = match[1]!.toLowerCase() === 'x' ? [['checked', '']] : []
    checkbox.attrs.push(['disabled', ''], ['type', 'checkbox'])
    inline.children!.unshift(checkbox)
    state.tokens[i - 2]!.meta = { task: true }
  }
}

/** GFM's task lists, with the checkbox as the specification writes it. Runs before escaped characters become text. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task_list', taskList)
  md.renderer.rules.task_checkbox = (tokens, index, _options, _env, self) =>
    `<input${self.renderAttrs(tokens[index]!)}>`
}

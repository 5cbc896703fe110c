import type MarkdownIt from 'markdown-it'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'

/** At the end of a heading, as Hugo, kramdown, Pandoc, Docusaurus and VitePress have it. */
const GIVEN = /(?:^|[^\\])(\s*\{#([a-z][\w-]{0,63})\}\s*)$/i

/** The id that a heading's source gives it, and what of the source says so; null when it gives none, or has no other words. */
export function givenId(source: string): { readonly id: string; readonly written: string } | null {
  const [, written, id] = GIVEN.exec(source) ?? []
  return written === undefined || id === undefined || source.trim() === written.trim()
    ? null
    : { id, written }
}

/** Takes `{#id}` out of headings: the heading keeps it as its id, so that links lead to it whatever its words become. */
function takeIds(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return
    const inline = state.tokens[index + 1]!
    const given = givenId(inline.content)
    const last = inline.children!.at(-1)
    if (given === null || last?.type !== 'text' || !last.content.endsWith(given.written.trim())) return
    last.content = last.content.slice(0, -given.written.trim().length).trimEnd()
    token.attrSet('id', given.id)
  })
}

/** Headings with an id of the writer's own: `## Words {#id}`. */
export function headingIds(md: MarkdownIt): void {
  md.core.ruler.push('heading_ids', takeIds)
}

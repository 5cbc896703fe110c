import type Token from 'markdown-it/lib/token.mjs'
import type { Note } from './notes.ts'
import { parseText } from './parse.ts'
import { writeTokens, type Context } from './prepare.ts'

function noteTokens(note: Note, { env, md }: Context): Token[] {
  if (typeof note.source === 'string') return env.footnotes.get(note.source)!
  const state = new md.core.State('', md, env)
  const open = new state.Token('paragraph_open', 'p', 1)
  const inline = new state.Token('inline', '', 0)
  const close = new state.Token('paragraph_close', 'p', -1)
  open.block = close.block = true
  inline.children = [...note.source]
  return [open, inline, close]
}

/** A footnote's ways back. Their names are signs, for a body holds no words but the writer's. */
function waysBack({ anchors, number }: Note): string {
  const links = anchors.map((anchor, index) => {
    const again = index === 0 ? '' : `<sup>${index + 1}</sup>`
    const label = index === 0 ? `↩ ${number}` : `↩ ${number}.${index + 1}`
    return `<a href="#${anchor}" role="doc-backlink" aria-label="${label}">↩\ufe0e${again}</a>`
  })
  return links.join(' ')
}

/** The list of footnotes at a body's end, or nothing. A footnote may refer to further ones. */
export function writeNotes(context: Context): string {
  const bodies: string[] = []
  const { list } = context.notes
  for (let i = 0; i < list.length; i++) {
    const tokens = noteTokens(list[i]!, context)
    const line = tokens[0]?.map?.[0] ?? list[i]!.line
    const isRaw = parseText(context.md, tokens, context.env, line) !== null
    bodies.push(writeTokens(tokens, line, isRaw, context))
  }
  if (bodies.length === 0) return ''
  const items = list.map((note, index) => {
    const body = bodies[index]!
    const last = body.endsWith('</p>\n') ? `${body.slice(0, -5)} ` : `${body}<p>`
    return `<li id="fn-${note.number}">\n${last}${waysBack(note)}</p>\n</li>\n`
  })
  return `<div class="footnotes" role="doc-endnotes">\n<ol>\n${items.join('')}</ol>\n</div>\n`
}

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { tags } from '@lezer/highlight'
import type { Extension } from '@codemirror/state'

/** Markdown that stays text: marks step back, headings stand out by size and weight, nothing has a colour of its own. */
const quiet = HighlightStyle.define([
  { tag: tags.heading1, fontSize: '1.5em', fontWeight: '700', lineHeight: '1.35', letterSpacing: '-0.01em' },
  { tag: tags.heading2, fontSize: '1.28em', fontWeight: '700', lineHeight: '1.4', letterSpacing: '-0.005em' },
  { tag: tags.heading3, fontSize: '1.12em', fontWeight: '700' },
  { tag: [tags.heading4, tags.heading5, tags.heading6], fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through', color: 'var(--ink-soft)' },
  {
    tag: tags.link,
    textDecoration: 'underline',
    textDecorationColor: 'var(--line)',
    textUnderlineOffset: '3px',
  },
  { tag: [tags.url, tags.labelName, tags.string], color: 'var(--ink-faint)', textDecoration: 'none' },
  { tag: tags.quote, color: 'var(--ink-soft)' },
  { tag: tags.monospace, color: 'var(--ink-soft)', fontFamily: 'var(--face-mono)', fontSize: '0.9em' },
  {
    tag: [tags.processingInstruction, tags.contentSeparator, tags.escape],
    color: 'var(--ink-faint)',
    fontWeight: '400',
    textDecoration: 'none',
  },
  {
    tag: [tags.comment, tags.angleBracket, tags.tagName, tags.attributeName, tags.attributeValue],
    color: 'var(--ink-faint)',
  },
])

/** The writing surface's highlighting. */
export const quietMarkdown: Extension = syntaxHighlighting(quiet)

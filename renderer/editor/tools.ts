import type { EditorState, TransactionSpec } from '@codemirror/state'
import {
  Bold,
  Code,
  Heading,
  Image,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  Minus,
  SquareCode,
  Strikethrough,
  Superscript,
  Table,
  TextQuote,
  type LucideIcon,
} from 'lucide-react'
import type { EditorWords } from '../../core/locale/ui/editor.ts'
import { insertFootnote, insertRule, insertTable, toggleLink } from './commands/insert.ts'
import { toggleInline } from './commands/inline.ts'
import { clearHeading, toggleCodeBlock, toggleHeading, toggleList, toggleQuote } from './commands/lines.ts'

/** What a tool does to the text: one transaction, or nothing. */
export type Change = (state: EditorState, words: EditorWords) => TransactionSpec

/** One way to format the text: a button, a menu item, a shortcut. */
export interface Tool {
  /** Unique; also what the toolbar calls it. */
  readonly name: string
  label(words: EditorWords): string
  /** In CodeMirror's notation. */
  readonly key: string
  readonly icon: LucideIcon
  /** `picture`: a picture has to be chosen first. */
  readonly change: Change | 'picture'
}

/** Heading 1 is the page's title; in a text it is still allowed, as Markdown allows it. */
const LEVELS = [1, 2, 3, 4]

export const headingTools: readonly Tool[] = [
  ...LEVELS.map((level): Tool => ({
    name: `heading${level}`,
    label: (words) => words.tools.headingLevel(level),
    key: `Mod-Alt-${level}`,
    icon: Heading,
    change: (state) => toggleHeading(state, level),
  })),
  {
    name: 'paragraph',
    label: (words) => words.tools.paragraph,
    key: 'Mod-Alt-0',
    icon: Heading,
    change: clearHeading,
  },
]

/** The tools in the order of the toolbar, by groups; the headings stand in a menu of their own after the first. */
export const toolGroups: readonly (readonly Tool[])[] = [
  [
    tool('bold', 'Mod-b', Bold, (state) => toggleInline(state, 'bold')),
    tool('italic', 'Mod-i', Italic, (state) => toggleInline(state, 'italic')),
    tool('strikethrough', 'Mod-Shift-x', Strikethrough, (state) => toggleInline(state, 'strikethrough')),
  ],
  [
    tool('bulletList', 'Mod-Shift-8', List, (state) => toggleList(state, 'bullet')),
    tool('numberedList', 'Mod-Shift-7', ListOrdered, (state) => toggleList(state, 'ordered')),
    tool('taskList', 'Mod-Shift-9', ListChecks, (state) => toggleList(state, 'task')),
    tool('quote', 'Mod-Shift-.', TextQuote, toggleQuote),
  ],
  [
    tool('link', 'Mod-k', Link, toggleLink),
    tool('image', 'Mod-Shift-m', Image, 'picture'),
    tool('table', 'Mod-Alt-t', Table, (state, words) =>
      insertTable(state, (column) => `${words.tools.column} ${column}`),
    ),
    tool('footnote', 'Mod-Alt-f', Superscript, insertFootnote),
  ],
  [
    tool('code', 'Mod-e', Code, (state) => toggleInline(state, 'code')),
    tool('codeBlock', 'Mod-Alt-c', SquareCode, toggleCodeBlock),
    tool('rule', 'Mod-Alt-r', Minus, insertRule),
  ],
]

/** Every tool, those of the heading menu too. */
export const tools: readonly Tool[] = [...toolGroups.flat(), ...headingTools]

type ToolName = {
  [K in keyof EditorWords['tools']]: EditorWords['tools'][K] extends string ? K : never
}[keyof EditorWords['tools']]

function tool(name: ToolName, key: string, icon: LucideIcon, change: Tool['change']): Tool {
  return { name, label: (words) => words.tools[name], key, icon, change }
}

/** A tool's shortcut in the window's notation: `Mod+Shift+8`. */
export function keysOf(tool: Tool): string {
  return tool.key
    .split('-')
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}

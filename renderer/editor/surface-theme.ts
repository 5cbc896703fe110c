import { EditorView } from '@codemirror/view'
import type { Extension } from '@codemirror/state'

/** How the writing surface looks; every colour and size is one of `ui/tokens.css`. */
export const surfaceTheme: Extension = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ink)', fontSize: 'var(--size-writing)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'var(--leading-writing)', overflow: 'visible' },
  '.cm-content': { padding: '0', caretColor: 'var(--accent)', fontVariantLigatures: 'none' },
  '.cm-line': { padding: '0' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px', marginLeft: '-1px' },
  '.cm-dropCursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--text-selection)',
  },
  '.cm-placeholder': { color: 'var(--ink-faint)' },
  '.cm-searchMatch': { backgroundColor: 'var(--hit)', borderRadius: '2px' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--accent)', backgroundColor: 'var(--hit)' },
  '.cm-pendingPicture': { color: 'var(--ink-faint)', fontStyle: 'italic' },
  '.cm-panels': { backgroundColor: 'transparent', color: 'inherit', border: 'none', zIndex: '5' },
})

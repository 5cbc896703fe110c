import type { EditorWords } from '../../core/locale/ui/editor.ts'

/** CodeMirror's own words that a writer meets, by the English ones it asks for. */
export function searchPhrases(words: EditorWords): Record<string, string> {
  const { find } = words
  return {
    Find: find.find,
    Replace: find.replaceWith,
    next: find.next,
    previous: find.previous,
    all: find.all,
    'match case': find.matchCase,
    regexp: find.regularExpression,
    'by word': find.wholeWord,
    replace: find.replace,
    'replace all': find.replaceAll,
    close: find.close,
    'current match': find.current,
    'on line': find.onLine,
    'replaced $ matches': find.replaced(2).replace('2', '$'),
    'Go to line': find.goToLine,
    go: find.go,
  }
}

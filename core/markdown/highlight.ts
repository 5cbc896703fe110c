import dockerfile from 'highlight.js/lib/languages/dockerfile'
import nginx from 'highlight.js/lib/languages/nginx'
import powershell from 'highlight.js/lib/languages/powershell'
import type { Element, RootContent } from 'hast'
import { common, createLowlight } from 'lowlight'

/** Longer code stays plain: nobody reads it by its colours, and some grammars take the square of its length. */
const MOST_CHARACTERS = 20_000
/** So does code with a longer line, which no person wrote. */
const LONGEST_LINE = 2_000
/** So do words upon words without a sign between, over which the grammars of C and its kin take seconds. */
const UNBROKEN = /[\w\s*&~<>:$]{600}/

/** The classes that themes colour; what has another class looks like the code around it. */
const COLOURED: ReadonlySet<string> = new Set(
  (
    'addition attr attribute built_in bullet code comment deletion doctag emphasis keyword link literal meta name number ' +
    'quote regexp section selector-attr selector-class selector-id selector-tag string strong symbol template-tag ' +
    'template-variable title type variable'
  )
    .split(' ')
    .map((name) => `hljs-${name}`),
)

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char]!)

/** Every grammar at once, so that what one embeds in another never depends on what was asked for before. */
let library: ReturnType<typeof createLowlight> | null = null

/** The name that an info string begins with: `js` of `js{1,3}`, `python` of `{.python .numbered}`. */
const nameOf = (language: string): string => /^[{.]*([\w+#-]+)/.exec(language)?.[1]?.toLowerCase() ?? ''

/** A run of a code's text with the class that colours it, or an empty one. */
interface Run {
  readonly className: string
  text: string
}

/** The runs of a tree in order. Grammars nest as deeply as code is long, so it is walked without recursion. */
function runsOf(root: readonly RootContent[]): readonly Run[] {
  const runs: Run[] = []
  const rest = root.map((node) => ({ node, className: '' })).reverse()
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { node, className } = next
    if (node.type === 'text') {
      const last = runs.at(-1)
      if (last?.className === className) last.text += node.value
      else runs.push({ className, text: node.value })
    } else if (node.type === 'element') {
      const inside = colourOf(node, className)
      for (const child of node.children.toReversed()) rest.push({ node: child, className: inside })
    }
  }
  return runs
}

/** What colours an element within something of a colour. Code within a string is code again. */
function colourOf({ properties }: Element, around: string): string {
  const names = Array.isArray(properties['className']) ? properties['className'].map(String) : []
  return names.find((name) => COLOURED.has(name)) ?? (names.includes('hljs-subst') ? '' : around)
}

/**
 * Code as HTML with its parts in spans of a class, one beside the other; null, for code to be left plain, when its
 * language is not known or it is too long. The text content is the code to the letter. Some 40 languages by name or
 * alias, see highlight.js.
 */
export function highlight(code: string, language: string): string | null {
  const name = nameOf(language)
  if (name === '' || code.length > MOST_CHARACTERS || hasLongLine(code) || UNBROKEN.test(code)) return null
  library ??= createLowlight({ ...common, dockerfile, nginx, powershell })
  if (!library.registered(name)) return null
  const runs = runsOf(library.highlight(name, code).children)
  if (runs.map(({ text }) => text).join('') !== code) return null
  return runs
    .map(({ className, text }) =>
      className === '' || text.trim() === ''
        ? escape(text)
        : `<span class="${className}">${escape(text)}</span>`,
    )
    .join('')
}

function hasLongLine(code: string): boolean {
  let start = 0
  for (let end = code.indexOf('\n'); end >= 0; end = code.indexOf('\n', start)) {
    if (end - start > LONGEST_LINE) return true
    start = end + 1
  }
  return code.length - start > LONGEST_LINE
}

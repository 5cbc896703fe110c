import { headingSlug } from '../../core/markdown/index.ts'

/** Where addresses in a text lead from now on. Null: what stands there stays as it is. */
export interface Destinations {
  /** A link or a picture, as an address of any kind. */
  address(address: string): string | null
  /** A post that Jekyll names by its file. */
  post(name: string): string | null
  /** A note or picture that Obsidian names. */
  note(name: string): string | null
}

/** Code and what else is shown or kept as it stands: no address in it is one. */
const AS_IT_IS = [
  String.raw`^[ \t>]*(?<fence>${'`'}{3,})[^${'`'}\n]*(?:\n(?:[\s\S]*?\n)??[ \t>]*\k<fence>${'`'}*[ \t]*(?=\n|$)|\n[\s\S]*$|$)`,
  String.raw`^[ \t>]*(?<tildes>~{3,})[^\n]*(?:\n(?:[\s\S]*?\n)??[ \t>]*\k<tildes>~*[ \t]*(?=\n|$)|\n[\s\S]*$|$)`,
  String.raw`(?<ticks>${'`'}+)(?:(?:(?!\n[ \t]*\n)[\s\S])*?[^${'`'}])??\k<ticks>(?!${'`'})|${'`'}+`,
  String.raw`\{%-?\s*(?<block>raw|highlight|comment)\b[\s\S]*?\{%-?\s*end\k<block>\s*-?%\}`,
  String.raw`<!--[\s\S]*?-->`,
  String.raw`<(?<element>pre|code|script|style)\b[\s\S]*?<\/\k<element>\s*>`,
]

const TEMPLATES = [
  // {{ "/2016/03/01/slug/" | url }}
  String.raw`\{\{-?\s*(?<quote>["'])(?<path>[^"'\n]+)\k<quote>\s*\|\s*(?:url|relative_url|absolute_url)\b[^}\n]*\}\}(?<tail>#[^\s)"'<>\]]*)?`,
  // {{ site.baseurl }}/2016/03/01/slug/
  String.raw`(?:\{\{-?\s*site\.(?:base_?url|url)\s*-?\}\})+(?<base>/[^\s)"'<>\]]*)`,
  // {% post_url 2016-03-01-slug %} and {% link _posts/2016-03-01-slug.md %}
  String.raw`\{%-?\s*(?:post_url|link)\s+(?<post>[^\s%]+)\s*-?%\}`,
  // {{< ref "slug.md" >}} and {{% relref "slug.md" %}}
  String.raw`\{\{[<%]\s*(?:rel)?ref\s+["']?(?<ref>[^"'\s>%]+)["']?[^}\n]*\}\}`,
]

const NO_TEMPLATE = String.raw`(?!\s*\{[{%])`

const PLAIN = [
  String.raw`(?<embed>!?)\[\[(?<wiki>[^\[\]\n]+)\]\]`,
  String.raw`(?<before>\]\([ \t]*)${NO_TEMPLATE}(?<target><[^<>\n]*>|[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)`,
  String.raw`(?<definition>^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*)${NO_TEMPLATE}(?<defined><[^<>\n]*>|\S+)`,
  String.raw`(?<attribute>\b(?:href|src|poster)(?<=<[a-z][^<>]*\s\w+)\s*=\s*)(?:"${NO_TEMPLATE}(?<double>[^"\n]*)"|'${NO_TEMPLATE}(?<single>[^'\n]*)')`,
]

const FOUND = new RegExp([...AS_IT_IS, ...TEMPLATES, ...PLAIN].join('|'), 'gim')

/**
 * A text in which every address that leads somewhere in the library is written as it is there. Code, and addresses
 * that lead elsewhere or nowhere, stay byte for byte.
 */
export function rewriteBody(body: string, to: Destinations): string {
  return body.replace(FOUND, (...found) => {
    const whole = String(found[0])
    const groups = found.at(-1) as Partial<Record<string, string>>
    return replacement(groups, to) ?? whole
  })
}

function replacement(found: Partial<Record<string, string>>, to: Destinations): string | null {
  const { path, base, post, ref, wiki } = found
  // A second slash at the start, harmless on a site, would make it another site's address.
  if (path !== undefined) return to.address(path.replace(/^\/{2,}/, '/') + (found['tail'] ?? ''))
  if (base !== undefined) return to.address(base)
  if (post !== undefined) return to.post(post) ?? to.address(post)
  if (ref !== undefined) return to.address(ref) ?? to.note(ref)
  if (wiki !== undefined) return wikiLink(wiki, found['embed'] === '!', to)
  if (found['target'] !== undefined) return around(found['before'], found['target'], to)
  if (found['defined'] !== undefined) return around(found['definition'], found['defined'], to)
  const value = found['double'] ?? found['single']
  if (value === undefined) return null
  const address = to.address(value.replaceAll('&amp;', '&'))
  return address === null ? null : `${found['attribute']}"${address}"`
}

/** In Markdown an address may stand in angle brackets, and signs in it after a backslash. */
function around(before: string | undefined, target: string, to: Destinations): string | null {
  const bare = target.startsWith('<') ? target.slice(1, -1) : target
  const address = to.address(bare.replace(/\\([!-/:-@[-`{-~])/g, '$1'))
  return address === null ? null : `${before}${address}`
}

/** `[[Note]]`, `[[Note#Heading|label]]`, `![[picture.png|300]]`. */
function wikiLink(inside: string, isEmbed: boolean, to: Destinations): string | null {
  const [target = '', ...labels] = inside.split('|')
  const [name = '', ...headings] = target.split('#')
  const label = labels.join('|').trim()
  const heading = headings.at(-1)?.trim() ?? ''
  const fragment = heading === '' || heading.startsWith('^') ? '' : `#${headingSlug(heading)}`
  if (name.trim() === '') return fragment === '' ? null : `[${escaped(label || heading)}](${fragment})`
  const address = to.note(name.trim())
  if (address === null) return null
  if (address.startsWith('media/')) {
    // A number after the bar is a width.
    const words = /^\d+(x\d+)?$/.test(label) ? '' : escaped(label)
    return isEmbed ? `![${words}](${address})` : `[${words || escaped(name.trim())}](${address})`
  }
  const shown = label || (fragment === '' ? (name.split('/').at(-1) ?? name).trim() : heading)
  return `[${escaped(shown)}](${address}${fragment})`
}

function escaped(label: string): string {
  return label.replace(/[[\]\\]/g, '\\$&')
}

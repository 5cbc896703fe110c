import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import type { Element, Nodes } from 'hast'

/** Every file of an exported site but Longhand's own notes, by path. */
export function filesOf(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1)
    if (entry.isFile() && !path.startsWith('.longhand')) files.set(path, readFileSync(join(folder, path)))
  }
  return files
}

/** The site's text, with its notes: two sites with the same are the same byte for byte. */
export function bytesOf(folder: string): Record<string, string> {
  const all = [...filesOf(folder)].map(([path, bytes]) => [path, bytes.toString('base64')] as const)
  const manifest = readFileSync(join(folder, '.longhand/manifest.json'), 'utf8')
  return { ...Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))), manifest }
}

/** When each file was written. */
export function timesOf(folder: string): Record<string, number> {
  return Object.fromEntries(
    [...filesOf(folder).keys()].map((path) => [path, statSync(join(folder, path)).mtimeMs]),
  )
}

export function elementsOf(html: string): readonly Element[] {
  const found: Element[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'element') found.push(node)
    if ('children' in node) node.children.forEach(walk)
  }
  walk(fromHtml(html))
  return found
}

/** The text of an element, white space made single. */
export function textOf(node: Nodes): string {
  const raw = (one: Nodes): string =>
    one.type === 'text' ? one.value : 'children' in one ? one.children.map(raw).join('') : ''
  return raw(node).replace(/\s+/g, ' ').trim()
}

export function byClass(html: string, name: string): Element | undefined {
  return elementsOf(html).find(({ properties }) => {
    const { className } = properties
    return Array.isArray(className) && className.includes(name)
  })
}

/** Types of the scripts that a page may have: one that searches does so by a script of its own. */
export function scriptsOn(path: string): readonly (string | undefined)[] {
  return /^(zoeken|search)\/index\.html$/.test(path)
    ? ['application/ld+json', undefined]
    : ['application/ld+json']
}

import { fromHtml } from 'hast-util-from-html'
import type { FrontMatter } from '../../core/frontmatter.ts'

/**
 * The front matter of one file, from which each field is taken once. Keys are found whatever their case. What
 * nobody took is what Longhand does not know.
 */
export class Fields {
  readonly #matter: FrontMatter
  readonly #taken = new Set<string>()

  constructor(matter: FrontMatter) {
    this.#matter = matter
  }

  /** The first of these keys that holds anything, as text; empty when none does. Only that one is taken. */
  text(...keys: readonly string[]): string {
    return this.#first(keys, textOf) ?? ''
  }

  /** The first of these keys that holds anything, as a list; a text is split by `split`. Only that one is taken. */
  list(keys: readonly string[], split: (text: string) => string[]): string[] {
    const read = (value: unknown): string[] => {
      const entries = Array.isArray(value) ? value.map(textOf) : split(textOf(value))
      return entries.map((entry) => entry.trim()).filter((entry) => entry !== '')
    }
    return this.#first(keys, (value) => (read(value).length > 0 ? read(value) : null)) ?? []
  }

  /** Whether a switch is on; null when it is not there or no switch. Then it is not taken. */
  flag(key: string): boolean | null {
    const value = this.flagOf(key)
    if (value !== null) this.take(key)
    return value
  }

  /** The same without taking it. */
  flagOf(key: string): boolean | null {
    const written = this.peek(key).toLowerCase()
    if (/^(true|yes|on)$/.test(written)) return true
    return /^(false|no|off)$/.test(written) ? false : null
  }

  /** What stands under a key, as text, without taking it. */
  peek(key: string): string {
    const found = this.#key(key)
    return found === null ? '' : textOf(this.#said(found))
  }

  /** What stands under a key of a mapping under a key, as text, without taking it. */
  within(key: string, inner: string): string {
    const found = this.#key(key)
    const value = found === null ? null : this.#said(found)
    return isMapping(value) ? textOf(value[inner]) : ''
  }

  /** A key as the file spells it; empty when it is not there. */
  spelling(key: string): string[] {
    const found = this.#key(key)
    return found === null ? [] : [found]
  }

  take(...keys: readonly string[]): void {
    for (const key of keys) {
      const found = this.#key(key)
      if (found !== null) this.#taken.add(found)
    }
  }

  /** Puts back what was taken, because it could not be used after all. */
  leave(...keys: readonly string[]): void {
    for (const key of keys) {
      const found = this.#key(key)
      if (found !== null) this.#taken.delete(found)
    }
  }

  /** What nobody took, as it was; what holds nothing is left out. */
  rest(): Record<string, unknown> {
    const rest: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(this.#matter.values)) {
      if (this.#taken.has(key) || value === null || value === undefined || value === '') continue
      Object.defineProperty(rest, key, {
        value: plain(value),
        enumerable: true,
        configurable: true,
        writable: true,
      })
    }
    return rest
  }

  #first<T>(keys: readonly string[], read: (value: unknown) => T | null): T | null {
    for (const key of keys) {
      const found = this.#key(key)
      const value = found === null ? null : read(this.#said(found))
      if (found === null || value === null || value === '') continue
      this.#taken.add(found)
      return value
    }
    return null
  }

  /** What stands under a key of the file, as the text that was written; nothing where that says so, as `null` and `~` do. */
  #said(key: string): unknown {
    return withoutNothing(this.#matter.texts[key], this.#matter.values[key])
  }

  #key(key: string): string | null {
    if (Object.hasOwn(this.#matter.texts, key)) return key
    return Object.keys(this.#matter.texts).find((known) => known.toLowerCase() === key.toLowerCase()) ?? null
  }
}

/** A text, or the name in a mapping such as `{ name: Noor, email: … }`; empty for anything else. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (isMapping(value)) return textOf(value['name'] ?? value['title'] ?? '')
  return ''
}

function withoutNothing(text: unknown, value: unknown): unknown {
  if (value === null) return null
  if (Array.isArray(text) && Array.isArray(value))
    return text.map((one, at) => withoutNothing(one, value[at]))
  if (!isMapping(text) || !isMapping(value)) return text
  return Object.fromEntries(Object.entries(text).map(([key, one]) => [key, withoutNothing(one, value[key])]))
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What JSON can hold: numbers beyond it and binary data become text. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)))
    return String(value)
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Map || value instanceof Set) return plain(Array.from(value as Iterable<unknown>))
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]))
}

/** Text without HTML, on one line: tags gone, `&amp;` and the like read. */
export function withoutHtml(text: string): string {
  const bare = /[<&]/.test(text) ? htmlText(fromHtml(text, { fragment: true })) : text
  return bare.replace(/\s+/g, ' ').trim()
}

type Node = ReturnType<typeof fromHtml>['children'][number] | ReturnType<typeof fromHtml>

function htmlText(node: Node): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element' && (node.tagName === 'script' || node.tagName === 'style')) return ''
  const inner = node.children.map(htmlText).join('')
  // Words of two paragraphs must not become one.
  return node.type === 'element' && /^(p|div|br|li|h\d)$/.test(node.tagName) ? ` ${inner} ` : inner
}

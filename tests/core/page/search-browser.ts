import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'

const SCRIPT = readFileSync(join(import.meta.dirname, '../../../resources/site/search.js'), 'utf8')
const AT = 'file:///site/zoeken/'

/** As much of an element as the search page's script asks for. */
class FakeElement {
  [name: string]: unknown
  readonly tag: string
  children: readonly (FakeElement | string)[] = []
  readonly listeners = new Map<string, (event: { preventDefault(): void }) => void>()

  constructor(tag: string) {
    this.tag = tag
  }

  append(...children: readonly (FakeElement | string)[]): void {
    this.children = [...this.children, ...children]
  }

  replaceChildren(...children: readonly (FakeElement | string)[]): void {
    this.children = children
  }

  addEventListener(name: string, listener: (event: { preventDefault(): void }) => void): void {
    this.listeners.set(name, listener)
  }

  focus(): void {}

  get text(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.text)).join('')
  }

  all(tag: string): readonly FakeElement[] {
    return this.children.flatMap((child) =>
      typeof child === 'string' ? [] : [...(child.tag === tag ? [child] : []), ...child.all(tag)],
    )
  }
}

/** What a reader sees after a search. */
export interface Seen {
  readonly status: string
  readonly titles: readonly string[]
  readonly links: readonly string[]
  readonly marks: readonly string[]
  /** Files that were read for it. */
  readonly read: readonly string[]
}

/** Runs the search page's script over the files of an index, as a browser does that opens the page as a file. */
export async function searched(files: ReadonlyMap<string, string>, query: string): Promise<Seen> {
  const status = new FakeElement('p')
  const form = Object.assign(new FakeElement('form'), {
    dataset: { root: '../', none: 'geen', one: 'een', many: '{count}', best: 'beste {count}', failed: 'mis' },
    querySelector: () => status,
  })
  const list = new FakeElement('ol')
  const field = new FakeElement('input')
  const known: Record<string, FakeElement> = {
    search: form,
    'search-results': list,
    'search-words': field,
  }
  const read: string[] = []
  const self: Record<string, unknown> = {}
  const head = {
    append: (script: FakeElement) => {
      const path = String(script['src']).slice(AT.length)
      read.push(path)
      const text = files.get(path)
      if (text === undefined) return (script['onerror'] as () => void)()
      runInNewContext(text, { longhandSearch: self['longhandSearch'] })
      ;(script['onload'] as () => void)()
    },
  }
  runInNewContext(SCRIPT, {
    window: self,
    document: {
      currentScript: { src: `${AT}search.js` },
      getElementById: (id: string) => known[id],
      createElement: (tag: string) => new FakeElement(tag),
      head,
    },
    location: { protocol: 'file:', search: '', href: `${AT}index.html` },
    URLSearchParams,
    clearTimeout,
    setTimeout,
  })
  field['value'] = query
  form.listeners.get('submit')?.({ preventDefault: () => {} })
  await new Promise((resolve) => setImmediate(resolve))
  return {
    status: typeof status['textContent'] === 'string' ? status['textContent'] : '',
    titles: list.all('a').map(({ text }) => text),
    links: list.all('a').map(({ href }) => String(href)),
    marks: list.all('mark').map(({ text }) => text),
    read,
  }
}

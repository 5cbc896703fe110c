import { morph } from './morph.ts'
import type { Patch } from './messages.ts'

/** One block of the text and the nodes that show it. */
interface ShownBlock {
  readonly html: string
  nodes: ChildNode[]
}

/** Some blocks to put after another one, in place of others. */
interface Job {
  readonly after: ShownBlock | null
  readonly removed: readonly ShownBlock[]
  readonly added: readonly ShownBlock[]
}

/** Up to this many blocks are shown at once; a larger change is spread over frames. */
const AT_ONCE = 40

/** How much of a frame a large change may take, in milliseconds. */
const SLICE = 6

/** How many nodes of a page that is already there are looked through for one that a block needs. */
const LOOK_AHEAD = 40

/**
 * The blocks of an article inside its page. A patch touches the nodes of changed blocks alone; what stands
 * there afterwards is what the browser makes of the blocks' HTML, joined.
 */
export class PageBlocks {
  readonly #body: Element
  readonly #template: HTMLTemplateElement
  #blocks: readonly ShownBlock[] = []

  /** `body` is the page's `.article-body`; what it holds is taken over where the first patch agrees with it. */
  constructor(body: Element) {
    this.#body = body
    this.#template = body.ownerDocument.createElement('template')
  }

  /** Shows what changed. Resolves when all of it stands in the page. */
  async apply(patch: Patch): Promise<void> {
    const first = this.#blocks.length === 0
    const jobs = this.#plan(patch)
    if (first) return this.#takeOver(jobs.flatMap((job) => job.added))
    const size = jobs.reduce((sum, job) => sum + job.removed.length + job.added.length, 0)
    if (size <= AT_ONCE) for (const job of jobs) this.#run(job)
    else await this.#runInSlices(jobs)
  }

  /** Height, in the window of the page, at which a block starts; one past the last: where the text ends. */
  top(index: number): number {
    for (let at = index; at < this.#blocks.length; at++)
      for (const node of this.#blocks[at]?.nodes ?? [])
        if (node.nodeType === Node.ELEMENT_NODE)
          return (node as unknown as Element).getBoundingClientRect().top
    return this.#body.getBoundingClientRect().bottom
  }

  /** Which block a node of the page belongs to; -1 for none. */
  indexOf(node: Node): number {
    let child: Node | null = node
    while (child !== null && child.parentNode !== this.#body) child = child.parentNode
    return child === null ? -1 : this.#blocks.findIndex((block) => block.nodes.includes(child as ChildNode))
  }

  #plan(patch: Patch): Job[] {
    const before = this.#blocks
    const jobs: Job[] = []
    const next: ShownBlock[] = []
    let done = 0
    for (const hunk of patch.hunks) {
      next.push(...before.slice(done, hunk.at))
      done = hunk.at + hunk.removed
      const added = hunk.added.map((html): ShownBlock => ({ html, nodes: [] }))
      jobs.push({ after: before[hunk.at - 1] ?? null, removed: before.slice(hunk.at, done), added })
      next.push(...added)
    }
    next.push(...before.slice(done))
    this.#blocks = next
    return jobs
  }

  #run(job: Job): void {
    const [old, fresh] = [job.removed[0], job.added[0]]
    if (job.removed.length === 1 && job.added.length === 1 && old && fresh && this.#morphed(old, fresh))
      return
    const place = job.removed.length > 0 ? this.#firstNode(job.removed) : null
    const until = place ?? this.#nodeAfter(job.after)
    for (const block of job.added) this.#insert(block, until)
    for (const block of job.removed) for (const node of block.nodes) node.remove()
  }

  /** A block that became another of the same kind keeps its nodes: a picture in it is not loaded again. */
  #morphed(old: ShownBlock, fresh: ShownBlock): boolean {
    const next = this.#parse(fresh.html)
    const elements = old.nodes.filter((node) => node.nodeType === Node.ELEMENT_NODE)
    if (elements.length !== 1 || next.length !== old.nodes.length) return false
    const pairs = old.nodes.map((node, index) => [node, next[index] as ChildNode] as const)
    if (pairs.some(([a, b]) => a.nodeName !== b.nodeName)) return false
    for (const [a, b] of pairs)
      if (a.nodeType === Node.ELEMENT_NODE) morph(a as unknown as Element, b as unknown as Element)
      else a.nodeValue = b.nodeValue
    fresh.nodes = old.nodes
    return true
  }

  /** What is seen comes first; the rest in order, a slice a frame. */
  async #runInSlices(jobs: readonly Job[]): Promise<void> {
    const view = this.#body.ownerDocument.defaultView
    const height = view?.innerHeight ?? 0
    const seen = (job: Job): boolean => {
      const edge = this.#firstNode(job.removed) ?? this.#nodeAfter(job.after)
      const top = isElement(edge) ? edge.getBoundingClientRect().top : 0
      return top > -height && top < 2 * height
    }
    const visible = jobs.filter(seen)
    let slice = performance.now()
    for (const job of [...visible, ...jobs.filter((other) => !visible.includes(other))]) {
      const until = this.#firstNode(job.removed) ?? this.#nodeAfter(job.after)
      for (const block of job.added) {
        this.#insert(block, until)
        if (performance.now() - slice < SLICE) continue
        await nextFrame()
        slice = performance.now()
      }
      for (const block of job.removed) for (const node of block.nodes) node.remove()
    }
  }

  /**
   * The page came with the article as it was saved: nodes that already are what a block needs stay, so that
   * nothing moves or flickers when the window takes over.
   */
  async #takeOver(blocks: readonly ShownBlock[]): Promise<void> {
    let current: ChildNode | null = this.#body.firstChild
    let slice = performance.now()
    for (const block of blocks) {
      const fresh = this.#parse(block.html)
      for (const node of fresh) {
        const found = find(current, node)
        if (found === null) {
          this.#body.insertBefore(node, current)
          block.nodes.push(node)
          continue
        }
        while (current !== null && current !== found) current = removed(current)
        block.nodes.push(found)
        current = found.nextSibling
      }
      if (performance.now() - slice < SLICE) continue
      await nextFrame()
      slice = performance.now()
    }
    while (current !== null) current = removed(current)
  }

  #insert(block: ShownBlock, until: ChildNode | null): void {
    block.nodes = this.#parse(block.html)
    for (const node of block.nodes) this.#body.insertBefore(node, until)
  }

  /** Parsed in a document of its own, in which nothing loads and nothing runs. */
  #parse(html: string): ChildNode[] {
    this.#template.innerHTML = html
    return [...this.#template.content.childNodes]
  }

  #firstNode(blocks: readonly ShownBlock[]): ChildNode | null {
    for (const block of blocks) if (block.nodes[0]) return block.nodes[0]
    return null
  }

  #nodeAfter(block: ShownBlock | null): ChildNode | null {
    let index = block === null ? -1 : this.#blocks.indexOf(block)
    for (; index >= 0; index--) {
      const last = this.#blocks[index]?.nodes.at(-1)
      if (last) return last.nextSibling
    }
    return this.#body.firstChild
  }
}

function find(from: ChildNode | null, wanted: ChildNode): ChildNode | null {
  let candidate = from
  for (let steps = 0; candidate !== null && steps < LOOK_AHEAD; steps++) {
    if (candidate.isEqualNode(wanted) && sameHtml(candidate, wanted)) return candidate
    candidate = candidate.nextSibling
  }
  return null
}

/** Equal nodes may still differ in the order of their attributes. */
function sameHtml(a: ChildNode, b: ChildNode): boolean {
  return !isElement(a) || !isElement(b) || a.outerHTML === b.outerHTML
}

function isElement(node: Node | null): node is Element {
  return node?.nodeType === Node.ELEMENT_NODE
}

function removed(node: ChildNode): ChildNode | null {
  const next = node.nextSibling
  node.remove()
  return next
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}

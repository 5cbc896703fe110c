/** A part of a page that stays as it is while everything around it is replaced: it, and its stand-in. */
export interface Kept {
  readonly current: Element
  readonly next: Element
}

/**
 * Makes `current` equal to `next`, touching only nodes that differ, so that pictures are not loaded again and
 * nothing flickers. Nodes of `next` move over; afterwards it is of no use. What is `kept` is not looked into.
 */
export function morph(current: Element, next: Element, kept: Kept | null = null): void {
  morphAttributes(current, next)
  morphChildren(current, [...current.childNodes], [...next.childNodes], null, kept)
}

/** The order of attributes counts too: it shows in the HTML. */
function morphAttributes(current: Element, next: Element): void {
  const names = next.getAttributeNames()
  const sameNames = current.getAttributeNames().join(' ') === names.join(' ')
  if (!sameNames) for (const name of current.getAttributeNames()) current.removeAttribute(name)
  for (const { name, value } of next.attributes)
    if (current.getAttribute(name) !== value) current.setAttribute(name, value)
}

/** Makes the run `before` of children, which ends at `until`, equal to the run `after`. */
function morphChildren(
  parent: Element,
  before: readonly ChildNode[],
  after: readonly ChildNode[],
  until: ChildNode | null,
  kept: Kept | null,
): void {
  let start = 0
  let [b, a] = [before.length, after.length]
  while (start < b && start < a && alike(before[start], after[start], kept)) start++
  while (b > start && a > start && alike(before[b - 1], after[a - 1], kept)) {
    b--
    a--
  }
  const [old, fresh] = [before.slice(start, b), after.slice(start, a)]
  const end = before[b] ?? until
  const oldHolder = old.findIndex((node) => kept !== null && node.contains(kept.current))
  const freshHolder = fresh.findIndex((node) => kept !== null && node.contains(kept.next))
  if (oldHolder >= 0 && freshHolder >= 0) {
    const holder = old[oldHolder] as ChildNode
    morphChildren(parent, old.slice(0, oldHolder), fresh.slice(0, freshHolder), holder, kept)
    morphChildren(parent, old.slice(oldHolder + 1), fresh.slice(freshHolder + 1), end, kept)
    morphNode(parent, holder, fresh[freshHolder] as ChildNode, kept)
  } else if (old.length === 1 && fresh.length === 1) {
    morphNode(parent, old[0] as ChildNode, fresh[0] as ChildNode, kept)
  } else {
    for (const node of fresh) parent.insertBefore(node, old[0] ?? end)
    for (const node of old) node.remove()
  }
}

function morphNode(parent: Element, current: ChildNode, next: ChildNode, kept: Kept | null): void {
  if (current === kept?.current) return
  if (current.nodeType === Node.TEXT_NODE && next.nodeType === Node.TEXT_NODE) {
    if (current.nodeValue !== next.nodeValue) current.nodeValue = next.nodeValue
  } else if (isElement(current) && isElement(next) && current.tagName === next.tagName) {
    morph(current, next, kept)
  } else {
    parent.replaceChild(next, current)
  }
}

function alike(current: ChildNode | undefined, next: ChildNode | undefined, kept: Kept | null): boolean {
  if (current === undefined || next === undefined) return false
  if (kept !== null && (current.contains(kept.current) || next.contains(kept.next)))
    return current === kept.current && next === kept.next
  if (!current.isEqualNode(next)) return false
  return !isElement(current) || current.outerHTML === (next as unknown as Element).outerHTML
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE
}

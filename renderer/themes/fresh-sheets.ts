/**
 * Follows the style sheets of a page that stays in its frame while its theme is changed. A sheet keeps its address, so
 * the frame would keep the sheet: one that is written otherwise than before is given a mark behind its address.
 */
export class FreshSheets {
  readonly #known = new Map<string, { readonly text: string; readonly times: number }>()

  /** Reads the sheets that `page` asks for, seen from `base`, and marks those that changed since they were read. */
  async mark(page: Document, base: string): Promise<void> {
    const links = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"][href]')]
    await Promise.all(links.map((link) => this.#markOne(link, base)))
  }

  async #markOne(link: HTMLLinkElement, base: string): Promise<void> {
    const { origin, pathname } = new URL(link.getAttribute('href') ?? '', base)
    const answer = await fetch(origin + pathname)
    if (!answer.ok) return
    const text = await answer.text()
    const known = this.#known.get(pathname)
    const times = known === undefined ? 0 : known.times + Number(known.text !== text)
    this.#known.set(pathname, { text, times })
    if (times > 0) link.setAttribute('href', `${link.getAttribute('href')?.split('?')[0]}?${times}`)
  }
}

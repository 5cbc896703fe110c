/** Where the page will be: `example.org/blog/<slug>.html`, or the file alone while the site has no address. */
export function pageAddress(baseUrl: string, slug: string): string {
  const site = baseUrl.replace(/^https?:\/\//u, '').replace(/\/+$/u, '')
  return site === '' ? `${slug}.html` : `${site}/${slug}.html`
}

/** A value that JSON-LD can hold; what is undefined is left out. */
export type LinkedData =
  string | number | undefined | readonly LinkedData[] | { readonly [key: string]: LinkedData }

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** JSON-LD for a script element: no text in it can end the element or start another. */
export function jsonLd(graph: readonly LinkedData[]): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph })
  return json.replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character]!)
}

/** schema.org's BreadcrumbList of names with their addresses, from the front page on. */
export function breadcrumbList(
  trail: readonly { readonly name: string; readonly url: string }[],
): LinkedData {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  }
}

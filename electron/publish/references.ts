import { proseLines } from '../../core/markdown/index.ts'
import { destination } from '../../core/page/index.ts'
import type { Made, Reference } from './manifest.ts'

/** What the renderer found in a body; its lines count from 0. */
interface Found {
  readonly links: readonly { readonly href: string; readonly line: number }[]
  readonly images: readonly { readonly src: string; readonly line: number }[]
}

/**
 * The links and pictures of a body that lead into the site, and pictures on other sites, which no page fetches, with
 * lines from 1. Among them are the remains of other
 * systems' templates, such as `[text]({{ site.baseurl }}/page)`: to Markdown those are often no links at all.
 */
export function references(markdown: string, found: Found): Pick<Made, 'links' | 'images'> {
  const remains = remainsOfTemplates(markdown)
  const links = [
    ...found.links.filter(({ href }) => isInside(href)).map(({ href, line }): Reference => [href, line + 1]),
    ...remains.filter(({ picture }) => !picture).map(({ reference }) => reference),
  ]
  const images = [
    ...found.images
      .filter(({ src }) => isInside(src) || isElsewhere(src))
      .map(({ src, line }): Reference => [src, line + 1]),
    ...remains.filter(({ picture }) => picture).map(({ reference }) => reference),
  ]
  return { ...(links.length > 0 && { links }), ...(images.length > 0 && { images }) }
}

// What was a template is found in the source, where it still stands as it was written.
function isInside(target: string): boolean {
  return !/\{\{|\{%|%7B%7B|%7B%25/i.test(target) && destination(target).kind !== 'outside'
}

/** Whether a picture is on another site. */
export function isElsewhere(src: string): boolean {
  return /^(?:https?:)?\/\//i.test(src)
}

const LINKED = /(!?)\[[^\]\n]*\]\(\s*<?([^)\n]*?\{[{%][^)\n]*)\)/g
// A template may hold the very quotes that the attribute stands in.
const ATTRIBUTE = /\b(src|href)=["']?([^"'\s>]*\{[{%].*?[%}]\}[^"'\s>]*)/g

function remainsOfTemplates(markdown: string): readonly { reference: Reference; picture: boolean }[] {
  if (!/\{[{%]/.test(markdown)) return []
  const remains: { reference: Reference; picture: boolean }[] = []
  for (const { line, text } of proseLines(markdown)) {
    for (const [, bang, target = ''] of text.matchAll(LINKED)) {
      remains.push({ reference: [target.trim(), line], picture: bang === '!' })
    }
    for (const [, attribute, target = ''] of text.matchAll(ATTRIBUTE)) {
      remains.push({ reference: [target, line], picture: attribute === 'src' })
    }
  }
  return remains
}

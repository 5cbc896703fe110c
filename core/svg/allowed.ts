/** What a drawing may hold: shapes, text, colours and the effects on them. Whatever is not named here goes. */

/** Elements that draw, or say how something is drawn. No script, no HTML, no animation (it can set any attribute), no link. */
export const KEPT: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc image style ' +
    'linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer ' +
    'feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA ' +
    'feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight ' +
    'feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
)

/** Elements that go while what is in them stays: of a `switch` the alternative that needs no HTML. */
export const UNWRAPPED: ReadonlySet<string> = new Set(['a', 'switch'])

/** Elements whose text is words of the drawing; elsewhere text is but white space and program's notes. */
export const HOLDS_TEXT: ReadonlySet<string> = new Set([
  'text',
  'tspan',
  'textPath',
  'title',
  'desc',
  'style',
])

/** Whether an attribute's name is one that a drawing may have: none that runs something or names another file. */
export function isName(name: string): boolean {
  return (
    name === 'xml:space' || (/^[a-z][a-z\d-]*$/i.test(name) && !/^(?:on|data-|href$|src$|xmlns$)/i.test(name))
  )
}

/** A picture inside the drawing, of a kind that can hold no script. */
const INNER_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z\d+/=\s]*$/i

/** Whether an element may refer to this: a picture to its own bytes, anything else to a part of the same drawing. */
export function isReference(tagName: string, href: string): boolean {
  return tagName === 'image' ? INNER_PICTURE.test(href) : /^#[^\s"'<>()\\]+$/.test(href)
}

/** What a style could reach outside the drawing with, or hide that in. */
const REACHES =
  /\\|@(?!media\b|keyframes\b)|(?:^|[^\w-])(?:image|image-set|src|cross-fade|element|paint|expression)\s*\(|javascript:|-moz-binding|behavior\s*:/i
/** Behind `url(`: a part of the same drawing, and the end. */
const OWN_PART = /^\s*(["']?)#[^\s"'<>()\\]+\1\s*\)/

/**
 * Whether a style, or the value of any attribute, reaches nothing but parts of the same drawing. Comments count like the
 * rest: what one program takes for a comment another does not.
 */
export function isStyle(css: string): boolean {
  const [, ...addresses] = css.split(/url\s*\(/i)
  return !REACHES.test(css) && addresses.every((rest) => OWN_PART.test(rest))
}

/** Our own faces, for what is drawn: the same on every system, whatever fonts it has. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Font } from 'fontkit'
import type { Face, Setter } from '../../core/page/index.ts'
import { onFile } from './file-failure.ts'
import { RESOURCES } from './resources.ts'

/** The two files of a weight: the letters of most languages, and those that few need. */
type Files = readonly [usual: string, more: string]

const filesOf = (name: string): Files => [`${name}.woff2`, `${name}-more.woff2`]

const OURS = {
  newsreader: { title: filesOf('newsreader/newsreader-title'), text: filesOf('newsreader/newsreader-text') },
  literata: { title: filesOf('literata/literata-bold'), text: filesOf('literata/literata-text') },
  inter: { title: filesOf('inter/inter-bold'), text: filesOf('inter/inter-text') },
} as const

/** Which of ours draws for each that pages can be set in: a system's own is nowhere the same. */
const DRAWN: Readonly<Record<Face, keyof typeof OURS>> = {
  newsreader: 'newsreader',
  literata: 'literata',
  inter: 'inter',
  serif: 'literata',
  sans: 'inter',
}

/**
 * Sets text in the face that stands for one of a theme's; for none (null), in the one that icons have.
 *
 * @throws Failure `file.refused`
 */
export async function faceSetters(
  face: Face | null,
): Promise<{ readonly title: Setter; readonly text: Setter }> {
  const { create } = await import('fontkit')
  const { title, text } = OURS[DRAWN[face ?? 'literata']]
  const open = (name: string): Font => {
    const file = join(RESOURCES, 'faces', name)
    const font = create(onFile(file, () => readFileSync(file)))
    if (!('layout' in font)) throw new Error(`${name} is no font`)
    return font
  }
  return { title: setterOf(title, open), text: setterOf(text, open) }
}

/** A part of a text that one font has. */
interface Part {
  readonly font: Font
  text: string
}

function setterOf(files: Files, open: (name: string) => Font): Setter {
  const opened: Font[] = []
  const widths = new Map<string, number>()
  /** The font that has a sign, the rare ones opened only when it is asked for one of theirs. */
  const fontOf = (sign: string): Font | null => {
    const code = sign.codePointAt(0) ?? 0
    for (const [at, name] of files.entries()) {
      const font = (opened[at] ??= open(name))
      if (font.hasGlyphForCodePoint(code)) return font
    }
    return null
  }
  const partsOf = (text: string): readonly Part[] => {
    const parts: Part[] = []
    for (const sign of text) {
      const font = fontOf(sign)
      if (font === null) throw new Error('a sign that the face lacks was to be set')
      const last = parts.at(-1)
      if (last?.font === font) last.text += sign
      else parts.push({ font, text: sign })
    }
    return parts
  }
  return {
    covers: (text) => [...text].every((sign) => fontOf(sign) !== null),
    width: (text) => {
      const known = widths.get(text)
      if (known !== undefined) return known
      const width = partsOf(text).reduce(
        (sum, part) => sum + part.font.layout(part.text).advanceWidth / part.font.unitsPerEm,
        0,
      )
      widths.set(text, width)
      return width
    },
    outline: (text) => {
      let [at, path] = [0, '']
      for (const part of partsOf(text)) {
        const scale = 1000 / part.font.unitsPerEm
        const { glyphs, positions } = part.font.layout(part.text)
        for (const [index, glyph] of glyphs.entries()) {
          const place = positions[index]
          if (!place) continue
          // A face counts upwards.
          path += glyph.path
            .scale(scale, -scale)
            .translate(at + place.xOffset * scale, -place.yOffset * scale)
            .toSVG()
          at += place.xAdvance * scale
        }
      }
      return path
    },
  }
}

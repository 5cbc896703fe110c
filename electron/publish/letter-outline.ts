import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outline } from '../../core/page/index.ts'
import { onFile } from './file-failure.ts'
import { RESOURCES } from './resources.ts'

/** Two parts of one face: the letters of most languages, and those that few need. */
const FACES = ['literata/literata-bold.woff2', 'literata/literata-bold-more.woff2'] as const

/**
 * The outline of one letter in a face that we bring, so that it is the same everywhere; null when the face lacks it.
 *
 * @throws Failure `file.refused`
 */
export async function letterOutline(letter: string): Promise<Outline | null> {
  const [sign, ...more] = [...letter]
  if (sign === undefined || more.length > 0) return null
  const { create } = await import('fontkit')
  const code = sign.codePointAt(0) ?? 0
  for (const face of FACES) {
    const file = join(RESOURCES, 'faces', face)
    const font = create(onFile(file, () => readFileSync(file)))
    if (!('glyphForCodePoint' in font) || !font.hasGlyphForCodePoint(code)) continue
    const { path } = font.glyphForCodePoint(code)
    const { minX, maxX, minY, maxY } = path.bbox
    if (!(maxX > minX && maxY > minY)) return null
    return {
      // A face counts upwards.
      path: path.scale(1, -1).toSVG(),
      left: minX,
      top: -maxY,
      width: maxX - minX,
      height: maxY - minY,
      capital: font.capHeight,
    }
  }
  return null
}

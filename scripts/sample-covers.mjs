// Draws the pictures of the sample libraries. Each is composed as SVG in sample-covers/ and written as JPEG,
// with its pixel size in its name. It runs only when a picture changes, so that its one package, sharp,
// is no dependency of Longhand; install it in a folder of its own and say where:
//
//   npm install --prefix ~/sharp sharp
//   SHARP=~/sharp/node_modules/sharp node scripts/sample-covers.mjs [NAME…]

import { createRequire } from 'node:module'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { calm } from './sample-covers/calm.mjs'
import { cyclingAndStrength } from './sample-covers/cycling-and-strength.mjs'
import { eating } from './sample-covers/eating.mjs'
import { insideDutch, insideEnglish } from './sample-covers/inside.mjs'
import { onFoot } from './sample-covers/on-foot.mjs'
import { railsAndWater } from './sample-covers/rails-and-water.mjs'
import { running } from './sample-covers/running.mjs'
import { sleeping } from './sample-covers/sleeping.mjs'
import { staying } from './sample-covers/staying.mjs'

// Mozjpeg qualities, tried from the best until a picture is small enough.
const QUALITIES = [72, 68, 64, 60]
const MOST_BYTES = 60_000

const sharp = createRequire(import.meta.url)(process.env.SHARP ? resolve(process.env.SHARP) : 'sharp')
const sample = join(import.meta.dirname, '../resources/sample')
const wanted = process.argv.slice(2)

const sets = {
  nl: { ...running, ...cyclingAndStrength, ...eating, ...sleeping, ...calm, ...insideDutch },
  en: { ...railsAndWater, ...onFoot, ...staying, ...insideEnglish },
}

/**
 * The picture as JPEG, at the best quality that fits; throws when none does.
 * @param {string} svg
 */
async function compressed(svg) {
  const pixels = await sharp(Buffer.from(svg)).flatten().png().toBuffer()
  for (const quality of QUALITIES) {
    const jpeg = await sharp(pixels).jpeg({ quality, mozjpeg: true }).toBuffer()
    if (jpeg.length <= MOST_BYTES) return jpeg
  }
  throw new Error(`A picture stays over ${MOST_BYTES} bytes: give it fewer shaded areas.`)
}

for (const [language, pictures] of Object.entries(sets)) {
  const media = join(sample, language, 'media')
  await mkdir(media, { recursive: true })
  for (const [name, draw] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const scene = draw()
    const file = join(media, `${name}-${scene.width}x${scene.height}.jpg`)
    const jpeg = await compressed(scene.toString())
    await writeFile(file, jpeg)
    console.log(`${(jpeg.length / 1000).toFixed(0).padStart(4)} kB  ${language}/${name}`)
  }
}

// Draws the pictures of the sample libraries. Each is composed as SVG in sample-covers/ and written as JPEG,
// with its pixel size in its name. It runs only when a picture changes, so that its one package, sharp,
// is no dependency of Longhand; install it in a folder of its own and say where:
//
//   npm install --prefix ~/sharp sharp
//   SHARP=~/sharp/node_modules/sharp node scripts/sample-covers.mjs [NAME…]

import { createRequire } from 'node:module'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { eating } from './sample-covers/eating.mjs'
import { insideDutch, insideEnglish } from './sample-covers/inside.mjs'
import { moving } from './sample-covers/moving.mjs'
import { resting } from './sample-covers/resting.mjs'
import { travelling } from './sample-covers/travelling.mjs'

const QUALITY = 72

const sharp = createRequire(import.meta.url)(process.env.SHARP ? resolve(process.env.SHARP) : 'sharp')
const sample = join(import.meta.dirname, '../resources/sample')
const wanted = process.argv.slice(2)

const sets = {
  nl: { ...moving, ...eating, ...resting, ...insideDutch },
  en: { ...travelling, ...insideEnglish },
}

for (const [language, pictures] of Object.entries(sets)) {
  const media = join(sample, language, 'media')
  await mkdir(media, { recursive: true })
  for (const [name, draw] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const scene = draw()
    const file = join(media, `${name}-${scene.width}x${scene.height}.jpg`)
    const { size } = await sharp(Buffer.from(scene.toString()))
      .flatten()
      .jpeg({ quality: QUALITY, mozjpeg: true })
      .toFile(file)
    console.log(`${(size / 1000).toFixed(0).padStart(4)} kB  ${language}/${name}`)
  }
}

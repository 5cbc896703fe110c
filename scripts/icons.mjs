// Makes the icons that packages need from resources/icons/icon.svg. To be run by hand after a change to the
// drawing, where librsvg's rsvg-convert is installed; its results are kept in the repository.
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './setup/paths.mjs'
import { run } from './setup/run.mjs'
import { runScript, SetupError } from './setup/say.mjs'

const FOLDER = join(ROOT, 'resources', 'icons')

/** Kinds of picture in an .icns file that hold a PNG, by Apple's code, with their size in pixels. */
const ICNS = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
])
const ICO = [16, 24, 32, 48, 64, 128, 256]

await runScript(async () => {
  await writeFile(join(FOLDER, 'icon.png'), await picture(1024))
  await writeFile(join(FOLDER, 'icon.icns'), await icns())
  await writeFile(join(FOLDER, 'icon.ico'), await ico())
})

/**
 * @param {number} size in pixels
 * @returns {Promise<Buffer>} a PNG
 */
async function picture(size) {
  const file = join(tmpdir(), `longhand-icon-${process.pid}-${size}.png`)
  const args = ['--width', String(size), '--output', file, join(FOLDER, 'icon.svg')]
  const { code, output } = await run('rsvg-convert', args, { quiet: true })
  if (code !== 0) throw new SetupError(`rsvg-convert could not draw the icon: ${output}`)
  return readFile(file)
}

/** An .icns file: `icns`, its length, then of each picture its kind, length and PNG. */
async function icns() {
  const parts = await Promise.all(
    ICNS.map(async ([kind, size]) => {
      const png = await picture(size)
      return Buffer.concat([Buffer.from(kind), uint32(png.length + 8), png])
    }),
  )
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from('icns'), uint32(body.length + 8), body])
}

/** @param {number} value */
function uint32(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** An .ico file: a header, of each picture 16 bytes that say its size and place, then the PNGs. */
async function ico() {
  const pictures = await Promise.all(ICO.map(async (size) => ({ size, png: await picture(size) })))
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let place = header.length
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    // 0 stands for 256.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(place, at + 12)
    place += png.length
  })
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

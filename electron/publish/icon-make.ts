import Vips from 'wasm-vips'

/** A drawing of an icon, with its size in it. */
export interface Drawing {
  /** The file that is made of it. */
  readonly name: string
  readonly svg: string
}

/** Makes the file that a drawing's name asks for: a PNG, or an icon of Windows with one inside. */
export type IconMaker = (drawing: Drawing) => Uint8Array

/** Apart from what makes pictures: what reads drawings meets none but ours, and is loaded only for them. */
export async function iconMaker(): Promise<IconMaker> {
  const vips = await Vips({
    dynamicLibraries: ['vips-resvg.wasm'],
    preRun: (module) => {
      module.ENV['VIPS_CONCURRENCY'] = '1'
    },
  })
  return ({ name, svg }) => {
    const image = vips.Image.newFromBuffer(Buffer.from(svg))
    try {
      const png = image.pngsaveBuffer({ compression: 9, keep: 'none' })
      return name.endsWith('.ico') ? icoOf(png, image.width) : png
    } finally {
      image.delete()
    }
  }
}

const HEAD = 22

/** One picture as an icon file: https://en.wikipedia.org/wiki/ICO_(file_format), with a PNG inside as since Windows Vista. */
function icoOf(png: Uint8Array, side: number): Uint8Array {
  const head = Buffer.alloc(HEAD)
  head.writeUInt16LE(1, 2) // an icon
  head.writeUInt16LE(1, 4) // of one picture
  head.writeUInt8(side % 256, 6)
  head.writeUInt8(side % 256, 7)
  head.writeUInt16LE(1, 10) // one plane
  head.writeUInt16LE(32, 12) // bits for each pixel
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(HEAD, 18)
  return Buffer.concat([head, png])
}

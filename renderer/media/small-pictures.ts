/** Small pictures made of large ones: a grid of photographs need not hold each of them in its full size. */
import type { MediumInList } from '../../core/bridge.ts'
import { pictureAddress } from './address.ts'

/** Longest side of a small picture, in pixels: twice what a grid shows, for screens of twice the density. */
const LONGEST = 320
/** So many are kept, the ones asked for last. */
const KEPT = 500
/** Moving pictures and drawings stay what they are. */
const AS_IS: readonly string[] = ['image/gif', 'image/svg+xml']

const made = new Map<string, Promise<string>>()

/** An address of a picture for a grid: of a small one, or of the picture itself where that is small or can't be made smaller. */
export function smallPicture(medium: MediumInList): Promise<string> {
  const { path, width, height, bytes, mime, addedAt } = medium
  const scale = LONGEST / Math.max(width, height)
  if (scale >= 1 || AS_IS.includes(mime)) return Promise.resolve(pictureAddress(path))
  // Another library may have another picture by that name.
  const key = JSON.stringify([path, bytes, addedAt])
  const known = made.get(key) ?? make(path, Math.max(1, Math.round(width * scale)))
  made.delete(key)
  made.set(key, known)
  forgetOldest()
  return known
}

async function make(path: string, width: number): Promise<string> {
  const address = pictureAddress(path)
  try {
    const whole = await (await fetch(address)).blob()
    // Read and made smaller beside the thread that draws the window.
    const small = await createImageBitmap(whole, { resizeWidth: width, resizeQuality: 'medium' })
    const canvas = new OffscreenCanvas(small.width, small.height)
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(small)
    return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 }))
  } catch {
    // What can't be read so may still be shown, or shows that it can't.
    return address
  }
}

function forgetOldest(): void {
  for (const [key, address] of made) {
    if (made.size <= KEPT) return
    made.delete(key)
    // Where it is shown it stays.
    void address.then((url) => {
      if (url.startsWith('blob:')) URL.revokeObjectURL(url)
    })
  }
}

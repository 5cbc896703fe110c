import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, type Longhand } from './harness.ts'
import { createLibrary } from '../../electron/library/library.ts'
import { RESOURCES } from '../../electron/publish/resources.ts'
import { longhand, userDataOpening } from './library.ts'
import { openAsReader } from './reader.ts'

/** Screens in points, with so many pixels to a point; from small to large, for a browser takes what it has if that is larger. */
const SCREENS = [
  { width: 360, pixels: 1, cover: 480, inText: 480 },
  { width: 360, pixels: 2, cover: 720, inText: 720 },
  { width: 1440, pixels: 1, cover: 1200, inText: 720 },
  { width: 1440, pixels: 2, cover: 1200, inText: 1200 },
] as const

const COVER = 'van-stoep-naar-bospad-1200x675'
const NAME = 'slaapgolven-1200x600'

/** What a reader's browser shows of a page's pictures, once they are all there. */
function shown(page: Longhand['window']): Promise<readonly { src: string; width: number; height: number }[]> {
  return page.evaluate(async () => {
    const images = [...document.querySelectorAll<HTMLImageElement>('.article-cover img, .article-body img')]
    for (const image of images) {
      image.scrollIntoView()
      while (!image.complete || image.naturalWidth === 0) await new Promise(requestAnimationFrame)
    }
    return images.map(({ currentSrc, naturalWidth, offsetHeight }) => ({
      src: decodeURI(currentSrc),
      width: naturalWidth,
      height: offsetHeight,
    }))
  })
}

test('a page fetches pictures that fit the screen, in the leanest format, and one that cannot be read is shown as it is', async ({
  folder,
  launchLonghand,
}) => {
  const library = join(folder, 'library')
  const site = join(folder, 'my site')
  const sample = (name: string) => readFile(join(RESOURCES, 'sample/nl/media', `${name}.jpg`))
  const photo = await sample(NAME)
  const made = createLibrary(library, { name: 'Site', language: 'en-GB' })
  const whole = made.media.add(`${NAME}.jpg`, photo).path
  const cutOff = made.media.add('cut off.jpg', photo.subarray(0, photo.length / 2)).path
  made.articles.create({
    title: 'One',
    cover: made.media.add(`${COVER}.jpg`, await sample(COVER)).path,
    body: `Text\n\n![In the text](${whole})\n\n![Cut off](${cutOff})\n`,
    status: 'published',
    publishedAt: '2025-01-01T10:00:00+01:00',
  })
  made.close()
  await longhand('export', '--library', library, '--out', site)
  const { app } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  const reader = await openAsReader(app, join(site, 'archive/index.html'))
  const failed: string[] = []
  const elsewhere: string[] = []
  reader.on('requestfailed', (request) => failed.push(`${request.url()} ${request.failure()?.errorText}`))
  reader.on('request', (request) => {
    if (!request.url().startsWith('file:')) elsewhere.push(request.url())
  })
  const session = await app.context().newCDPSession(reader)
  for (const { width, pixels, cover, inText } of SCREENS) {
    // Not with a page in the window: it would begin to fetch for the new screen what going on breaks off.
    await reader.goto('about:blank')
    await session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height: 900,
      deviceScaleFactor: pixels,
      mobile: false,
    })
    await reader.goto(pathToFileURL(join(site, 'one.html')).href)
    const pictures = await shown(reader)
    const screen = `${width} × ${pixels}`
    expect(pictures, screen).toHaveLength(3)
    expect(pictures[0]?.src, screen).toContain(`/media/${cover}/${COVER}-jpg.avif`)
    expect(pictures[1]?.src, screen).toContain(`/media/${inText}/${NAME}-jpg.avif`)
    for (const picture of pictures) {
      expect(picture.width, `${screen}: ${picture.src}`).toBeGreaterThan(0)
      expect(picture.height, `${screen}: ${picture.src}`).toBeGreaterThan(100)
    }
  }
  expect({ failed, elsewhere }).toEqual({ failed: [], elsewhere: [] })
})

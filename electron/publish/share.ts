import { copyFile, writeFile } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import { existsSync, mkdirSync } from 'node:fs'
import type { Article } from '../../core/article.ts'
import type { SharedFile } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { readMarkdown } from '../../core/markdown/index.ts'
import { articlePath, destination } from '../../core/page/index.ts'
import type { Library } from '../library/library.ts'
import { markdownOf } from '../session/health-copies.ts'
import { onFile } from './file-failure.ts'
import { fingerprintOfFile } from './site-folder.ts'
import { plainPicture } from './plain-picture.ts'
import { previewFile } from './preview.ts'
import { type WholePage, selfContained } from './self-contained.ts'
import { type Zipped, writeWhole, writeZip } from './zip.ts'

/**
 * An article's page as one file, as readers would get it, without what leads on to other articles. It need not be
 * published. @throws Failure `theme.broken`, `file.refused`
 */
export async function sharedPage(library: Library, { slug }: Pick<Article, 'slug'>): Promise<WholePage> {
  const alone = (): Promise<{ readonly items: [] }> => Promise.resolve({ items: [] })
  const file = async (path: string): Promise<Uint8Array | null> =>
    path.startsWith('media/')
      ? plainPicture(library, path)
      : ((await previewFile(library, alone, path))?.bytes ?? null)
  const path = articlePath(slug)
  const page = await file(path)
  if (!page) throw new Failure('notFound', { what: 'article', which: slug })
  const { baseUrl } = library.site.get()
  return selfContained(new TextDecoder().decode(page), { path, base: baseUrl === '' ? null : baseUrl, file })
}

/**
 * Writes one article to a file: `html` as one page that needs nothing else; `md` as Markdown with front matter and its
 * pictures: in a zip when the file is called so, else beside it under `media/`. A file of that name is replaced.
 *
 * @throws Failure `theme.broken`, `file.refused`; `export.occupied` when another picture has a picture's place
 */
export async function shareArticle(
  library: Library,
  article: Article,
  format: 'html' | 'md',
  out: string,
): Promise<SharedFile> {
  const file = resolve(out)
  if (format === 'html') {
    const { html, missing } = await sharedPage(library, article)
    await writeWhole(file, (draft) => writeFile(draft, html))
    return { file, missing }
  }
  const { pictures, missing } = picturesOf(library, article)
  const text = new TextEncoder().encode(markdownOf(article, namesIn(library)))
  if (extname(file).toLowerCase() === '.zip') {
    await writeZip(file, [{ path: `${article.slug}.md`, bytes: text }, ...pictures])
  } else {
    await writeBeside(dirname(file), pictures)
    await writeWhole(file, (draft) => writeFile(draft, text))
  }
  return { file, missing }
}

interface Pictures {
  readonly pictures: readonly (Zipped & { readonly file: string })[]
  readonly missing: readonly string[]
}

/** The library's pictures that an article shows, and those that are not there. */
function picturesOf(library: Library, { body, cover }: Article): Pictures {
  const { images, links } = readMarkdown(body)
  const named = [...images.map(({ src }) => src), ...links.map(({ href }) => href), ...(cover ? [cover] : [])]
  const inside = named.flatMap((target) => {
    const to = destination(target)
    return to.kind === 'inside' && to.path.startsWith('media/') ? to.path : []
  })
  const pictures: { path: string; file: string }[] = []
  const missing: string[] = []
  for (const path of [...new Set(inside)].sort()) {
    try {
      pictures.push({ path, file: library.media.file(path) })
    } catch (thrown) {
      if (!(thrown instanceof Failure) || thrown.code !== 'notFound') throw thrown
      missing.push(path)
    }
  }
  return { pictures, missing }
}

async function writeBeside(folder: string, pictures: Pictures['pictures']): Promise<void> {
  const targets = pictures.map(({ path, file }) => ({ file, target: join(folder, path) }))
  const waiting = targets.filter(({ target }) => !existsSync(target))
  for (const { file, target } of targets) {
    if (existsSync(target) && fingerprintOfFile(target) !== fingerprintOfFile(file)) {
      throw new Failure('export.occupied', { folder: target })
    }
  }
  for (const { file, target } of waiting) {
    onFile(dirname(target), () => mkdirSync(dirname(target), { recursive: true }))
    await writeWhole(target, (draft) => copyFile(file, draft))
  }
}

function namesIn(library: Library): Parameters<typeof markdownOf>[1] {
  const of = (list: readonly { readonly id: number; readonly name: string }[]) =>
    new Map(list.map(({ id, name }) => [id, name]))
  const [categories, authors] = [of(library.categories.list()), of(library.authors.list())]
  return { category: (id) => categories.get(id) ?? null, author: (id) => authors.get(id) ?? null }
}

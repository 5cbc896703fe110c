/** Articles as Markdown files of their own: the way out when the library cannot be written to. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleCopy } from '../../core/bridge.ts'
import { writeFrontMatter } from '../../core/frontmatter.ts'
import { mainWords } from '../../core/locale/main.ts'
import { makeSlug } from '../../core/slug.ts'
import { withFiles, writeWhole } from '../library/files.ts'
import type { Session } from './session.ts'

/** What categories and authors are called, where a library can still tell. */
export interface Names {
  category(id: number): string | null
  author(id: number): string | null
}

/** The file name that an article's copy gets, without a folder. */
export function copyName({ title, slug }: ArticleCopy): string {
  return `${makeSlug(title) || slug || 'article'}.md`
}

/**
 * Has the writer choose a file for one article or a folder for more, and writes them there. Null when they change their
 * mind. @throws Failure `file.refused`
 */
export async function offerCopies(
  session: Session,
  copies: readonly ArticleCopy[],
): Promise<readonly string[] | null> {
  const words = mainWords(session.language).dialogs
  const names = namesOf(session)
  const [only, ...others] = copies
  if (only === undefined) return []
  const from = session.host.documents
  if (others.length === 0) {
    const file = await session.host.chooseTarget({
      title: words.saveCopyTitle,
      button: words.save,
      from: join(from, copyName(only)),
      kinds: [{ name: words.markdown, extensions: ['md'] }],
    })
    if (file === null) return null
    writeCopy(file, only, names)
    return [file]
  }
  const folder = await session.host.chooseFolder({ title: words.saveCopies, button: words.save, from })
  return folder === null ? null : writeCopies(folder, copies, names)
}

/** Names where the library can still be read, and none where it cannot: the words must be saved all the same. */
function namesOf(session: Session): Names {
  const of = (list: () => readonly { readonly id: number; readonly name: string }[]) => {
    try {
      return new Map(list().map(({ id, name }) => [id, name]))
    } catch (error) {
      session.host.log(`A copy is saved without names: ${String(error)}`)
      return new Map<number, string>()
    }
  }
  const categories = of(() => session.library.categories.list())
  const authors = of(() => session.library.authors.list())
  return { category: (id) => categories.get(id) ?? null, author: (id) => authors.get(id) ?? null }
}

/** Writes copies into a folder, each whole and under a name that was free; gives their paths. @throws Failure `file.refused` */
export function writeCopies(folder: string, copies: readonly ArticleCopy[], names: Names): string[] {
  return copies.map((copy) => {
    const file = freeFile(folder, copyName(copy))
    writeCopy(file, copy, names)
    return file
  })
}

/** Writes one copy in the place of what is there. @throws Failure `file.refused` */
export function writeCopy(file: string, copy: ArticleCopy, names: Names): void {
  withFiles(file, () => writeWhole(file, Buffer.from(markdownOf(copy, names), 'utf8')))
}

/** An article as Markdown with YAML front matter, as the intake reads it back. */
export function markdownOf(copy: ArticleCopy, names: Names): string {
  const named = (list: readonly (string | null)[]) => list.filter((name) => name !== null)
  const { extra, categoryId } = copy
  return writeFrontMatter(
    {
      title: copy.title,
      slug: copy.slug,
      summary: copy.summary,
      status: copy.status,
      date: copy.publishedAt,
      language: copy.language,
      translationKey: copy.translationKey ?? null,
      category: categoryId === null ? null : names.category(categoryId),
      tags: copy.tags,
      authors: named(copy.authorIds.map((id) => names.author(id))),
      cover: copy.cover,
      cover_alt: copy.coverAlt,
      meta_title: copy.metaTitle,
      meta_description: copy.metaDescription,
      ...(copy.footerPlace !== null && { type: 'page', footer_place: copy.footerPlace }),
      ...extra,
    },
    copy.body,
  )
}

function freeFile(folder: string, name: string): string {
  const stem = name.replace(/\.md$/, '')
  for (let count = 1; ; count++) {
    const file = join(folder, count === 1 ? name : `${stem}-${count}.md`)
    if (!existsSync(file)) return file
  }
}

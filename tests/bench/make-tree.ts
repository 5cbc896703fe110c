/** A library whose articles lie in a tree of categories, to measure the window with. */
import Database from 'better-sqlite3'
import { openLibrary } from '../../electron/library/library.ts'
import { copyLibrary } from './make-library.ts'

/** So many stand at the top, and inside each one: a tree of 500 has three levels. */
const INSIDE = 8

/** A copy in `folder` of the library of `articles` articles, spread evenly over a tree of `categories` categories. */
export function copyTree(root: string, articles: number, categories: number, folder: string): void {
  copyLibrary(root, articles, folder)
  const library = openLibrary(folder)
  try {
    library.transaction(() => {
      for (const { id } of library.categories.list()) library.categories.trash(id, null)
      for (const { id } of library.trash.list().categories) library.categories.delete(id)
      const made: number[] = []
      for (let at = 0; at < categories; at += 1) {
        const above = Math.floor(at / INSIDE) - 1
        const parentId = made[above] ?? null
        made.push(library.categories.create({ name: `Onderwerp ${at + 1}`, parentId }).id)
      }
      const ids = articleIds(library.file)
      made.forEach((categoryId, at) => {
        const own = ids.filter((_, index) => index % categories === at)
        if (own.length > 0) library.articles.change(own, { categoryId })
      })
    })
  } finally {
    library.close()
  }
}

function articleIds(file: string): readonly number[] {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare<[], number>('SELECT id FROM article ORDER BY id').pluck().all()
  } finally {
    db.close()
  }
}

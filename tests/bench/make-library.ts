/** Libraries of any size to measure in: made once, kept, and copied for each run, since measuring leaves its marks. */
import Database from 'better-sqlite3'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SCHEMA_VERSION } from '../../electron/library/database.ts'
import { createLibrary, type Library, openLibrary } from '../../electron/library/library.ts'
import { ANALYSER, storeVector } from '../../electron/library/related-analysis.ts'
import { INDEX_VERSION } from '../../electron/library/search-index.ts'
import { type BenchArticle, generateArticles } from './generate.ts'

/** Raised whenever the same count gives another library. */
const MADE = 1
/** Articles written in one transaction. */
const BATCH = 2_000
/** Bytes of the search index that are gathered before they are written: the more, the less is merged. */
const GATHERED = 64_000_000
const USUAL = 1_000_000

/** A copy in `folder` of the library of `count` articles of 800 words, which is made now when it is not there yet. */
export function copyLibrary(root: string, count: number, folder: string): void {
  const name = `library-${count}-${MADE}.${SCHEMA_VERSION}.${INDEX_VERSION}.${ANALYSER}`
  const kept = join(root, '.runtime', 'bench', name)
  if (!existsSync(kept)) {
    const draft = `${kept}.part`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(dirname(kept), { recursive: true })
    if (count > BATCH) console.log(`\nMaking ${count} articles once, 3 milliseconds each …`)
    makeLibrary(draft, count)
    renameSync(draft, kept)
  }
  cpSync(kept, folder, { recursive: true })
}

/** Makes a library of `count` articles, indexed for search and analysed for relating. */
function makeLibrary(folder: string, count: number): void {
  const library = createLibrary(folder, { name: 'Bench', language: 'en-GB' })
  gather(library.file, GATHERED)
  const create = creator(library)
  let batch: BenchArticle[] = []
  const write = (): void => {
    library.transaction(() => batch.forEach(create))
    batch = []
  }
  for (const article of generateArticles(count, 800)) {
    batch.push(article)
    if (batch.length === BATCH) write()
  }
  write()
  library.close()
  gather(join(folder, 'library.db'), USUAL)
  openLibrary(folder).close()
}

function creator(library: Library): (article: BenchArticle) => void {
  const categories = new Map<string, number>()
  const categoryOf = (name: string): number => {
    const id = categories.get(name) ?? library.categories.create({ name, parentId: null }).id
    categories.set(name, id)
    return id
  }
  return ({ category, date, ...article }) => {
    const categoryId = categoryOf(category)
    const made = library.articles.create({ ...article, categoryId, publishedAt: date, status: 'published' })
    storeVector(library, made)
  }
}

function gather(file: string, bytes: number): void {
  const db = new Database(file)
  db.exec(`INSERT INTO search (search, rank) VALUES ('hashsize', ${bytes})`)
  db.close()
}

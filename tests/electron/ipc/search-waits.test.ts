import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { application } from './handlers.ts'

it('a search finds what was just saved, also while another program holds the library', async () => {
  const { session, ask } = application()
  await session.create('Proef', 'nl-NL', session.defaultParent)
  const { id } = await ask['article.create']({ title: 'Enkels' })
  await ask['article.save']({ id, baseVersion: 1, patch: { body: 'bospad' } })
  const other = new Database(session.library.file)
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE')
  const search = () => ask['article.list']({ filter: { query: 'bospad' }, sort: null, offset: 0, limit: 9 })
  const found = search()
  expect(await ask['article.list']({ filter: {}, sort: null, offset: 0, limit: 9 })).toMatchObject({
    total: 1,
  })
  other.exec('ROLLBACK')
  expect(await found).toMatchObject({ total: 1, rows: [{ id }] })
  other.exec('BEGIN IMMEDIATE')
  expect(await search()).toMatchObject({ total: 1 })
})

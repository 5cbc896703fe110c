import { expect, it } from 'vitest'
import { BLANK_ARTICLE } from '../../../core/article.ts'
import { schemas } from '../../../electron/ipc/schemas/index.ts'
import { application } from './handlers.ts'

it('revisions are kept of words that could not be saved, named, and counted', async () => {
  const { session, ask, host } = application()
  await session.create('Proef', 'nl-NL', session.defaultParent)
  const { id } = await ask['article.create']({ title: 'Een' })
  const state = { ...BLANK_ARTICLE, title: 'Een', body: 'Van mij' }
  const head = await ask['revision.keep']({ articleId: id, state, name: 'Jouw versie' })
  expect(await ask['revision.get']({ id: head.id })).toMatchObject({ name: 'Jouw versie', state })
  expect(await ask['revision.rename']({ id: head.id, name: 'Anders' })).toEqual({ ...head, name: 'Anders' })
  expect(await ask['revision.size']({})).toEqual({ revisions: 1, bytes: head.bytes })
  expect(host.emitted.at(-1)).toMatchObject({ event: { parts: ['articles'], articleId: id } })
})

it('a state that lacks a field is not kept: restoring it would leave that field to chance', () => {
  const { title: _title, ...partial } = BLANK_ARTICLE
  const asked = (state: object) =>
    schemas['revision.keep'].safeParse({ articleId: 1, state, name: '' }).success
  expect([asked(BLANK_ARTICLE), asked(partial)]).toEqual([true, false])
})

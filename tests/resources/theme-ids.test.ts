import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { THEMES } from '../../core/article.ts'
import { isReservedId } from '../../core/markdown/ids.ts'

const TEMPLATES = join(import.meta.dirname, '../../resources/themes')

it.each(THEMES)('%s gives what surrounds a body no id that a heading in it can have', (theme) => {
  const folder = join(TEMPLATES, theme, 'templates')
  // Pages without a body have no headings of a writer's.
  const around = ['base.liquid', 'header.liquid', 'footer.liquid', 'article.liquid']
  const names = readdirSync(folder).filter((name) => around.includes(name))
  expect(names).toContain('article.liquid')
  const ids = names.flatMap((name) =>
    Array.from(readFileSync(join(folder, name), 'utf8').matchAll(/\sid="([\w-]+)"/g), ([, id = '']) => id),
  )
  expect(ids).toContain('main')
  expect(ids.filter((id) => !isReservedId(id))).toEqual([])
})

import { expect, it } from 'vitest'
import { clusters } from '../../../core/related/clusters.ts'

/** Each article's list, from lines as `1: 2 3`. */
function lists(...lines: string[]): Map<number, number[]> {
  return new Map(
    lines.map((line) => {
      const [id = '', others = ''] = line.split(':')
      return [Number(id), others.trim().split(/\s+/).filter(Boolean).map(Number)]
    }),
  )
}

it('articles that all have each other belong together', () => {
  expect(clusters(lists('1: 2 3', '2: 1 3', '3: 1 2', '4: 1 2', '5:'))).toEqual([[1, 2, 3]])
})

it('threes with two in common are one group, and a chain is none', () => {
  expect(clusters(lists('1: 2 3', '2: 1 3 4', '3: 1 2 4', '4: 2 3'))).toEqual([[1, 2, 3, 4]])
  expect(clusters(lists('1: 2', '2: 1 3', '3: 2 4', '4: 3'))).toEqual([])
})

it('an article between two groups is in one of them', () => {
  const between = lists('1: 2 3', '2: 1 3', '3: 1 2 4 5', '4: 3 5 6', '5: 3 4 6', '6: 4 5')
  expect(clusters(between)).toEqual([[3, 4, 5, 6]])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Element, attribute, isElement, readHtml } from '../../../core/markdown/tree.ts'
import { renderMarkdown } from './rendered.ts'

const html = (markdown: string): string => renderMarkdown(markdown).html.trim()
const tableOf = (raw: string): string => /<table>.*<\/table>/s.exec(html(raw))?.[0] ?? ''

describe('a table that was written as HTML', () => {
  test.each([
    ['is filled up', '<tr><td>a<td>b<tr><td>c', '<tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr>'],
    [
      'is filled up above',
      '<tr><td>a<tr><td>b<td>c<td>d',
      '<tr><td>a</td><td colspan="2"></td></tr><tr><td>b</td><td>c</td><td>d</td></tr>',
    ],
    [
      'has no columns in which nothing begins',
      '<tr><td colspan=3>a<tr><td colspan=9>b',
      '<tr><td>a</td></tr><tr><td>b</td></tr>',
    ],
    [
      'has as many columns as cells reach',
      '<tr><td colspan=3>a<tr><td>b<td>c',
      '<tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr>',
    ],
    [
      'has no cell that leaves its rows',
      '<tr><td rowspan=5>a<td>b<tr><td>c',
      '<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr>',
    ],
    [
      'has no cell over another',
      '<tr><td>a<td rowspan=2>b<tr><td colspan=2>c',
      '<tr><td>a</td><td rowspan="2">b</td></tr><tr><td>c</td></tr>',
    ],
    [
      'has no hole',
      '<tr><td>a<td>b<td rowspan=2>c<tr><td>d',
      '<tr><td>a</td><td>b</td><td rowspan="2">c</td></tr><tr><td>d</td><td></td></tr>',
    ],
    ['loses rows without cells', '<tr><th rowspan=2>a</th></tr><tr></tr>', '<tr><th>a</th></tr>'],
  ])('%s', (_, rows, expected) => {
    expect(tableOf(`<table>${rows}</table>`)).toBe(`<table><tbody>${expected}</tbody></table>`)
  })

  test('keeps columns that are named beforehand when they are as many as there are', () => {
    const head = '<colgroup><col><col></colgroup>'
    expect(tableOf(`<table>${head}<tr><td>a<td>b</table>`)).toContain(head)
    expect(tableOf(`<table>${head}<tr><td>a</table>`)).not.toContain('col')
  })

  test('meets the rules of HTML, and says nothing new the second time, whatever it was', () => {
    const span = fc.constantFrom(
      '',
      ' colspan=2',
      ' colspan=3',
      ' rowspan=2',
      ' rowspan=3',
      ' colspan=2 rowspan=2',
    )
    const cell = fc
      .tuple(fc.constantFrom('td', 'th'), span)
      .map(([name, spans]) => `<${name}${spans}>x</${name}>`)
    const row = fc.array(cell, { maxLength: 4 }).map((cells) => `<tr>${cells.join('')}</tr>`)
    const group = fc
      .tuple(fc.constantFrom('thead', 'tbody', 'tfoot'), fc.array(row, { maxLength: 4 }))
      .map(([name, rows]) => `<${name}>${rows.join('')}</${name}>`)
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), (groups) => {
        const raw = `<table>${groups.join('')}</table>`
        const cells = (raw.match(/>x</g) ?? []).length
        const made = tableOf(raw)
        expect((made.match(/>x</g) ?? []).length).toBe(cells)
        if (made !== '') expect(faultsOf(made)).toEqual([])
        expect(tableOf(made)).toBe(made)
      }),
      { numRuns: 500 },
    )
  })

  test('takes no long while, however wide it claims to be', () => {
    const rows = '<tr><td colspan="999" rowspan="999">a</td></tr>'.repeat(3_000)
    expect(tableOf(`<table>${rows}</table>`)).toContain('<td')
    expect(
      tableOf(`<table><tr>${'<td>a'.repeat(30_000)}</tr>${'<tr><td>b</tr>'.repeat(3_000)}</table>`),
    ).toContain('b')
  })
})

/** What the rules of HTML (§ 4.9.12) have to say against a table, place by place. */
function faultsOf(source: string): readonly string[] {
  const faults: string[] = []
  const table = children(readHtml(source).childNodes[0] as Element)
  const widths: number[] = []
  const begins = new Set<number>()
  for (const group of table) {
    const rows = children(group)
    const places = rows.map(() => new Set<number>())
    for (const [y, row] of rows.entries()) {
      let x = 0
      if (children(row).length === 0) faults.push('a row in which no cell begins')
      for (const cell of children(row)) {
        while (places[y]!.has(x)) x += 1
        begins.add(x)
        const [wide, deep] = [
          Number(attribute(cell, 'colspan') ?? 1),
          Number(attribute(cell, 'rowspan') ?? 1),
        ]
        if (y + deep > rows.length) faults.push('a cell that leaves its group')
        for (let down = y; down < Math.min(y + deep, rows.length); down += 1) {
          for (let at = x; at < x + wide; at += 1) {
            if (places[down]!.has(at)) faults.push('a cell over another')
            places[down]!.add(at)
          }
        }
      }
    }
    widths.push(...places.map((row) => row.size), ...places.map((row) => Math.max(-1, ...row) + 1))
  }
  if (new Set(widths).size > 1) faults.push(`rows of ${[...new Set(widths)].join(' and ')} columns`)
  for (let at = 0; at < Math.max(...widths); at += 1)
    if (!begins.has(at)) faults.push(`nothing begins in ${at}`)
  return faults
}

const children = (node: Element): Element[] => node.childNodes.filter(isElement)

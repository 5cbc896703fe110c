import { createReadStream } from 'node:fs'
import { dressingFor, renderMarkdown } from '../../../core/markdown/index.ts'
import { fileFailure } from '../../publish/file-failure.ts'
import { type Command, Refused, WrongUsage } from '../command.ts'
import { type CliIo, linesOf, print, printJson, textOf } from '../io.ts'

export const render: Command = {
  name: 'render',
  usage: 'render [FILE|-] [--jsonl]',
  summary: 'Turns Markdown into the HTML of an article’s body, as preview and page have it.',
  takesWords: true,
  options: { jsonl: { type: 'boolean' } },
  help: { jsonl: 'each line in is a JSON string of Markdown, each line out a JSON string of HTML' },
  run: async (words, io) => {
    if (words.rest.length > 1) throw new WrongUsage('one FILE at a time')
    const file = words.rest[0] ?? '-'
    const source = file === '-' ? io.stdin : createReadStream(file)
    try {
      if (words.has('jsonl')) await renderLines(io, source)
      else await print(io, await htmlOf(await textOf(source)))
    } catch (thrown) {
      throw fileFailure(file, thrown)
    }
  },
}

async function htmlOf(markdown: string): Promise<string> {
  return renderMarkdown(markdown, await dressingFor([markdown])).html
}

async function renderLines(io: CliIo, source: AsyncIterable<Uint8Array | string>): Promise<void> {
  let number = 0
  for await (const line of linesOf(source)) {
    number += 1
    if (line.trim() === '') continue
    await printJson(io, await htmlOf(markdownIn(line, number)))
  }
}

function markdownIn(line: string, number: number): string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (thrown) {
    throw new Refused(`Line ${number} is not JSON.`, { cause: thrown })
  }
  if (typeof value !== 'string') throw new Refused(`Line ${number} is JSON, but no string.`)
  return value
}

import { resolve } from 'node:path'
import type { IntakeEntry, IntakeReport, TaskProgress } from '../../../core/bridge.ts'
import { intakeInWorker } from '../../intake/intake-client.ts'
import { WORTH_DRAWING } from '../../publish/worth-drawing.ts'
import { type Command, WrongUsage, required } from '../command.ts'
import { type CliIo, print, printJson } from '../io.ts'
import { progressLine } from '../progress.ts'

export const bringIn: Command = {
  name: 'import',
  usage: 'import --library DIR PATH… [--json]',
  summary: 'Brings Markdown files and folders into a library.',
  takesWords: true,
  options: { library: { type: 'string' }, json: { type: 'boolean' } },
  help: {
    'library DIR': 'the library',
    json: 'print {"created", "updated", "unchanged", "skipped", "media", "milliseconds"}',
  },
  run: async (words, io) => {
    const library = resolve(required(words, 'library'))
    if (words.rest.length === 0) throw new WrongUsage('PATH is missing: name a file or a folder')
    const progress = progressLine(io)
    let report: IntakeReport
    const drawing: Promise<void>[] = []
    const show = (news: TaskProgress): void => {
      progress.show(news)
      if (news.total < WORTH_DRAWING || drawing.length > 0) return
      drawing.push(drawAhead(library, io.signal))
    }
    try {
      report = await intakeInWorker(
        library,
        words.rest.map((path) => resolve(path)),
        { signal: io.signal, onProgress: show },
      )
    } finally {
      progress.clear()
      await Promise.all(drawing)
    }
    if (words.has('json')) await printJson(io, report)
    else await printReport(io, report)
  },
}

async function drawAhead(library: string, signal: AbortSignal): Promise<void> {
  await (await import('../../publish/draw-ahead.ts')).drawAhead(library, signal)
}

async function printReport(io: CliIo, report: IntakeReport): Promise<void> {
  const { created, updated, unchanged, skipped, media } = report
  await print(
    io,
    `${created.length} created, ${updated.length} updated, ${unchanged.length} unchanged, ` +
      `${skipped.length} skipped, ${media} ${media === 1 ? 'picture' : 'pictures'}\n`,
  )
  for (const entry of skipped) await print(io, `skipped  ${describe(entry)}\n`)
  for (const entry of [...created, ...updated].filter(({ notes }) => notes.length > 0)) {
    await print(io, `note     ${describe(entry)}\n`)
  }
}

const describe = ({ path, notes }: IntakeEntry): string =>
  notes.length === 0 ? path : `${path}: ${notes.join('; ')}`

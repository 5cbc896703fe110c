import { resolve } from 'node:path'
import type { ExportPlan, ExportReport, ExportWarning, ZipReport } from '../../../core/bridge.ts'
import { exportWords } from '../../../core/locale/ui/export.ts'
import { formatBytes, formatSeconds } from '../../../core/locale/ui/numbers.ts'
import type { ExportOptions } from '../../publish/export-options.ts'
import { currentSite } from '../../publish/current-site.ts'
import { type Command, type Words, WrongUsage, required } from '../command.ts'
import { type CliIo, print, printJson } from '../io.ts'
import { progressLine } from '../progress.ts'
import { table } from '../table.ts'

export const exporting: Command = {
  name: 'export',
  usage:
    'export --library DIR --out DIR [--plan] [--full] [--date YYYY-MM-DD] [--overwrite] [--zip FILE] [--json]',
  summary: 'Writes the site, only what changed, and puts it in place at the end.',
  options: {
    library: { type: 'string' },
    out: { type: 'string' },
    plan: { type: 'boolean' },
    full: { type: 'boolean' },
    date: { type: 'string' },
    overwrite: { type: 'boolean' },
    zip: { type: 'string' },
    json: { type: 'boolean' },
  },
  help: {
    'library DIR': 'the library',
    'out DIR': 'the folder of the site: new, empty, or exported to before',
    plan: 'print what would be written and removed, and why; write nothing',
    full: 'make every page anew',
    'date YYYY-MM-DD': 'as of the end of that day; otherwise as of now',
    overwrite: 'also into a folder with other files, which are kept unless a page takes their place',
    'zip FILE': 'then put the site in one zip too: the same site gives the same bytes',
    json: 'print the report, or the plan',
  },
  run: async (words, io) => {
    if (words.has('plan')) return printPlan(words, io)
    const date = dateOf(words)
    const zip = words.text('zip') === undefined ? null : required(words, 'zip')
    const asked = { full: words.has('full'), ...(date !== undefined && { date }) }
    const [library, folder] = [resolve(required(words, 'library')), required(words, 'out')]
    const report =
      currentSite(library, folder, asked, { isOpen: false }) ??
      (await exportWith(io, library, folder, { ...asked, overwrite: words.has('overwrite') }))
    const zipped =
      zip === null ? null : await (await import('../../publish/site-zip.ts')).zipSite(report.folder, zip)
    if (words.has('json')) await printJson(io, zipped ? { ...report, zip: zipped } : report)
    else await print(io, `${reportText(report)}${zipped ? zipText(zipped) : ''}`)
  },
}

async function printPlan(words: Words, io: CliIo): Promise<void> {
  if (words.text('zip') !== undefined || words.has('overwrite')) {
    throw new WrongUsage('--plan writes nothing: --zip and --overwrite say nothing beside it')
  }
  const date = dateOf(words)
  const { planInWorker } = await import('../../publish/export-client.ts')
  const progress = progressLine(io)
  let plan: ExportPlan
  try {
    plan = await planInWorker(resolve(required(words, 'library')), required(words, 'out'), {
      full: words.has('full'),
      ...(date !== undefined && { date }),
      signal: io.signal,
      onProgress: progress.show,
    })
  } finally {
    progress.clear()
  }
  if (words.has('json')) await printJson(io, plan)
  else await print(io, (await import('./export-plan-text.ts')).planText(plan))
}

/** What does the work is read only when there is work to do. */
async function exportWith(
  io: CliIo,
  library: string,
  folder: string,
  options: Pick<ExportOptions, 'date' | 'full' | 'overwrite'>,
): Promise<ExportReport> {
  const { exportInWorker } = await import('../../publish/export-client.ts')
  const progress = progressLine(io)
  try {
    return await exportInWorker(library, folder, { ...options, signal: io.signal, onProgress: progress.show })
  } finally {
    progress.clear()
  }
}

function dateOf(words: Words): string | undefined {
  const date = words.text('date')
  if (date === undefined) return undefined
  const isDate =
    /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date
  if (!isDate) throw new WrongUsage(`--date wants a day such as 2026-01-31, not "${date}"`)
  return date
}

function reportText(report: ExportReport): string {
  const counts = table(
    [
      ['articles', String(report.articles)],
      ['pages', String(report.pages)],
      ['written', String(report.written)],
      ['unchanged', String(report.unchanged)],
      ['removed', String(report.removed)],
      ['pictures', String(report.pictures.made)],
    ],
    [1],
  )
  const size = `${formatBytes('en', report.bytes)} in ${formatSeconds('en', report.milliseconds)}`
  const empty = report.articles === 0 ? NOTHING_PUBLISHED : ''
  return `${report.folder}\n${counts}${size}\n${empty}${warningsText(report.warnings)}`
}

const NOTHING_PUBLISHED =
  '\nNo article is published yet, so the site has no articles: see `longhand list --status draft`.\n'

const zipText = ({ file, bytes }: ZipReport): string => `\n${file} (${formatBytes('en', bytes)})\n`

function warningsText(warnings: readonly ExportWarning[]): string {
  if (warnings.length === 0) return ''
  const words = exportWords.en
  const rows = warnings.map(({ kind, slug, target, line }) => [
    slug === '' ? '' : `${slug}${line > 0 ? `:${line}` : ''}`,
    words.warningKinds[kind](1),
    target,
  ])
  return `\n${words.warnings(warnings.length)}:\n${table(rows)}`
}

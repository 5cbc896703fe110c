import type { Command } from './command.ts'
import { exporting } from './commands/export.ts'
import { bringIn } from './commands/import.ts'
import { init } from './commands/init.ts'
import { list } from './commands/list.ts'
import { related } from './commands/related.ts'
import { render } from './commands/render.ts'
import { sample } from './commands/sample.ts'
import { search } from './commands/search.ts'

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [init, sample, bringIn, list, search, related, exporting, render]

/** Commands that are promised and not there yet, with what they will do. */
export const PLANNED: Readonly<Record<string, string>> = {
  'export-article': 'export-article --library DIR SLUG --format html|md|pdf|epub|docx --out FILE',
  check: 'check --library DIR [SLUG] [--json]',
  backup: 'backup --library DIR',
  restore: 'restore --library DIR',
  doctor: 'doctor --library DIR [--json]',
}

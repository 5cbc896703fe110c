import type { Command } from './command.ts'

/** Every command, in the order in which help lists them; each is read when it is called for. */
const LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.ts')).init,
  sample: async () => (await import('./commands/sample.ts')).sample,
  import: async () => (await import('./commands/import.ts')).bringIn,
  list: async () => (await import('./commands/list.ts')).list,
  search: async () => (await import('./commands/search.ts')).search,
  related: async () => (await import('./commands/related.ts')).related,
  tags: async () => (await import('./commands/tags.ts')).tags,
  export: async () => (await import('./commands/export.ts')).exporting,
  'export-article': async () => (await import('./commands/export-article.ts')).exportingArticle,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  undo: async () => (await import('./commands/undo.ts')).undo,
  copies: async () => (await import('./commands/copies.ts')).copies,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  render: async () => (await import('./commands/render.ts')).render,
}

/** Commands that are promised and not there yet, with what they will do. */
export const PLANNED: Readonly<Record<string, string>> = {
  check: 'check --library DIR [SLUG] [--json]',
}

export const isCommand = (name: string): boolean => Object.hasOwn(LOADERS, name)

/** The command of that name, or null. */
export async function commandNamed(name: string): Promise<Command | null> {
  return isCommand(name) ? ((await LOADERS[name]?.()) ?? null) : null
}

export function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(LOADERS).map((load) => load()))
}

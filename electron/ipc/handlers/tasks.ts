import { join, resolve } from 'node:path'
import type { SharedFile, ShownPlan, TaskProgress } from '../../../core/bridge.ts'
import { Failure } from '../../../core/errors.ts'
import { mainWords } from '../../../core/locale/main.ts'
import { drawAhead } from '../../publish/draw-ahead.ts'
import { exportInWorker, planInWorker } from '../../publish/export-client.ts'
import { shownPlan } from '../../publish/plan-groups.ts'
import { richText } from '../../publish/rich-text.ts'
import { shareArticle } from '../../publish/share.ts'
import { zipSite } from '../../publish/site-zip.ts'
import { WORTH_DRAWING } from '../../publish/worth-drawing.ts'
import { intakeInWorker } from '../../intake/intake-client.ts'
import { overviewInWorker } from '../../library/overview-client.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'
import { lastExport } from './last-export.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { onwardHandlers } from './onward.ts'

/** Work that takes a while and can be stopped: export, intake and the overview, one of each at a time. */
export function taskHandlers(session: Session): Partial<Handlers> {
  const exporting = oneAtATime('export')
  const bringingIn = oneAtATime('intake')
  let planning: Promise<ShownPlan> | null = null
  const looking = oneAtATime('care')
  return {
    ...onwardHandlers(session, exporting),
    'overview.start': () =>
      looking.run((signal) =>
        overviewInWorker(session.openInPlace.library.folder, signal, (done, total) =>
          session.host.emit('overview.progress', { done, total }),
        ),
      ),
    'overview.cancel': () => looking.cancel(),
    'export.choose': async () => {
      const words = mainWords(session.language).dialogs
      const folder = await session.host.chooseFolder({
        title: words.chooseExport,
        button: words.choose,
        from: lastExport(session) ?? session.host.documents,
      })
      return folder === null ? null : session.grant(folder)
    },
    'export.last': () => lastExport(session),
    'export.plan': async ({ folder }) => {
      // One that is still being made is of no use any more.
      while (planning !== null) {
        exporting.cancel()
        await planning.catch(() => {})
      }
      const plan = exporting.run(async (signal) => {
        const { library, related } = session.openInPlace
        const target = allowedTarget(session, 'export.plan', folder)
        const onProgress = (progress: TaskProgress) => session.host.emit('task.progress', progress)
        const options = { signal, onProgress, related: related.ready() }
        return shownPlan(await planInWorker(library.folder, target, options))
      })
      planning = plan
      return plan.finally(() => {
        if (planning === plan) planning = null
      })
    },
    'export.start': ({ folder, plan, overwrite = false }) =>
      exporting.run(async (signal) => {
        const { library, related } = session.openInPlace
        const target = allowedTarget(session, 'export.start', folder)
        return session.exports.run(library.folder, target, () =>
          exportInWorker(library.folder, target, {
            ...(plan !== undefined && { plan, overwrite }),
            signal,
            related: related.ready(),
            onProgress: (progress) => session.host.emit('task.progress', progress),
          }),
        )
      }),
    'export.cancel': () => exporting.cancel(),
    'export.zip': async ({ folder }) => {
      const site = requireLastExport(session, 'export.zip', folder)
      const words = mainWords(session.language).dialogs
      const file = await session.host.chooseTarget({
        title: words.zipTitle,
        button: words.save,
        from: `${site}.zip`,
        kinds: [{ name: 'Zip', extensions: ['zip'] }],
      })
      return file === null ? null : zipSite(site, file)
    },
    'export.show': async ({ folder, how }) => {
      const target = requireLastExport(session, 'export.show', folder)
      await session.exports.mend(session.library.folder)
      const front = join(target, 'index.html')
      if (how === 'folder') session.host.showInFolder(front)
      else await openOrSay(session, front)
      return null
    },
    'article.share': ({ id, format }) => offerShare(session, id, format),
    'article.richText': ({ id }) => {
      const { library } = session.openInPlace
      return richText(library, library.articles.get(id))
    },
    'intake.choose': async ({ what }) => {
      const words = mainWords(session.language).dialogs
      const title = words.chooseIntake
      const chosen =
        what === 'folder'
          ? [await session.host.chooseFolder({ title, button: words.choose, from: session.host.documents })]
          : await session.host.chooseFiles({
              title,
              button: words.choose,
              kinds: [{ name: words.markdown, extensions: ['md', 'markdown', 'mdown', 'txt'] }],
              many: true,
            })
      return chosen.filter((path) => path !== null).map((path) => session.grant(path))
    },
    'intake.start': ({ paths }) =>
      bringingIn.run(async (signal) => {
        const granted = paths.map((path) => session.requireGranted('intake.start', path))
        const { library, writes } = session.openInPlace
        const report = await writes.during(() =>
          intakeInWorker(library.folder, granted, {
            language: session.language,
            signal,
            onProgress: (progress) => session.host.emit('task.progress', progress),
          }),
        )
        // Nobody waits for it: an export that comes first draws by itself.
        if (report.created.length >= WORTH_DRAWING) void drawAhead(library.folder, signal)
        library.announce({
          parts: ['articles', 'categories', 'tags', 'authors', 'related', 'media', 'acts'],
          articleId: null,
        })
        return report
      }),
    'intake.cancel': () => bringingIn.cancel(),
  }
}

/** A folder that a dialog gave, or that the library was exported to before; else throws `request.invalid`. */
function allowedTarget(session: Session, request: string, folder: string): string {
  const target = resolve(folder)
  return lastExport(session) === target ? target : session.requireGranted(request, folder)
}

/** `folder`, when that is where the open library was last exported to; else throws `request.invalid`. */
function requireLastExport(session: Session, request: string, folder: string): string {
  const target = lastExport(session)
  if (target === null || target !== resolve(folder)) {
    throw new Failure('request.invalid', { request, problem: 'not the last export' })
  }
  return target
}

/** Has the writer choose a file for an article to share, and writes it; null when they change their mind. */
async function offerShare(session: Session, id: number, format: 'html' | 'md'): Promise<SharedFile | null> {
  const { library } = session.openInPlace
  const article = library.articles.get(id)
  const words = mainWords(session.language).dialogs
  const [ending, name] = format === 'html' ? ['html', words.webPage] : ['zip', words.markdownZip]
  const file = await session.host.chooseTarget({
    title: words.shareTitle,
    button: words.save,
    from: join(session.host.documents, `${article.slug}.${ending}`),
    kinds: [{ name, extensions: [ending] }],
  })
  return file === null ? null : shareArticle(library, article, format, file)
}

async function openOrSay(session: Session, file: string): Promise<void> {
  const refusal = await session.host.openFile(file)
  if (refusal !== null) throw new Failure('file.refused', { path: file, reason: refusal })
}

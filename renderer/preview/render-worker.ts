/** Keeps a copy of the text beside the window, so that rendering and counting never hold up a key. */
import { ChangeSet, Text } from '@codemirror/state'
import {
  NO_DRESSING,
  bodyText,
  countWords,
  createIncrementalRenderer,
  isPlain,
  plainText,
  type RenderedBody,
} from '../../core/markdown/index.ts'
import { diffBlocks } from './block-diff.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/** How long after a key the words are counted, in milliseconds: nobody reads a number while typing. */
const COUNT_AFTER = 250

/** Renders any text once what code and formulas take is loaded; till then every text that has none. */
let renderText = createIncrementalRenderer(NO_DRESSING)
let dressing: 'none' | 'loading' | 'full' = 'none'

let doc = Text.empty
let blocks: readonly string[] = []
/** What the text renders to; null once it has changed. */
let rendered: RenderedBody | null = null
let page = 0
let rendering = false
let changed = true
let waitingForPage = false
let planned = false
/** When the next rendering may begin, by `performance.now()`. */
let restUntil = 0
let counting: ReturnType<typeof setTimeout> | undefined

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'open':
      doc = Text.of(data.text.split('\n'))
      return textChanged(0)
    case 'change':
      doc = ChangeSet.fromJSON(data.changes).apply(doc)
      return textChanged(COUNT_AFTER)
    case 'show':
      page = data.page
      blocks = []
      rendering = true
      changed = true
      waitingForPage = false
      return plan()
    case 'hide':
      rendering = false
      return
    case 'shown':
      waitingForPage = false
      return plan()
    case 'select':
      return send({ type: 'selected', words: countWords(plainText(doc.sliceString(data.from, data.to))) })
  }
})

function textChanged(countAfter: number): void {
  changed = true
  rendered = null
  if (dressing === 'none' && !isPlain(doc.toString())) void loadDressing()
  plan()
  clearTimeout(counting)
  counting = setTimeout(() => send({ type: 'words', words: countWords(bodyText(body())) }), countAfter)
}

/** Loads what code and formulas are rendered with. A text that needs it is shown when it has come, never without. */
async function loadDressing(): Promise<void> {
  dressing = 'loading'
  const { FULL_DRESSING } = await import('../../core/markdown/full-dressing.ts')
  renderText = createIncrementalRenderer(FULL_DRESSING)
  dressing = 'full'
  rendered = null
  plan()
}

function body(): RenderedBody {
  return (rendered ??= renderText(doc.toString()))
}

/** Whether the page waits for a rendering that can be made now. */
function isDue(): boolean {
  return rendering && changed && !waitingForPage && dressing !== 'loading'
}

/**
 * Renders once for all messages that are waiting: they come before a timer does. After a rendering that took long
 * the worker rests as long, so that the window has a processor to itself at least half of the time.
 */
function plan(): void {
  if (planned || !isDue()) return
  planned = true
  setTimeout(
    () => {
      planned = false
      if (!isDue()) return
      const start = performance.now()
      render()
      const end = performance.now()
      restUntil = end + (end - start)
    },
    Math.max(0, restUntil - performance.now()),
  )
}

function render(): void {
  changed = false
  const found = body().blocks
  const next = found.map((block) => block.html)
  const hunks = diffBlocks(blocks, next)
  blocks = next
  const anchors = new Uint32Array(found.length + 1)
  let line = 0
  found.forEach((block, index) => {
    // Footnotes stand at the end of the page, wherever they were written.
    line = Math.max(line, block.from)
    anchors[index] = line
  })
  anchors[found.length] = doc.lines
  waitingForPage = true
  postMessage({ type: 'patch', page, hunks, anchors } satisfies FromWorker, { transfer: [anchors.buffer] })
}

function send(message: FromWorker): void {
  postMessage(message)
}

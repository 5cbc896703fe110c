/** Runs in a thread of its own: makes the HTML of bodies for an export. */
import { parentPort } from 'node:worker_threads'
import { dressingFor } from '../../core/markdown/index.ts'
import { answerInTurn } from './helper-thread.ts'
import { type RenderedBody, renderBody } from './render-body.ts'

if (parentPort) {
  answerInTurn(parentPort, async (bodies: readonly string[]): Promise<readonly RenderedBody[]> => {
    const dressing = await dressingFor(bodies)
    return bodies.map((markdown) => renderBody(markdown, dressing))
  })
}

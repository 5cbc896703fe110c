/**
 * Serves the window in a browser on an in-memory library: `vite --config tests/renderer/window/vite.config.ts`.
 * For looking at every screen while it is built; the bundle knows nothing of it.
 */
import { createReadStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const ROOT = resolve(import.meta.dirname, '../../..')

function mockBridge(): Plugin {
  return {
    name: 'mock-bridge',
    transformIndexHtml: () => [
      {
        tag: 'script',
        attrs: { type: 'module', src: `/@fs${import.meta.dirname}/mock-bridge.ts` },
        injectTo: 'head-prepend',
      },
    ],
    configureServer(server) {
      server.middlewares.use('/site/media', (request, response, next) => {
        // What stands behind a question mark tells copies of a picture apart.
        const name = decodeURIComponent(request.url ?? '')
          .replace(/\?.*$/, '')
          .slice(1)
        const file = ['nl', 'en']
          .map((language) => resolve(ROOT, 'resources/sample', language, 'media', name))
          .find((candidate) => existsSync(candidate))
        if (name.includes('..') || file === undefined) next()
        else createReadStream(file).pipe(response)
      })
    },
  }
}

export default defineConfig({
  root: resolve(ROOT, 'renderer'),
  cacheDir: resolve(ROOT, 'node_modules/.vite-window'),
  plugins: [react(), mockBridge()],
  server: { port: 5199, strictPort: true, fs: { allow: [ROOT] }, hmr: false },
})

import { hash } from 'node:crypto'
import { join } from 'node:path'
import locales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

// Targets are lower than Electron's own, so that one build runs both in the official Electron and in
// the older one that development falls back to (scripts/setup/electron-fallback.mjs).
const NODE_TARGET = 'node20'
const CHROME_TARGET = 'chrome130'

// Everything that runs as a file of its own in the main process, in a thread or in a process of its own. A worker is
// started from `new URL('./NAME.js', import.meta.url)`: all of these land side by side in out/main.
const MAIN_ENTRIES = {
  main: 'electron/shell/main.ts',
  cli: 'electron/cli.ts',
  'export-worker': 'electron/publish/export-worker.ts',
  'body-worker': 'electron/publish/body-worker.ts',
  'page-writer-worker': 'electron/publish/page-writer-worker.ts',
  'theme-trial-worker': 'electron/publish/theme-trial-worker.ts',
  'picture-worker': 'electron/publish/picture-worker.ts',
  'related-worker': 'electron/library/related-worker.ts',
  'related-share-worker': 'electron/library/related-share-worker.ts',
  'overview-worker': 'electron/library/overview-worker.ts',
  'sweep-worker': 'electron/library/sweep-worker.ts',
  'intake-worker': 'electron/intake/intake-worker.ts',
  'keeper-worker': 'electron/library/keeper-worker.ts',
}

export default defineConfig({
  main: {
    plugins: [programKey()],
    build: {
      target: NODE_TARGET,
      sourcemap: false,
      rolldownOptions: {
        input: MAIN_ENTRIES,
        external: ['better-sqlite3', 'wasm-vips'],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Shared chunks lie beside the entries: `import.meta.dirname` is out/main in all of them, so
          // `../../resources` and `./NAME.js` hold wherever a module ends up.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      sourcemap: false,
      rolldownOptions: {
        input: { preload: 'electron/shell/preload.ts' },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // React Aria speaks 34 languages; the window speaks two.
    plugins: [react(), locales.vite({ locales: ['en', 'nl'] })],
    resolve: {
      alias: {
        '@uiw/react-markdown-preview/nohighlight': join(import.meta.dirname, 'renderer/editor/no-preview.ts'),
      },
    },
    worker: { format: 'es' },
    build: {
      target: CHROME_TARGET,
      sourcemap: false,
      minify: true,
      // The Content-Security-Policy allows no data: fonts or scripts, so nothing is inlined.
      assetsInlineLimit: 0,
      rolldownOptions: { input: join(import.meta.dirname, 'renderer', 'index.html') },
    },
  },
})

/** Leaves a file that stands for the program as it was built: an export knows by it what another build has made. */
function programKey(): Plugin {
  return {
    name: 'program-key',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle)
        .sort((a, b) => (a.fileName < b.fileName ? -1 : 1))
        .map((file) => [file.fileName, hash('sha256', file.type === 'chunk' ? file.code : file.source)])
      const source = hash('sha256', JSON.stringify(files), 'base64url')
      this.emitFile({ type: 'asset', fileName: 'program.key', source })
    },
  }
}

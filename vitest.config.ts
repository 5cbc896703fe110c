import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{core,electron,renderer,scripts,resources,model}/**/*.test.{ts,tsx}'],
    pool: 'threads',
    testTimeout: 20_000,
  },
})

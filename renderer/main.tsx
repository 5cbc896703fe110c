import '@fontsource-variable/inter/index.css'
import './ui/tokens.css'
import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { connectArticles } from './article.ts'
import { connectEvents, queryClient } from './bridge.ts'
import { connectCommands } from './commands.ts'
import { connectWholeNames } from './ui/whole-names.ts'

connectEvents(queryClient)
connectArticles()
connectCommands()
connectWholeNames()

const root = document.getElementById('window')
if (root === null) throw new Error('index.html has no #window')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)

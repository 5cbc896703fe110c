import { Component, type ErrorInfo, type ReactNode } from 'react'
import { flushAll } from './article.ts'
import { Button } from './ui/Button.tsx'
import { Empty } from './ui/Empty.tsx'
import { useWords } from './words.tsx'

interface State {
  readonly broken: boolean
}

/** Keeps a fault in one pane from taking the others along, and says so in its place. */
export class PaneBoundary extends Component<{ readonly children: ReactNode }, State> {
  override readonly state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // Main writes what the window logs to its log file.
    console.error(error, info.componentStack)
    void flushAll()
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const { failures } = useWords()
  return (
    <Empty title={failures.somethingBroke} detail={failures.somethingBrokeDetail}>
      <Button onPress={() => void flushAll().then(() => location.reload())}>{failures.reload}</Button>
    </Empty>
  )
}

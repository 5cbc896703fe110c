import { queryClient, setAppState } from '../bridge.ts'
import { type CareReport, windowState } from '../window.ts'

/** Shows what came of putting another library in the place of the one before; it is open now. */
export function showReport(how: CareReport['how'], report: CareReport['report']): void {
  setAppState(queryClient, report.state)
  windowState.open({ name: 'careReport', how, report })
}

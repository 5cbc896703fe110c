/** @import { FullConfig, Reporter, Suite, TestError } from '@playwright/test/reporter' */
import { note } from './recap.mjs'

/**
 * Notes failures of the tests in the real window.
 * @implements {Reporter}
 */
export default class WindowRecap {
  /**
   * @param {FullConfig} _config
   * @param {Suite} suite
   */
  onBegin(_config, suite) {
    this.suite = suite
  }

  /** @param {TestError} error */
  onError(error) {
    note('thrown outside of tests', error.location?.file, '', error.message)
  }

  onEnd() {
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome()
      if (outcome === 'expected' || outcome === 'skipped') continue
      const error = test.results.find(({ status }) => status !== 'passed')?.error
      const kind = outcome === 'flaky' ? 'needed a second try' : 'failed'
      note(kind, test.location.file, test.title, error?.message)
    }
  }

  printsToStdio() {
    return false
  }
}

/** @import { Reporter, TestModule } from 'vitest/node' */
import { note } from './recap.mjs'

/**
 * Notes failures of the unit tests, and what was thrown outside of any test.
 * @implements {Reporter}
 */
export default class UnitsRecap {
  /**
   * @param {readonly TestModule[]} modules
   * @param {readonly { message?: string, stack?: string }[]} unhandled
   */
  onTestRunEnd(modules, unhandled) {
    for (const module of modules) {
      for (const error of module.errors()) note('failed', module.moduleId, '', error.message)
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result()
        if (state === 'failed') note('failed', module.moduleId, test.fullName, errors?.[0]?.message)
        else if (test.diagnostic()?.flaky)
          note('needed a second try', module.moduleId, test.fullName, errors?.[0]?.message)
      }
    }
    for (const error of unhandled)
      note('thrown outside of tests', undefined, '', error.stack ?? error.message)
  }
}

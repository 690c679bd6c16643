import { writeSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Makes `N passed, N failed` the last line of every run, whatever ended it. */
export default class SummaryReporter implements Reporter {
  private passed = 0;
  private failed = 0;

  onInit() {
    process.on('exit', (code) => this.print(code));
  }

  onTestRunEnd(files: readonly TestModule[], errors: readonly SerializedError[]) {
    const states = files.flatMap((file) => [...file.children.allTests()].map((test) => test.result().state));
    const broken = files.flatMap((file) => file.errors()); // files that did not load, hooks that threw
    this.passed = states.filter((state) => state === 'passed').length;
    this.failed = states.filter((state) => state === 'failed').length + broken.length + errors.length;
  }

  /** A run can also fail before its first test, by a broken build say. */
  private print(code: number) {
    const failed = code === 0 ? this.failed : Math.max(this.failed, 1);
    writeSync(1, `${this.passed} passed, ${failed} failed\n`);
  }
}

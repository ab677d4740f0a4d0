// Prints "N passed, N failed" from Vitest's JSON report. Ends with 1 unless tests ran and none of them, and no file, failed.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ status: string, name: string, message?: string, assertionResults: { status: string }[] }} TestFile */

const [report = ''] = process.argv.slice(2);
/** @type {{ success: boolean, testResults: TestFile[] }} */
const { success, testResults } = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { success: false, testResults: [] };

const results = testResults.flatMap((file) => file.assertionResults);
const passed = results.filter(({ status }) => status === 'passed').length;
// A file that did not load has no results of its own, and counts as one failure.
const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
const failed = results.filter(({ status }) => status === 'failed').length + unloaded.length;

for (const file of unloaded) console.error(`Did not load: ${file.name}`);
if (passed === 0) console.error(`No test passed, or there is no report at ${report}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = success && passed > 0 && failed === 0 ? 0 : 1;

// Runs the steps of `npm run check` and `npm test`: quiet while they pass, loud when they do not.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const ROOT = join(import.meta.dirname, "..", "..");
const REPORTS = join(ROOT, ".cache", "reports");
const LONGEST_OUTPUT = 20_000;
const LINES_OF_A_FAILURE = 8;

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} what        one line for the summary
 * @property {readonly string[]} run  program and arguments; `node` and the tools of node_modules/.bin
 * @property {"vitest" | "playwright"} [counts]  the step writes a JSON report whose tests are counted
 * @property {Record<string, string>} [env]
 * @property {string} [after]     the step whose output this one reads
 * @property {boolean} [alone]    must not share the machine with another step
 */

/** @typedef {{ step: Step, ok: boolean, passed: number, failed: number, skipped: number, elapsedMs: number, failures: readonly string[] }} Outcome */

/** @param {Step} step */
const reportFile = (step) => join(REPORTS, `${step.name}.json`);

/** The arguments that make a test runner write its JSON report. @param {Step} step */
function reporting(step) {
  if (step.counts === "vitest") {
    return ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile(step)}`];
  }
  return step.counts === "playwright" ? ["--reporter=line,json"] : [];
}

/** Individual tests of a JSON report, or null when there is none. @param {Step} step */
function countTests(step) {
  if (!existsSync(reportFile(step))) return null;
  const report = JSON.parse(readFileSync(reportFile(step), "utf8"));
  if (step.counts === "vitest") {
    const { numPassedTests, numFailedTests, numPendingTests } = report;
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  }
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * The tests of a JSON report that failed, by name, with the beginning of why: a log may be cut before the runner's own words.
 *
 * @param {Step} step
 * @returns {readonly string[]}
 */
function failedTests(step) {
  if (step.counts === undefined || !existsSync(reportFile(step))) return [];
  const report = JSON.parse(readFileSync(reportFile(step), "utf8"));
  return step.counts === "vitest" ? failedInVitest(report) : failedInPlaywright(report);
}

/** @param {string} name @param {string | undefined} message */
function failure(name, message) {
  // Without the colours that a runner puts into its messages.
  const plain = (message ?? "").replace(/\u001B\[[0-9;]*m/g, "");
  const lines = plain.split("\n").filter((line) => line.trim() !== "");
  return [name, ...lines.slice(0, LINES_OF_A_FAILURE)].join("\n  ");
}

function failedInVitest(report) {
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0 && file.status === "failed") return [failure(file.name, file.message)];
    return failed.map((test) => failure(test.fullName, test.failureMessages[0]));
  });
}

function failedInPlaywright(report) {
  const inSuite = (suite) => [
    ...(suite.suites ?? []).flatMap(inSuite),
    ...(suite.specs ?? [])
      .filter((spec) => !spec.ok)
      .map((spec) => failure(spec.title, failedResult(spec)?.error?.message)),
  ];
  return [
    ...report.suites.flatMap(inSuite),
    ...report.errors.map((error) => failure("outside of any test", error.message)),
  ];
}

function failedResult(spec) {
  return spec.tests.flatMap(({ results }) => results).find((result) => result.error !== undefined);
}

/** A gate is one test; a runner's tests are counted, and a runner that dies counts as one failure. */
function score(step, exitCode) {
  const ok = exitCode === 0;
  if (step.counts === undefined) return { ok, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const counted = countTests(step);
  if (counted === null) return { ok: false, passed: 0, failed: 1, skipped: 0 };
  return { ok, ...counted, failed: ok ? counted.failed : Math.max(1, counted.failed) };
}

/** @param {Step} step @returns {Promise<{ exitCode: number, output: string }>} */
function execute(step) {
  const [program = "", ...rest] = step.run;
  const isNode = program === "node";
  const file = isNode ? process.execPath : join(ROOT, "node_modules", ".bin", program);
  return new Promise((resolve) => {
    const child = spawn(file, [...rest, ...reporting(step)], {
      cwd: ROOT,
      env: {
        ...process.env,
        NO_COLOR: "1",
        FORCE_COLOR: "0",
        NODE_OPTIONS: "--no-warnings",
        PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile(step),
        ...step.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && !isNode,
    });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-LONGEST_OUTPUT * 4);
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => resolve({ exitCode: 127, output: String(error) }));
    child.on("close", (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/** @param {string} text */
const indented = (text) => text.replace(/^(?=.)/gm, "      ");

/** @param {Step} step @returns {Promise<Outcome>} */
async function runStep(step) {
  rmSync(reportFile(step), { force: true });
  const start = performance.now();
  const { exitCode, output } = await execute(step);
  const outcome = {
    step,
    ...score(step, exitCode),
    elapsedMs: performance.now() - start,
    failures: exitCode === 0 ? [] : failedTests(step),
  };
  const tests = step.counts === undefined ? "" : `, ${outcome.passed + outcome.failed} tests`;
  const seconds = (outcome.elapsedMs / 1000).toFixed(1);
  console.log(
    `${outcome.ok ? "ok  " : "FAIL"}  ${step.name.padEnd(12)} ${step.what} (${seconds} s${tests})`,
  );
  for (const told of outcome.failures) console.log(indented(told));
  if (!outcome.ok) console.log(indented(output.slice(-LONGEST_OUTPUT)));
  return outcome;
}

/**
 * Runs the steps, two at a time unless a step wants to be alone, in the order given.
 *
 * @param {readonly Step[]} steps
 * @returns {Promise<Outcome[]>} in the order of completion
 */
export async function runSteps(steps) {
  mkdirSync(REPORTS, { recursive: true });
  /** @type {Outcome[]} */
  const outcomes = [];
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  for (const step of steps) {
    const mustWait = step.alone === true || step.after !== undefined;
    while (running.size >= 2 || (mustWait && running.size > 0)) {
      await Promise.race(running);
    }
    const job = runStep(step)
      .then((outcome) => void outcomes.push(outcome))
      .finally(() => running.delete(job));
    running.add(job);
    if (step.alone === true) await job;
  }
  await Promise.all(running);
  return outcomes;
}

/**
 * Prints the last line, `N passed, N failed`, with what was skipped and why, and sets the exit code.
 *
 * @param {readonly Outcome[]} outcomes
 * @param {readonly { name: string, reason: string }[]} missing engines that are not on this machine
 */
export function summarise(outcomes, missing = []) {
  const failures = outcomes.filter((outcome) => !outcome.ok).map((outcome) => outcome.step.name);
  console.log("");
  for (const { reason } of missing) console.log(`not run: ${reason}`);
  for (const outcome of outcomes) for (const told of outcome.failures) console.log(told);
  if (failures.length > 0) console.log(`failed: ${failures.join(", ")}`);
  const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  const failed = total("failed");
  const skipped = total("skipped");
  const names = missing.map(({ name }) => name).join(", ");
  // A skipped test without a missing engine has no name to give: the suite's has to do.
  const suites = outcomes.filter((outcome) => outcome.skipped > 0).map(({ step }) => step.name);
  const told = skipped === 0 ? "" : `, ${skipped} skipped (${names || suites.join(", ")})`;
  console.log(`${total("passed")} passed, ${failed} failed${told}`);
  process.exitCode = failed > 0 || failures.length > 0 ? 1 : 0;
}

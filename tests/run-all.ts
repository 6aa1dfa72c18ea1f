/**
 * The full tier: every test with a browser, then the wire suites again against the referee. Nothing is left out in silence: without Chromium the browser
 * tests fail, without a referee this does, and a test that was skipped fails the run as one that failed would.
 *
 * `REFEREE_URL` names a running `moto_server`; else `REFEREE_VENV` names a Python environment that has one
 * (`python3 -m venv V && V/bin/pip install 'moto[server]'`), which is started on a free port.
 * The last line is "N passed, N failed", those skipped among the failed; the exit code is 0 only if all passed.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { REFEREED } from './tiers.ts';

type Count = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[] };

const reports = await mkdtemp(join(tmpdir(), 'stop-press-tests-'));
const referee = await findReferee();
try {
  console.log('\n# Every test, with a browser');
  const all = await runVitest('all', [], {});
  console.log(`\n# ${REFEREED.join(', ')} again, against the referee at ${referee.url}`);
  const refereed = await runVitest('refereed', REFEREED, { REFEREE_URL: referee.url });
  const skipped = [...all.skipped, ...refereed.skipped];
  const failed = all.failed + refereed.failed + skipped.length;
  if (skipped.length > 0) console.log(`\nSkipped, which is not allowed here:\n  ${skipped.join('\n  ')}`);
  console.log(`\n${all.passed + refereed.passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  referee.process?.kill();
}

/** A run that ends badly with every test passed (a file that cannot be loaded, an unhandled error) counts as one failure. */
async function runVitest(name: string, paths: readonly string[], env: NodeJS.ProcessEnv): Promise<Count> {
  const report = join(reports, `${name}.json`);
  const run = spawn(
    'vitest',
    ['run', ...paths, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { stdio: 'inherit', env: { ...process.env, STOP_PRESS_TIER: 'all', ...env } },
  );
  const [exitCode] = (await once(run, 'close')) as [number | null];
  const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(await readFile(report, 'utf8')) as Report;
  const failed = exitCode === 0 && passed > 0 ? numFailedTests : Math.max(1, numFailedTests);
  const skipped = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  );
  return { passed, failed, skipped };
}

/** As Vitest's JSON reporter writes it: of each test `passed`, `failed`, `skipped`, `pending`, `todo` or `disabled`. */
type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

async function findReferee(): Promise<{ url: string; process: ChildProcess | null }> {
  const { REFEREE_URL, REFEREE_VENV } = process.env;
  if (REFEREE_URL !== undefined) return { url: REFEREE_URL, process: null };
  if (REFEREE_VENV === undefined) {
    throw new Error('The full tier needs the referee: set REFEREE_URL or REFEREE_VENV (tests/run-all.ts says how)');
  }
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(join(REFEREE_VENV, 'bin', 'moto_server'), ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore',
  });
  const failure = once(server, 'exit').then(([code]) => {
    throw new Error(`moto_server ended with ${String(code)} before it answered`);
  });
  await Promise.race([failure, untilItAnswers(url)]);
  failure.catch(() => {}); // it ends when we kill it
  return { url, process: server };
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const response = await fetch(`${url}/moto-api/`).catch(() => null);
    if (response?.ok === true) return;
    await sleep(100);
  }
  throw new Error(`${url} did not answer in 30 s`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

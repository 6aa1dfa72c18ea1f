#!/usr/bin/env node
/** The command `stop-press`: hands the world to the commands, and nothing else. */

/** As `engines` in package.json has it; a test holds the two together. A clone brings its own Node. */
const OLDEST_NODE = 24;

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  // Before anything is imported that an older Node would only stumble over.
  process.stderr.write(
    `stop-press needs Node ${OLDEST_NODE} or later; this is ${process.version}: ${process.execPath}\n`,
  );
  process.exitCode = 1;
} else {
  const [{ terminalSession }, { runCli }] = await Promise.all([import('./process-session.ts'), import('./run.ts')]);
  const code = await runCli(process.argv.slice(2), terminalSession());
  if (code !== 0) process.exitCode = code;
}

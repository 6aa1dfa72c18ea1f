#!/usr/bin/env node
/** The command `stop-press`: hands the world to the commands, and nothing else. */
import { terminalSession } from './process-session.ts';
import { runCli } from './run.ts';

const code = await runCli(process.argv.slice(2), terminalSession());
if (code !== 0) process.exitCode = code;

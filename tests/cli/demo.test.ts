import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('the demo tells the whole story, through a pipe too', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['demo/run.ts'], {
    env: { ...process.env, FORCE_COLOR: '' },
  });
  expect(stderr).toBe('');
  expect(stdout).not.toContain('\u001B');
  expect(stdout.match(/not a word of the article/g)).toHaveLength(2);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('[-eleven-] {+fourteen+}');
  expect(stdout).toContain('text message at 07:30 to “World desk”');
  expect(stdout).toContain('e-mail at 07:00 to “Morning digest”');
  expect(stdout).toMatch(/\d+ e-mails and \d+ texts, as files: {2}demo-output\/outbox\//);
});

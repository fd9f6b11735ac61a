import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DaemonProcess } from './daemon-process.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'coscore-daemon-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const READY = `console.log(JSON.stringify({ event: 'ready', socket: 's', fingerprint: 'f', certificatePem: 'c', address: '127.0.0.1:1' }));`;
const STAY = 'setInterval(() => {}, 1000);';

function script(code: string): string {
  const path = join(home, 'main.mjs');
  writeFileSync(path, code);
  return path;
}

const start = (code: string, signal?: AbortSignal): ReturnType<typeof DaemonProcess.start> =>
  DaemonProcess.start({ id: 'bank', main: script(code), home, ...(signal === undefined ? {} : { signal }) });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('DaemonProcess', () => {
  it('is ready at the ready line, whatever was printed before, and ends in order', async () => {
    const { process: daemon, ready } = await start(
      `process.on('SIGTERM', () => process.exit(0)); console.log('hello'); ${READY} ${STAY}`,
    );
    expect(ready).toMatchObject({ fingerprint: 'f', address: '127.0.0.1:1' });
    expect(daemon.running).toBe(true);
    await daemon.stop();
    expect(await daemon.exited).toBe(0);
    expect(daemon.running).toBe(false);
    await daemon.stop();
  });

  it('tells why a node did not start', async () => {
    await expect(start(`console.error('state is locked'); process.exit(7);`)).rejects.toMatchObject({
      code: 'daemon-not-running',
      message: expect.stringMatching(/node bank did not start: it ended \(7\)\nstate is locked/) as string,
    });
  });

  it('passes on the reason that a node gives itself', async () => {
    const line = JSON.stringify({ event: 'failed', code: 'state-locked', message: 'another process has it' });
    await expect(start(`console.log('${line}'); process.exit(7);`)).rejects.toMatchObject({
      name: 'RemoteError',
      code: 'state-locked',
      message: 'node bank did not start: another process has it',
    });
  });

  it('keeps the settings of real nodes away', async () => {
    process.env['COSCORE_DATABASE_URL'] = 'postgres://real';
    try {
      const { process: daemon, ready } = await start(
        `console.log(JSON.stringify({ event: 'ready', socket: String(process.env.COSCORE_DATABASE_URL), fingerprint: '', certificatePem: '' })); ${STAY}`,
      );
      expect(ready.socket).toBe('undefined');
      await daemon.kill();
    } finally {
      delete process.env['COSCORE_DATABASE_URL'];
    }
  });

  it('shows the end of its log file when it said nothing itself', async () => {
    writeFileSync(join(home, 'node.log'), 'old\n'.repeat(50) + 'the last line\n');
    await expect(start('process.exit(1);')).rejects.toThrow(/the last line$/);
  });

  it('can be given up while it starts', async () => {
    const controller = new AbortController();
    const starting = start(STAY, controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(starting).rejects.toMatchObject({ code: 'job-cancelled' });
  });

  it('passes its arguments on', async () => {
    const { process: daemon, ready } = await DaemonProcess.start({
      id: 'bank',
      main: script(
        `console.log(JSON.stringify({ event: 'ready', socket: process.argv.slice(2).join(' '), fingerprint: '', certificatePem: '' })); ${STAY}`,
      ),
      home,
      args: ['--listen', '127.0.0.1:0'],
    });
    expect(ready.socket).toBe(`--home ${home} --id bank --listen 127.0.0.1:0`);
    await daemon.kill();
    expect(await daemon.exited).toBe('SIGKILL');
  });

  it('does not outlive the process that started it, even one that was killed', async () => {
    const main = script(
      `console.log(JSON.stringify({ event: 'ready', socket: String(process.pid), fingerprint: '', certificatePem: '' })); ${STAY}`,
    );
    const parent = join(home, 'parent.ts');
    const module = JSON.stringify(new URL('./daemon-process.ts', import.meta.url).href);
    writeFileSync(
      parent,
      `import { DaemonProcess } from ${module};
const { ready } = await DaemonProcess.start({ id: 'bank', main: ${JSON.stringify(main)}, home: ${JSON.stringify(home)} });
console.log(ready.socket); ${STAY}`,
    );
    const child = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<number>((resolve) =>
      child.stdout.once('data', (text: Buffer) => resolve(Number(text.toString()))),
    );
    expect(isAlive(pid)).toBe(true);
    child.kill('SIGKILL');
    while (isAlive(pid)) await sleep(20);
  });
});

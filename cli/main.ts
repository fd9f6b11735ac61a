/** Entry of the `coscore` command; started by bin/coscore.cjs under a Node that runs TypeScript. */
import { processIo } from './process-io.ts';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), processIo());

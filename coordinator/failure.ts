/** What a node says of its failure, made fit to keep and to show. */
import type { wire } from '@coscore/proto';
import { z } from 'zod';
import type { JobFailure } from './job.ts';

const failureSchema = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
  message: z.string().max(4000),
  params: z.record(z.string().max(60), z.union([z.number(), z.string().max(500)])),
});

/** What a node says of its failure is text from outside: checked before it is kept and shown. */
export function failureOf(party: string, { code, message, params }: wire.FailedReport.$Properties): JobFailure {
  const checked = failureSchema.safeParse({
    code,
    message,
    params: paramsOf(params),
  });
  if (!checked.success)
    return { code: 'job-failed', message: `${party} failed and did not say how`, party, params: {} };
  const said = Object.entries(checked.data.params).map(([name, value]): [string, string | number] => [
    printable(name),
    typeof value === 'string' ? printable(value) : value,
  ]);
  return { ...checked.data, message: printable(checked.data.message), params: Object.fromEntries(said), party };
}

function paramsOf(bytes: Uint8Array | null | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(bytes ?? []).toString() || '{}');
  } catch {
    return undefined; // fits no schema
  }
}

/** Without control and direction-changing characters, which could rewrite a terminal, and halves that no database takes. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ');
}

/**
 * A value that must not reach a log, an error message or a JSON document by accident. JavaScript cannot erase strings,
 * so this guards against disclosure, not against a reader of the process's memory.
 */
import { inspect } from 'node:util';

const REDACTED = '[secret]';

/** Holds `T`; prints and serialises as `[secret]` everywhere. `reveal` is the only way out, and easy to search for. */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself. Pass it straight to the primitive that needs it; never keep or log the result. */
  reveal(): T {
    return this.#value;
  }

  toJSON(): string {
    return REDACTED;
  }

  toString(): string {
    return REDACTED;
  }

  [Symbol.toPrimitive](): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}

/**
 * Erases large one-time material after use (protocols.md): overwritten, and its memory given back at once. Used for what is
 * drawn and dealt in bulk; small values go with the garbage collector, which JavaScript leaves no say in.
 *
 * Giving it back at once also keeps the garbage collector quiet. V8 counts memory outside its heap and collects the whole
 * heap for every 64 MB of it; a joint training draws and drops hundreds of megabytes, and spent two thirds of its processor
 * time on that.
 */

/** @param used a view that nothing else reads; its whole buffer goes, unless it is part of a larger one that others share. */
export function erase(used: Uint8Array | BigUint64Array | Uint32Array): void {
  const { buffer } = used;
  if (used.byteLength === 0) return; // erased before
  new Uint8Array(buffer, used.byteOffset, used.byteLength).fill(0);
  // A shared buffer cannot be given back; small slices of Node's pool belong to others.
  if (!(buffer instanceof ArrayBuffer) || used.byteLength < buffer.byteLength - SLACK_BYTES) return;
  buffer.transfer(0);
}

/** A message's own header may stand before the material in the same buffer. */
const SLACK_BYTES = 256;

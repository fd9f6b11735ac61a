// The part of the WebAssembly JavaScript interface that we use: the "dom" library has it, but would bring a browser along.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** @throws RangeError when the engine has no more to give. */
    grow(pages: number): number;
  }
}

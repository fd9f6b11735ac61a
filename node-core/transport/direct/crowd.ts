/** How many may be in one place at a time: each name so many, and all together so many. */
export class Crowd {
  readonly #each: number;
  readonly #all: number;
  readonly #here = new Map<string, number>();
  #total = 0;

  constructor(each: number, all = Infinity) {
    this.#each = each;
    this.#all = all;
  }

  /** @returns what takes it away again (once, however often it is called); undefined when there are too many. */
  enter(name: string): (() => void) | undefined {
    const here = this.#here.get(name) ?? 0;
    if (here >= this.#each || this.#total >= this.#all) return undefined;
    this.#here.set(name, here + 1);
    this.#total++;
    let inside = true;
    return () => {
      if (inside) this.#leave(name);
      inside = false;
    };
  }

  #leave(name: string): void {
    const here = this.#here.get(name)! - 1;
    this.#total--;
    if (here === 0) this.#here.delete(name);
    else this.#here.set(name, here);
  }
}

/** Dense numbers 0, 1, 2 … for 32-bit hashes: a Map's work in a tenth of its memory. */
export class HashTable {
  #keys = new Uint32Array(1024)
  /** One more than the number given out; 0 is an empty place. */
  #values = new Int32Array(1024)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The number of a hash, given now when it has none. */
  number(hash: number): number {
    let place = this.#place(hash)
    const value = this.#values[place] ?? 0
    if (value > 0) return value - 1
    if (this.#size * 2 >= this.#keys.length) {
      this.#grow()
      place = this.#place(hash)
    }
    this.#keys[place] = hash
    this.#values[place] = ++this.#size
    return this.#size - 1
  }

  #place(hash: number): number {
    const mask = this.#keys.length - 1
    let place = hash & mask
    while (this.#values[place] !== 0 && this.#keys[place] !== hash) place = (place + 1) & mask
    return place
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values]
    this.#keys = new Uint32Array(keys.length * 2)
    this.#values = new Int32Array(keys.length * 2)
    for (let i = 0; i < keys.length; i++) {
      const value = values[i] ?? 0
      if (value === 0) continue
      const place = this.#place(keys[i] ?? 0)
      this.#keys[place] = keys[i] ?? 0
      this.#values[place] = value
    }
  }
}

/**
 * Arrays of any length over one buffer, for whoever has read one before the next is asked for. A new array for each of a hundred
 * thousand small distributions keeps the collector busier than simulating them.
 */
export class LentInts {
  private buffer = new Int32Array(64);
  private readonly arrays = new Map<number, Int32Array>(); // by length

  of(length: number): Int32Array {
    if (length > this.buffer.length) {
      this.buffer = new Int32Array(2 * length);
      this.arrays.clear();
    }
    let array = this.arrays.get(length);
    if (array === undefined) this.arrays.set(length, (array = this.buffer.subarray(0, length)));
    return array;
  }
}

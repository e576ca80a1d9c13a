/** A picture in memory: red, green, blue and alpha, not premultiplied, a byte each. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

import { sizeOf } from "#components/studio/parameters/size/size-of.ts";

/** Names that people know; a size that is nearly one of these has its name, as 1920 × 1088 has 16:9. */
const known = "1:1 5:4 4:5 4:3 3:4 3:2 2:3 16:9 9:16 2:1 1:2 21:9 9:21".split(" ");
const nearly = 0.01;

/** The shape of a size by its name, as "3:2". */
export function ratioOf(size: string): string {
  const { width, height } = sizeOf(size);
  const name = known.find((ratio) => {
    const other = sizeOf(ratio);
    return Math.abs(Math.log(((width / height) * other.height) / other.width)) < nearly;
  });
  const divisor = greatestDivisor(width, height);
  const exact = `${width / divisor}:${height / divisor}`;
  return name ?? (exact.length <= 5 ? exact : `${Number((width / height).toFixed(2))}:1`);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

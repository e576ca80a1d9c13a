import { sizeOf } from "#components/studio/parameters/size/size-of.ts";

const boxPixels = 14;

/** The shape of a size, drawn small. */
export function RatioGlyph({ size }: { size: string }) {
  const { width, height } = sizeOf(size);
  const scale = boxPixels / Math.max(width, height);

  return (
    <span aria-hidden className="flex size-4 shrink-0 items-center justify-center">
      <span
        className="rounded-[2px] border-[1.5px] border-current"
        style={{
          width: Math.max(5, width * scale),
          height: Math.max(5, height * scale),
          ...(size === "" && { borderStyle: "dashed" }),
        }}
      />
    </span>
  );
}

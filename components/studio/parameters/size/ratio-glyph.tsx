import { sizeOf } from "#components/studio/parameters/size/size-of.ts";

interface RatioGlyphProps {
  size: string;
  isLarge?: boolean;
}

/** The shape of a size, drawn small. */
export function RatioGlyph({ size, isLarge = false }: RatioGlyphProps) {
  const { width, height } = sizeOf(size);
  const box = isLarge ? 28 : 18;
  const scale = box / Math.max(width, height);

  return (
    <span
      aria-hidden
      className="flex shrink-0 items-center justify-center"
      style={{ width: box, height: box }}
    >
      <span
        className="rounded-[3px] border-[1.75px] border-current"
        style={{
          width: Math.max(6, width * scale),
          height: Math.max(6, height * scale),
          ...(size === "" && { borderStyle: "dashed" }),
        }}
      />
    </span>
  );
}

import { type CSSProperties, useMemo } from "react";
import { fieldColours } from "#components/queue/progress/field-colours.ts";

interface LatentFieldProps {
  /** Of the picture whose colours it takes; null for the usual ones. */
  thumbhash: string | null;
  isMoving: boolean;
}

type FieldStyle = CSSProperties & Record<`--c${1 | 2 | 3 | 4}`, string>;

/** What stands where a picture will be: its likely colours, drifting while it is made. `latent-field.css` draws it. */
export function LatentField({ thumbhash, isMoving }: LatentFieldProps) {
  const style = useMemo<FieldStyle>(() => {
    const [a, b, c, d] = fieldColours(thumbhash);
    return { "--c1": a, "--c2": b, "--c3": c, "--c4": d };
  }, [thumbhash]);

  return (
    <span aria-hidden data-slot="latent-field" data-moving={isMoving || undefined} style={style}>
      <i />
      <i />
      <i />
      <i />
    </span>
  );
}

"use client";

import { useState } from "react";
import { nearestSize } from "#components/studio/parameters/size/nearest-size.ts";
import { describeSize, sizeOf } from "#components/studio/parameters/size/size-of.ts";
import { fitNumber } from "#components/ui/number/fit-number.ts";
import { NumberField } from "#components/ui/number/number-field.tsx";
import { useWords } from "#components/words/words.tsx";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { sideMax, sideMin } from "#lib/engine/request-limits.ts";

interface CustomSizeProps {
  value: string;
  /** What the model takes. */
  model: Pick<EngineModel, "sizes" | "anySize">;
  onValueChange: (value: string) => void;
}

type Sides = Record<"width" | "height", string>;

const range = { min: sideMin, max: sideMax };

/** A width and a height of one's own, in pixels. What the model does not take becomes the nearest that it does, which is said. */
export function CustomSize({ value, model, onValueChange }: CustomSizeProps) {
  const t = useWords();
  const [known, setKnown] = useState(value);
  const [sides, setSides] = useState(() => sidesOf(value));
  const [typed, setTyped] = useState<Partial<Sides>>({});
  if (known !== value) {
    setKnown(value);
    setSides(sidesOf(value));
    setTyped({});
  }

  function commit(change: Partial<Sides>) {
    const next = { ...sides, ...change };
    const isWhole = next.width !== "" && next.height !== "";
    const size = isWhole ? nearestSize(`${next.width}x${next.height}`, model) : "";
    setSides(next);
    // One side alone is no size yet.
    if (size === "" && (next.width || next.height)) return;
    setKnown(size);
    if (size !== value) onValueChange(size);
  }

  const asked = { ...sides, ...typed };
  const width = fitNumber(asked.width, range);
  const height = fitNumber(asked.height, range);
  const taken = width && height ? nearestSize(`${width}x${height}`, model) : "";
  const isOdd = taken !== "" && taken !== `${asked.width}x${asked.height}`;

  return (
    <>
      <fieldset className="flex min-h-12 items-center justify-between gap-4 px-1">
        <legend className="sr-only">{t("composer.anySize")}</legend>
        <span aria-hidden>{t("composer.anySize")}</span>
        <span className="flex items-center gap-2 text-muted">
          {(["width", "height"] as const).map((side) => (
            <span key={side} className="flex items-center gap-2">
              {side === "height" && <span aria-hidden>×</span>}
              <NumberField
                aria-label={t(`composer.${side}`)}
                className="w-22"
                {...range}
                value={sides[side]}
                onType={(text) => setTyped({ ...typed, [side]: text.trim() })}
                onCommit={(fitted) => commit({ [side]: fitted })}
              />
            </span>
          ))}
        </span>
      </fieldset>
      <p role="status" className="px-1 pb-1 text-muted text-sm empty:hidden">
        {isOdd && t("composer.becomes", { size: describeSize(taken, t) })}
      </p>
    </>
  );
}

function sidesOf(value: string): Sides {
  if (value === "" || value === "auto") return { width: "", height: "" };
  const { width, height } = sizeOf(value);
  return { width: String(width), height: String(height) };
}

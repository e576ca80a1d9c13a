"use client";

import Link from "next/link";
import { inputSource } from "#components/image/input-source.ts";
import { useWords } from "#components/words/words.tsx";
import type { InputView } from "#lib/contract/input/input-view.ts";
import { cn } from "#lib/platform/cn.ts";

/** What went into a generation beside its prompt, small and in its order; a picture of the library leads there. */
export function InputList({
  inputs,
  className,
}: {
  inputs: readonly InputView[];
  className?: string;
}) {
  const t = useWords();

  return (
    <ul aria-label={t("image.references")} className={cn("flex flex-wrap gap-1", className)}>
      {inputs.map((input, at) => {
        const name = t("image.reference", { place: at + 1 });
        const picture = (
          // biome-ignore lint/performance/noImgElement: a thumbnail of ours, in its final size.
          <img
            src={inputSource(input)}
            alt={input.imageId ? "" : name}
            loading="lazy"
            className="size-8 rounded-[4px] bg-well object-cover pointer-coarse:size-11"
          />
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are as they were sent, and one may be there twice.
          <li key={at}>
            {input.imageId ? (
              <Link href={`/gallery/${input.imageId}`} prefetch={false} aria-label={name}>
                {picture}
              </Link>
            ) : (
              picture
            )}
          </li>
        );
      })}
    </ul>
  );
}

"use client";

import Link from "next/link";
import { inputSource } from "#components/image/input-source.ts";
import { useWords } from "#components/words/words.tsx";
import { blobUrl } from "#lib/contract/input/blob-url.ts";
import type { InputView } from "#lib/contract/input/input-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface InputListProps {
  inputs: readonly InputView[];
  /** Where they are looked at: large enough for that, and one that is not of the library opens, too. */
  isLarge?: boolean;
  className?: string;
}

/** What went into a generation beside its prompt, small and in its order; a picture of the library leads there. */
export function InputList({ inputs, isLarge = false, className }: InputListProps) {
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
            className={cn(
              "bg-well object-cover",
              isLarge ? "size-14 rounded-picture" : "size-8 rounded-[4px] pointer-coarse:size-11",
            )}
          />
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are as they were sent, and one may be there twice.
          <li key={at}>
            {input.imageId ? (
              <Link href={`/gallery/${input.imageId}`} prefetch={false} aria-label={name}>
                {picture}
              </Link>
            ) : isLarge ? (
              <a href={blobUrl(input.blobHash, "original")} target="_blank" rel="noreferrer">
                {picture}
              </a>
            ) : (
              picture
            )}
          </li>
        );
      })}
    </ul>
  );
}

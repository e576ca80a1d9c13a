import { CircleAlert } from "lucide-react";
import { inputSource } from "#components/image/input-source.ts";
import type { Reference } from "#components/studio/draft/reference.ts";
import { cn } from "#lib/platform/cn.ts";

/** What a reference shows, as large as what it is in: faint while it is on its way. */
export function ReferencePicture({ reference }: { reference: Reference }) {
  const isHere = reference.state === "ready";
  const src = isHere ? inputSource(reference.input) : reference.preview;
  return (
    <>
      {src !== "" && (
        // biome-ignore lint/performance/noImgElement: a thumbnail of ours, in its final size.
        <img
          src={src}
          alt=""
          draggable={false}
          className={cn("size-full object-cover", !isHere && "opacity-60")}
        />
      )}
      {reference.state === "failed" && (
        <CircleAlert aria-hidden className="absolute text-danger size-5!" />
      )}
    </>
  );
}

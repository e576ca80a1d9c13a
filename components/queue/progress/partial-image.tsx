"use client";

import { useState } from "react";

interface PartialImageProps {
  attemptId: string;
  /** Of the latest one known; undefined when there is none yet. */
  version: number | undefined;
}

/** The latest frame of a picture that is being made. A frame stays until the next one is there, or if that is gone. */
export function PartialImage({ attemptId, version }: PartialImageProps) {
  const [shown, setShown] = useState<string | null>(null);
  if (version === undefined) return null;

  const latest = `/api/attempts/${attemptId}/partial?version=${version}`;
  const frames = shown === null || shown === latest ? [latest] : [shown, latest];

  return frames.map((frame) => (
    // biome-ignore lint/performance/noImgElement: a frame that lives for a moment.
    <img
      key={frame}
      src={frame}
      alt=""
      onLoad={() => setShown(frame)}
      className={`absolute inset-0 size-full object-cover ${frame === shown ? "" : "opacity-0"}`}
    />
  ));
}

"use client";

import { type ComponentType, memo, type ReactNode, Suspense, useEffect, useState } from "react";
import { awaitPart } from "#components/data/late-parts.ts";
import { lazyPart } from "#components/layout/lazy-part.ts";

/**
 * A part of a screen that comes with the page, and whose code comes after the rest: it is seen at once, and can be used a moment
 * after what is needed first. Until then nothing that it shows may change: news wait for it, and its props must stay the same.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  /** Its place, where it is drawn by the browser alone. */
  place: ReactNode = null,
) {
  const Part: ComponentType<Props> & { preload: () => void } = lazyPart(load);
  if ("document" in globalThis) Part.preload();

  return memo((props: Props) => (
    <Awaited place={place}>
      <Part {...props} />
    </Awaited>
  ));
}

function Awaited({ place, children }: { place: ReactNode; children: ReactNode }) {
  const [life] = useState(createLife);
  useEffect(() => {
    awaitPart(life.alive);
    return life.begin;
  }, [life]);

  return (
    <Suspense fallback={place}>
      {children}
      <Alive onAlive={life.begin} />
    </Suspense>
  );
}

function Alive({ onAlive }: { onAlive: () => void }) {
  useEffect(onAlive, [onAlive]);
  return null;
}

function createLife() {
  let begin = () => {};
  const alive = new Promise<void>((resolve) => {
    begin = resolve;
  });
  return { alive, begin: () => begin() };
}

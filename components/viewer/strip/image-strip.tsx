"use client";

import Link from "next/link";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { promptStart } from "#components/image/prompt-start.ts";
import { useLineage } from "#components/viewer/strip/use-lineage.ts";
import { useWords } from "#components/words/words.tsx";
import { imageUrl } from "#lib/contract/image-url.ts";
import type { ImageLineage } from "#lib/contract/library/image-lineage.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

interface ImageStripProps {
  image: ImageTile;
  /** As the screen came with it. */
  lineage: ImageLineage;
}

/** Under the picture: what it was made from, the pictures of its press, and what was made of it. Nothing where it is alone. */
export function ImageStrip({ image, lineage: given }: ImageStripProps) {
  const t = useWords();
  const { parents, siblings, children } = useLineage(image, given);
  const strip = useRef<HTMLElement>(null);

  // What is current stands in the middle of a strip that is longer than the window.
  useLayoutEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>("[aria-current]");
    if (!strip.current || !current) return;
    strip.current.scrollLeft =
      current.offsetLeft - (strip.current.clientWidth - current.offsetWidth) / 2;
  }, []);

  if (parents.length + siblings.length + children.length < 2) return null;

  return (
    <nav
      ref={strip}
      aria-label={t("viewer.related")}
      data-keeps-focus="strip"
      className="relative flex h-14 shrink-0 items-center gap-6 overflow-x-auto px-4 [scrollbar-width:none] md:h-18 md:px-6 md:pb-4 [@media(max-height:30rem)]:hidden"
      onKeyDown={moveFocus}
    >
      <Group name={t("viewer.madeFrom")} images={parents} currentId={image.id} />
      <Group name={t("viewer.ofThisPress")} isUnsaid images={siblings} currentId={image.id} />
      <Group name={t("viewer.madeOfIt")} images={children} currentId={image.id} />
    </nav>
  );
}

interface GroupProps {
  name: string;
  /** Its name is for those who do not see where it stands. */
  isUnsaid?: boolean;
  images: readonly ImageTile[];
  currentId: string;
}

/** Auto margins at both ends of the strip hold it in the middle, and let it scroll where it is longer. */
const middle = "first:ms-auto last:me-auto";

function Group({ name, isUnsaid = false, images, currentId }: GroupProps) {
  const t = useWords();
  if (images.length === 0) return null;

  return (
    <section aria-label={name} className={`flex shrink-0 items-center gap-2 ${middle}`}>
      {!isUnsaid && <h2 className="text-muted text-xs">{name}</h2>}
      <ul className="flex gap-1.5">
        {images.map(({ id, prompt }, at) => (
          <li key={id}>
            <Link
              href={`/gallery/${id}`}
              replace
              scroll={false}
              prefetch={false}
              tabIndex={id === currentId ? 0 : -1}
              aria-current={id === currentId ? "true" : undefined}
              aria-label={
                isUnsaid
                  ? t("viewer.place", { place: at + 1, of: images.length })
                  : promptStart(prompt)
              }
              className="block rounded-picture opacity-70 transition-opacity hover:opacity-100 focus-visible:opacity-100 aria-[current]:opacity-100 aria-[current]:outline-2 aria-[current]:outline-offset-2 aria-[current]:outline-ink forced-colors:aria-[current]:outline-[Highlight]"
            >
              {/** biome-ignore lint/performance/noImgElement: a thumbnail of ours, in its final size. */}
              <img
                src={imageUrl(id, "320")}
                alt=""
                draggable={false}
                className="size-11 rounded-picture bg-well object-cover md:size-12"
              />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The strip is one stop of Tab, on the current picture; arrows go on from there, and Enter opens. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll("a")];
  const at = links.findIndex((link) => link.matches(":focus"));
  const targets: Record<string, number> = {
    ArrowLeft: Math.max(0, at - 1),
    ArrowRight: Math.min(links.length - 1, at + 1),
    Home: 0,
    End: links.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;

  event.preventDefault();
  links[target]?.focus();
}

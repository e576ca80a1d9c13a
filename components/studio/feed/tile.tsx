"use client";

import { Ban } from "lucide-react";
import Link from "next/link";
import { Suspense } from "react";
import { Image } from "#components/image/image.tsx";
import { wordedPart } from "#components/layout/worded-part.tsx";
import { describeTile } from "#components/studio/feed/describe-tile.tsx";
import { PartialImage } from "#components/studio/feed/partial-image.tsx";
import { TileFrame } from "#components/studio/feed/tile-frame.tsx";
import type { TileView } from "#components/studio/feed/tile-state.ts";
import { Badge } from "#components/ui/badge.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GatewayRef } from "#lib/contract/gateway-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

const ProblemTile = wordedPart(async () => {
  const { ProblemTile } = await import("#components/studio/feed/problem-tile.tsx");
  return ProblemTile;
});

interface TileProps {
  tile: TileView;
  gateway: GatewayRef;
  /** The width it has on screen, as of `<img sizes>`. */
  sizes: string;
  /** As CSS wants it, "3 / 2"; of a picture that is there its own is taken. */
  ratio: string;
  /** The place in the queue, from 1; null when it does not wait. */
  rank: number | null;
  partialVersion: number | undefined;
}

/** In these states what came so far is shown below the words. */
const begunStates = new Set(["running", "storing", "unsaved"]);

/** The place of one picture, from the press on: what becomes of it is shown in it, at its final size. */
export function Tile({ tile, gateway, sizes, ratio, rank, partialVersion }: TileProps) {
  const t = useWords();
  const { state, attempt } = tile;
  if (state.type === "picture") return <ImageLink image={state.image} sizes={sizes} />;
  if (state.type === "problem") {
    return (
      <Suspense fallback={<TileFrame ratio={ratio} icon={<Ban />} text={t("feed.noPicture")} />}>
        <ProblemTile attempt={attempt} gateway={gateway} ratio={ratio} />
      </Suspense>
    );
  }

  return (
    <TileFrame ratio={ratio} {...describeTile(state, { rank, t })}>
      {begunStates.has(state.type) && (
        <PartialImage attemptId={attempt.id} version={partialVersion} />
      )}
    </TileFrame>
  );
}

function ImageLink({ image, sizes }: { image: ImageView; sizes: string }) {
  const t = useWords();

  return (
    <Link
      href={`/gallery/${image.id}`}
      className="group relative block overflow-hidden rounded-block"
    >
      <Image
        image={image}
        sizes={sizes}
        isEager
        withOriginal
        className="transition-opacity group-hover:opacity-90"
      />
      {image.isHidden && <Badge className="absolute start-2 top-2">{t("feed.cameLate")}</Badge>}
    </Link>
  );
}

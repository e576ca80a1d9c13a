import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { parseId } from "#app/api/handle.ts";
import { ScreenWords } from "#app/screen-words.tsx";
import { promptStart } from "#components/image/prompt-start.ts";
import { ImageScreen } from "#components/viewer/image-screen.tsx";
import { localOwnerId } from "#lib/account/local-owner.ts";
import { currentSequence } from "#lib/events/read-events.server.ts";
import { getImage } from "#lib/library/get-image.server.ts";
import { getLineage } from "#lib/library/get-lineage.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import { services } from "#lib/services/services.server.ts";

interface ImagePageProps {
  params: Promise<{ imageId: string }>;
}

export async function generateMetadata({ params }: ImagePageProps): Promise<Metadata> {
  const { detail } = await readImage((await params).imageId);
  return { title: promptStart(detail.image.prompt, 60) };
}

export default async function ImagePage({ params }: ImagePageProps) {
  const { detail, lineage, sequence } = await readImage((await params).imageId);
  return (
    <ScreenWords spaces={["viewer", "parameters", "notes"]}>
      <ImageScreen key={detail.image.id} detail={detail} lineage={lineage} sequence={sequence} />
    </ScreenWords>
  );
}

/** Read once for the page and its title. */
const readImage = cache(async (imageId: string) => {
  try {
    const { client } = services().database;
    // First: what is told after it is news of the picture.
    const sequence = await currentSequence(client, localOwnerId);
    const asked = { userId: localOwnerId, id: parseId(imageId) };
    return {
      detail: await getImage(client, asked),
      lineage: await getLineage(client, asked),
      sequence,
    };
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
});

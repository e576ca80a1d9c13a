import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { parseId } from "#app/api/handle.ts";
import { ScreenWords } from "#app/screen-words.tsx";
import { promptStart } from "#components/image/prompt-start.ts";
import { ImageScreen } from "#components/viewer/image-screen.tsx";
import { localOwnerId } from "#lib/account/local-owner.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { getImage } from "#lib/library/get-image.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import { services } from "#lib/services/services.server.ts";

interface ImagePageProps {
  params: Promise<{ imageId: string }>;
}

export async function generateMetadata({ params }: ImagePageProps): Promise<Metadata> {
  const { image } = await readImage((await params).imageId);
  return { title: promptStart(image.prompt, 60) };
}

export default async function ImagePage({ params }: ImagePageProps) {
  const detail = await readImage((await params).imageId);
  return (
    <ScreenWords spaces={["viewer", "history", "parameters", "reasons"]}>
      <ImageScreen key={detail.image.id} detail={detail} />
    </ScreenWords>
  );
}

/** Read once for the page and its title. */
const readImage = cache(async (imageId: string): Promise<ImageDetail> => {
  try {
    const { client } = services().database;
    return await getImage(client, { userId: localOwnerId, id: parseId(imageId) });
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
});

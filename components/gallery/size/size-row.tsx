"use client";

import { gallerySizes, parseSize, sizeCookie } from "#components/gallery/size/gallery-size.ts";
import { chooseSize, useGallerySize } from "#components/gallery/size/size-store.ts";
import { Segments } from "#components/ui/segments.tsx";
import { useWords } from "#components/words/words.tsx";

/** How large the gallery's pictures are, by words and for thumbs: where its head has no room for `SizeChoice`. */
export function SizeRow() {
  const t = useWords();
  const size = useGallerySize(readCookie());

  return (
    <Segments
      label={t("more.density")}
      value={`${size}`}
      options={gallerySizes.map((one) => [`${one}`, t("more.sizeIs", { size: `${one}` })])}
      onValueChange={(text) => chooseSize(parseSize(text))}
    />
  );
}

function readCookie() {
  return parseSize(new RegExp(`${sizeCookie}=(\\d)`).exec(document.cookie)?.[1]);
}

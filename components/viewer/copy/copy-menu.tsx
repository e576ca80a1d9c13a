"use client";

import { Braces, Download, Image, Link, SquareTerminal, TextQuote } from "lucide-react";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import { copyText } from "#components/image/copy-text.ts";
import { downloadImage } from "#components/image/download-image.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { Menu } from "#components/ui/menu.tsx";
import { MenuItem } from "#components/ui/menu-item.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { copyPicture } from "#components/viewer/copy/copy-picture.ts";
import { describeCurl, describeRequest } from "#components/viewer/copy/describe-curl.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { isLocal } from "#lib/contract/is-local.ts";
import type { Words } from "#messages/create-words.ts";

/** What can be taken along of a picture: itself, its prompt, its address, and the request that it was made by. */
export function CopyMenu({ detail }: { detail: ImageDetail }) {
  const t = useWords();
  const { image, gateway } = detail;
  const copy = (text: string, done: string) => void copyText(text, { done, t });

  return (
    <Menu
      label={t("viewer.copy")}
      trigger={t("viewer.copy")}
      triggerProps={{ className: buttonClass({ variant: "ghost", size: "small" }) }}
    >
      <MenuItem onClick={() => void copyPicture(image.id, t)}>
        <Image aria-hidden />
        {t("viewer.copyPicture")}
      </MenuItem>
      <MenuItem onClick={() => copy(image.prompt, t("image.promptCopied"))}>
        <TextQuote aria-hidden />
        {t("image.copyPrompt")}
      </MenuItem>
      <MenuItem
        onClick={() =>
          copy(new URL(`/gallery/${image.id}`, location.href).href, t("viewer.linkCopied"))
        }
      >
        <Link aria-hidden />
        {t("viewer.copyLink")}
      </MenuItem>
      {/* The painter is asked over no network. */}
      {!isLocal(gateway) && (
        <MenuItem onClick={() => void copyCurl(detail, t)}>
          <SquareTerminal aria-hidden />
          {t("viewer.copyCurl")}
        </MenuItem>
      )}
      <MenuItem onClick={() => copy(describeRequest(detail), t("viewer.requestCopied"))}>
        <Braces aria-hidden />
        {t("viewer.copyJson")}
      </MenuItem>
      <MenuItem onClick={() => downloadImage(image.id)}>
        <Download aria-hidden />
        {t("viewer.download")}
      </MenuItem>
    </Menu>
  );
}

/** By the address that the gateway has now; one that is gone from the list has none. */
async function copyCurl(detail: ImageDetail, t: Words): Promise<void> {
  try {
    const { gateways } = await requestJson("GET /api/gateways", {});
    const gateway = gateways.find(({ id }) => id === detail.gateway.id);
    if (!gateway?.connection?.endpoint) return showToast(t("viewer.noAddress"));

    await copyText(describeCurl(detail, gateway), { done: t("viewer.requestCopied"), t });
  } catch (error) {
    showToast(describeRequestFailure(error, t));
  }
}

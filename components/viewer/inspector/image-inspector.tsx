"use client";

import { Dialog } from "#components/ui/dialog.tsx";
import { ImageNotice } from "#components/viewer/inspector/image-notice.tsx";
import {
  InspectorActions,
  type InspectorActionsProps,
} from "#components/viewer/inspector/inspector-actions.tsx";
import { InspectorBody } from "#components/viewer/inspector/inspector-body.tsx";
import type { Inspector } from "#components/viewer/inspector/use-inspector.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { cn } from "#lib/platform/cn.ts";

interface ImageInspectorProps extends InspectorActionsProps {
  detail: ImageDetail;
  inspector: Inspector;
}

/** What can be done with the picture, and how it was made: beside it, and on a narrow screen a sheet over its foot. */
export function ImageInspector({ detail, inspector, ...actions }: ImageInspectorProps) {
  const t = useWords();
  const { image } = actions;

  return (
    <>
      <aside
        id={inspector.id}
        aria-label={t("viewer.details")}
        className={cn(
          "flex h-dvh w-80 shrink-0 flex-col gap-4 pt-[calc(var(--top-height)+0.5rem)] text-md max-md:hidden",
          !inspector.isShown && "hidden",
        )}
      >
        {/* It stays where it is, whatever is scrolled below. */}
        <div className="flex flex-col gap-4 px-5">
          <ImageNotice image={image} />
          <InspectorActions detail={detail} {...actions} />
        </div>
        <div className="flex min-h-0 flex-col gap-5 overflow-y-auto px-5 pb-5">
          <InspectorBody detail={detail} image={image} />
        </div>
      </aside>
      <Dialog
        isOpen={inspector.isSheetOpen}
        onClose={inspector.closeSheet}
        title={t("viewer.details")}
        placement="bottom"
      >
        <div className="flex flex-col gap-5">
          <ImageNotice image={image} />
          <InspectorActions detail={detail} {...actions} />
          <InspectorBody detail={detail} image={image} />
        </div>
      </Dialog>
    </>
  );
}

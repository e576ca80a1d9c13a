import type { ReactNode } from "react";

interface TileFrameProps {
  /** As CSS wants it, "3 / 2". */
  ratio: string;
  icon: ReactNode;
  text: ReactNode;
  note?: ReactNode;
  /** Something is under way in it. */
  isBusy?: boolean;
  children?: ReactNode;
}

/** A tile without its picture: an icon and words over what there is of it so far. */
export function TileFrame({ ratio, icon, text, note, isBusy = false, children }: TileFrameProps) {
  return (
    <div
      className="relative flex items-end overflow-hidden rounded-block bg-well forced-colors:border"
      style={{ aspectRatio: ratio }}
    >
      {isBusy && <span aria-hidden className="absolute inset-0 animate-breathe bg-fill" />}
      {children}
      <div className="relative m-2 flex min-w-0 flex-col rounded-control bg-surface/90 px-2 py-1 text-muted text-xs [&_svg]:size-3.5 [&_svg]:shrink-0">
        <p className="flex items-center gap-1.5">
          {icon}
          <span className="min-w-0">{text}</span>
        </p>
        {note && (
          <p dir="auto" className="line-clamp-4">
            {note}
          </p>
        )}
      </div>
    </div>
  );
}

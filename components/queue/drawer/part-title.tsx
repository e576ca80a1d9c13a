import type { ReactNode } from "react";
import { useWords } from "#components/words/words.tsx";

interface PartTitleProps {
  title: string;
  /** How many pictures stand under it. */
  count: number;
  /** What can be done to all of them. */
  children?: ReactNode;
}

/** What a part of the queue's panel is of, and how many. */
export function PartTitle({ title, count, children }: PartTitleProps) {
  const t = useWords();

  return (
    <div className="flex min-h-8 items-center justify-between">
      <h3 className="font-medium text-muted text-sm">{t("drawer.part", { title, count })}</h3>
      {children}
    </div>
  );
}

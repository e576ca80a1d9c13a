"use client";

import { Ban, CircleAlert, CircleHelp } from "lucide-react";
import { describeProblem } from "#components/studio/describe-problem.ts";
import { TileFrame } from "#components/studio/tile-frame.tsx";
import type { AttemptView, GenerationView } from "#lib/generation/generation-view.ts";

interface ProblemTileProps {
  attempt: AttemptView;
  engine: GenerationView["engine"];
  /** As CSS wants it, "3 / 2". */
  ratio: string;
}

const icons = {
  danger: <CircleAlert className="text-danger-ink" />,
  warning: <CircleHelp className="text-warning-ink" />,
  neutral: <Ban />,
};

/** The place of a picture that did not come; the card below says more. */
export function ProblemTile({ attempt, engine, ratio }: ProblemTileProps) {
  const { tone, title } = describeProblem(attempt, engine);
  return <TileFrame ratio={ratio} icon={icons[tone]} text={title} />;
}

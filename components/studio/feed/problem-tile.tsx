"use client";

import { Ban, CircleAlert, CircleHelp } from "lucide-react";
import { TileFrame } from "#components/studio/feed/tile-frame.tsx";
import { describeProblem } from "#components/studio/problem/describe-problem.ts";
import { useWords } from "#components/words/words.tsx";
import type { GatewayRef } from "#lib/contract/gateway-view.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";

interface ProblemTileProps {
  attempt: AttemptView;
  gateway: GatewayRef;
  /** As CSS wants it, "3 / 2". */
  ratio: string;
}

const icons = {
  danger: <CircleAlert className="text-danger" />,
  warning: <CircleHelp className="text-warning" />,
  neutral: <Ban />,
};

/** The place of a picture that did not come; the card below says more. */
export function ProblemTile({ attempt, gateway, ratio }: ProblemTileProps) {
  const t = useWords();
  const { tone, title } = describeProblem(attempt, { gateway, t });
  return <TileFrame ratio={ratio} icon={icons[tone]} text={title} />;
}

import { CircleAlert, CircleQuestionMark, CircleSlash, Hand, HardDrive } from "lucide-react";
import type { ProblemTone } from "#components/queue/problem-words.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import { cn } from "#lib/platform/cn.ts";

const colours = { danger: "text-danger", warning: "text-warning", neutral: "text-muted" };

interface ProblemIconProps {
  attempt: AttemptView | undefined;
  tone: ProblemTone;
}

/** What kind of problem it is, by shape as well as by colour. */
export function ProblemIcon({ attempt, tone }: ProblemIconProps) {
  const Icon = iconOf(attempt, tone);
  return <Icon aria-hidden className={cn("size-4.5 shrink-0", colours[tone])} strokeWidth={1.75} />;
}

function iconOf(attempt: AttemptView | undefined, tone: ProblemTone) {
  if (attempt?.error?.code === "refused") return Hand;
  if (attempt?.state === "storing") return HardDrive;
  return { danger: CircleAlert, warning: CircleQuestionMark, neutral: CircleSlash }[tone];
}

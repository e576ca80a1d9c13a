"use client";

import { ArrowDown, ArrowUp, ChevronDown } from "lucide-react";
import { describeGateway } from "#components/settings/describe-gateway.ts";
import type { Gateways } from "#components/settings/gateway/use-gateways.ts";
import { useShowFailure } from "#components/settings/gateway/use-show-failure.ts";
import { GatewayDetails } from "#components/settings/gateway-details.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GatewayView } from "#lib/contract/gateway-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface GatewayRowProps {
  gateway: GatewayView;
  gateways: Gateways;
  /** Whether it serves a press that chooses no other. */
  isDefault: boolean;
  isFirst: boolean;
  isLast: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** One gateway: who it is, how it stands, its place in the order, and, opened, all that can be set. */
export function GatewayRow({
  gateway,
  gateways,
  isDefault,
  isFirst,
  isLast,
  isOpen,
  onOpenChange,
}: GatewayRowProps) {
  const { id, name, isEnabled } = gateway;
  const showFailure = useShowFailure();
  const t = useWords();
  const contentId = `gateway-${id}`;
  const move = (by: -1 | 1) => gateways.move(id, by).catch(showFailure);

  return (
    <li aria-label={name} className="rounded-block border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-1 p-2 ps-3.5">
        <div className="flex min-w-40 flex-1 flex-col py-1">
          <p className="flex flex-wrap items-center gap-2 font-medium text-md">
            <span dir="auto" className={cn("break-words", !isEnabled && "text-muted")}>
              {name}
            </span>
            {isDefault && <Badge>{t("settings.byDefault")}</Badge>}
          </p>
          <p className="break-words text-muted text-xs">{describeGateway(gateway, t)}</p>
        </div>
        <div className="ms-auto flex items-center gap-1">
          <IconButton
            label={t("settings.moveUp", { name })}
            aria-disabled={isFirst}
            onClick={() => move(-1)}
          >
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton
            label={t("settings.moveDown", { name })}
            aria-disabled={isLast}
            onClick={() => move(1)}
          >
            <ArrowDown aria-hidden />
          </IconButton>
          <Switch
            aria-label={t("settings.use", { name })}
            className="mx-2"
            checked={isEnabled}
            onChange={(event) =>
              gateways.change(id, { isEnabled: event.target.checked }).catch(showFailure)
            }
          />
          <IconButton
            label={isOpen ? t("settings.close", { name }) : t("settings.setUp", { name })}
            aria-expanded={isOpen}
            aria-controls={contentId}
            onClick={() => onOpenChange(!isOpen)}
          >
            <ChevronDown
              aria-hidden
              className={cn("transition-transform", isOpen && "rotate-180")}
            />
          </IconButton>
        </div>
      </div>
      <div id={contentId} hidden={!isOpen} className="border-line border-t p-3.5">
        {isOpen && <GatewayDetails gateway={gateway} gateways={gateways} />}
      </div>
    </li>
  );
}

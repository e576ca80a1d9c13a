import type { GatewayRef } from "#lib/contract/gateway-view.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
import type { Connection } from "#lib/gateways/connection/connection.ts";

/** A gateway as it is configured now. */
export interface ConfiguredGateway extends GatewayRef {
  /** How many attempts may be in flight by it; null: as the environment says. */
  slots: number | null;
  isEnabled: boolean;
  /** Gone from the list: it is there for what it made, and for what still waits for it. */
  isDeleted: boolean;
  /** Null where nothing is asked over a network. */
  connection: Connection | null;
}

/** A gateway that can be asked. */
export interface Gateway extends GatewayRef {
  slots: number;
  isEnabled: boolean;
  isDeleted: boolean;
  /** Null while it has not what it needs, a key as a rule. */
  engine: ImageEngine | null;
}

"use client";

import { createContext } from "react";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

/** What can be asked for, for what stands deep in the feed. */
export const OffersContext = createContext<readonly ModelOffer[]>([]);

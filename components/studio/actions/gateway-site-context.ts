"use client";

import { createContext } from "react";

/** The address that `gatewaySite` found, for what stands deep in the feed. */
export const GatewaySiteContext = createContext("");

"use client";

import { createContext } from "react";

/** Whether the gateway's key is given by the environment, for what stands deep in the feed. */
export const KeyGivenContext = createContext(false);

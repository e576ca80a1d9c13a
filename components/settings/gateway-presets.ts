/** What is filled in for a gateway that is added, and what its address is. */
export interface GatewayPreset {
  name: string;
  baseUrl: string;
  /** False for servers that run on one's own machine. */
  paid: boolean;
}

/** Services that speak the OpenAI images API, by their own documentation; servers of one's own by their default port. */
export const gatewayPresets: readonly GatewayPreset[] = [
  { name: "MeshAPI", baseUrl: "https://api.meshapi.ai", paid: true },
  { name: "OpenAI", baseUrl: "https://api.openai.com", paid: true },
  { name: "OpenRouter", baseUrl: "https://openrouter.ai/api/v1", paid: true },
  { name: "Together", baseUrl: "https://api.together.xyz", paid: true },
  { name: "xAI", baseUrl: "https://api.x.ai", paid: true },
  { name: "LocalAI", baseUrl: "http://127.0.0.1:8080", paid: false },
  { name: "stable-diffusion.cpp", baseUrl: "http://127.0.0.1:1234", paid: false },
];

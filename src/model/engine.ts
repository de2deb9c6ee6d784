/** The engines there are to choose from. */
export const engineNames = ['memory', 'google', 'openai-compatible'] as const
export type EngineName = (typeof engineNames)[number]

/** How the engines are set up, secrets included. */
export interface EngineSettings {
  readonly active: EngineName
  readonly google: { readonly project: string; readonly location: string; readonly glossary: string }
  readonly openai: { readonly baseUrl: string; readonly model: string; readonly key: string }
}

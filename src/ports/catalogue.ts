/** A small store of settings and secrets: JSON values by name. A value is replaced as a whole or not at all. */
export interface Catalogue {
  get(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
  /** Names of all values, sorted by their UTF-16 units. */
  names(): Promise<readonly string[]>
}

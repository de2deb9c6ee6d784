/** A small store of settings and secrets, each a JSON value under a name. A value is replaced whole, or not at all. */
export interface Catalogue {
  get(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
}

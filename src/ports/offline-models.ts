import type { OfflineModelName, OfflineModelState } from '../model/offline-model.ts'
import type { Refusal } from '../model/refusal.ts'

/** The models of the offline engine: what is installed, and how it comes there. */
export interface OfflineModels {
  state(): Promise<OfflineModelState>
  /**
   * Begins to fetch and install a model, from its makers or from a mirror: a web folder with the same files. Refused if
   * one is being installed. `state` tells how far it is and what became of it.
   */
  install(name: OfflineModelName, mirror?: string): Refusal | null
  /** Stops the installation under way, and resolves when it has stopped. What was fetched is kept for the next one. */
  stop(): Promise<void>
  /** Deletes the installed model. */
  remove(): Promise<void>
}

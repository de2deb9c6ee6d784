import type { Refusal } from './refusal.ts'

/** The models of Firefox from Chinese to English, the smaller first. */
export const offlineModelNames = ['base-memory', 'base'] as const
export type OfflineModelName = (typeof offlineModelNames)[number]

/** A file of a model by what it is for. A model has one vocabulary, or one for each language. */
export const modelParts = ['model', 'shortlist', 'vocabulary', 'source-vocabulary', 'target-vocabulary'] as const
export type ModelPart = (typeof modelParts)[number]

/** A model that is installed. `own` is one that the office brought, of which nothing else is known. */
export interface InstalledModel {
  readonly name: OfflineModelName | 'own'
  /** Which one it is, in the origin of drafts. */
  readonly version: string
  /** Of its files. */
  readonly bytes: number
  readonly installedAt: string
}

/** How far an installation is, in bytes of all its files together. */
export interface ModelProgress {
  readonly part: ModelPart
  readonly stage: 'fetching' | 'unpacking'
  readonly done: number
  readonly total: number
}

/** A model that can be fetched: how many bytes that takes. */
export interface OfferedModel {
  readonly name: OfflineModelName
  readonly bytes: number
}

/** The licence of the models that can be fetched. */
export interface ModelLicence {
  readonly name: string
  readonly by: string
  readonly address: string
}

/** The offline engine's model: what is installed, what is being installed, and why the last installation was not done. */
export interface OfflineModelState {
  readonly installed: InstalledModel | null
  readonly installing: (ModelProgress & { readonly name: OfflineModelName }) | null
  readonly refused: Refusal | null
  readonly offered: readonly OfferedModel[]
  readonly licence: ModelLicence
}

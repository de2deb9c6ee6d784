import type { Memory } from '../../memory/memory.ts'
import type { EngineSettings } from '../../model/engine.ts'
import type { Refusal } from '../../model/refusal.ts'
import type { Catalogue } from '../../ports/catalogue.ts'
import type { Engine } from '../../ports/engine.ts'
import type { Formats } from '../../ports/format.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { Site } from '../../ports/site.ts'
import type {
  Clock,
  Digest,
  DigestBytes,
  Fingerprint,
  NewId,
  Pause,
  Signer,
  VerifySignature,
} from '../../ports/world.ts'
import type { Proofreader } from '../../proofing/proofread.ts'
import type { SiteAssets } from '../../publishing/assets/assets.ts'
import type { Extracted, ExtractionJob } from '../glossary/extraction.ts'
import type { ReadFile } from './reading.ts'

/** All that the use cases need of the world: whoever starts the programme chooses the doors. */
export interface World {
  readonly journals: Journal
  /** Settings, and the secrets of accounts and engines. */
  readonly settings: Catalogue
  /** The published pages. */
  readonly site: Site
  /** The style sheet and the script of pages that are published from now on. */
  readonly siteAssets: SiteAssets
  readonly clock: Clock
  readonly digest: Digest
  readonly digestBytes: DigestBytes
  readonly newId: NewId
  readonly pause: Pause
  readonly signer: Signer
  readonly verifySignature: VerifySignature
  readonly fingerprintOf: Fingerprint
  readonly secrets: Secrets
  /** The engine that the settings name; `memory` is what the memory engine draws on. */
  engine(settings: EngineSettings, memory: Memory): Engine | Refusal | Promise<Engine | Refusal>
  /** Does an extraction without holding anybody else up. */
  extract(job: ExtractionJob): Promise<Extracted>
  /** Takes a fault in work that nobody waits for, such as a drafting run. */
  report(fault: unknown): void
  readonly formats: Formats
  /** Reads a file that comes in without holding anybody else up. */
  readonly read: ReadFile
  /** Reads English as English. It may open its dictionaries only when it is first asked. */
  readonly proofreader: Proofreader
}

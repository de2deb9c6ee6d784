import type { LocalServer } from '../../contract/views/engines.ts'
import type { Chance } from '../../drafting/calling.ts'
import type { Judges } from '../../drafting/judging.ts'
import type { EngineSettings } from '../../model/engine.ts'
import type { Refusal } from '../../model/refusal.ts'
import type { AccessLog } from '../../ports/access-log.ts'
import type { Catalogue } from '../../ports/catalogue.ts'
import type { Chat } from '../../ports/chat.ts'
import type { Coordination } from '../../ports/coordination.ts'
import type { Engine } from '../../ports/engine.ts'
import type { Formats, InlineAssets } from '../../ports/format.ts'
import type { Journal } from '../../ports/journal.ts'
import type { SendMail } from '../../ports/mail.ts'
import type { ExactOffers, MemoryHost } from '../../ports/memory-host.ts'
import type { OfflineModels } from '../../ports/offline-models.ts'
import type { Originals } from '../../ports/originals.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { Site } from '../../ports/site.ts'
import type { Snapshots } from '../../ports/snapshots.ts'
import type { PostWebhook } from '../../ports/webhook.ts'
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
import type { RunSearch } from '../documents/searching.ts'
import type { Extracted, ExtractionJob } from '../glossary/extraction.ts'
import type { RenderPart } from '../releases/render-part.ts'
import type { ReadFile } from './reading.ts'
import type { WriteFile } from './writing.ts'

/** The engines of the workspace. Without `main` only the memory drafts; without `second` nothing stands in for it. */
export interface OpenedEngines {
  readonly memory: Engine
  readonly main: Engine | null
  readonly second: Engine | null
}

/** Everything the use cases need from outside; the programme's entry point chooses the implementations. */
export interface World {
  readonly journals: Journal
  /** What the servers of the workspace agree on. */
  readonly coordination: Coordination
  /** What was worked out of the journals, for the next start. */
  readonly snapshots: Snapshots
  /** The files that documents came from. */
  readonly originals: Originals
  /** Settings, and the secrets of accounts and engines. */
  readonly settings: Catalogue
  /** The published pages. */
  readonly site: Site
  /** The style sheet and script of pages published from now on. */
  readonly siteAssets: SiteAssets
  /** The style and script of a page for a reviewer outside. */
  readonly reviewPage: InlineAssets
  readonly clock: Clock
  readonly digest: Digest
  readonly digestBytes: DigestBytes
  readonly newId: NewId
  readonly pause: Pause
  readonly signer: Signer
  readonly verifySignature: VerifySignature
  readonly fingerprintOf: Fingerprint
  readonly secrets: Secrets
  /** Who came in and who was refused. */
  readonly access: AccessLog
  /** The engines that the settings name; the memory engine asks `exact`. Refused if the active one is not set up. */
  engines(settings: EngineSettings, exact: ExactOffers): OpenedEngines | Refusal | Promise<OpenedEngines | Refusal>
  /** The language model that the settings name for questions on finished English; refused if it is not set up. */
  chat(settings: EngineSettings): Chat | Refusal
  /** Asks the usual addresses of language models on this machine which of them answer. */
  findLocalServers(): Promise<readonly LocalServer[]>
  /** The models of the offline engine. */
  readonly offlineModels: OfflineModels
  readonly chance: Chance
  /** Judge what engines answer without blocking other requests. */
  readonly judges: Judges
  /** Holds the translation memory, for lookups. */
  readonly memory: MemoryHost
  /** Runs an extraction without blocking other requests. */
  extract(job: ExtractionJob): Promise<Extracted>
  /** Searches texts; an expression that takes too long holds nobody up. */
  readonly search: RunSearch
  /** Sends one message to a receiver outside. */
  readonly postWebhook: PostWebhook
  /** Sends one e-mail. */
  readonly sendMail: SendMail
  /** Receives faults in background work, such as a drafting run. */
  report(fault: unknown): void
  readonly formats: Formats
  /** Reads an incoming file without blocking other requests. */
  readonly read: ReadFile
  /** Writes an outgoing file without blocking other requests. */
  readonly write: WriteFile
  /** Renders a part of the published site without blocking other requests. */
  readonly renderPart: RenderPart
  /** Proofreads English. May open its dictionaries at the first call. */
  readonly proofreader: Proofreader
}

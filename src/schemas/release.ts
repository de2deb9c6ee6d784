import * as z from 'zod'
import {
  type CertifiedRelease,
  type Figure,
  figureVerdicts,
  type Release,
  type SeenFigure,
  type Withdrawal,
} from '../model/release.ts'
import type { Binding, SignOff, Staleness } from '../model/signoff.ts'
import { blockKind, fileOrigin, sourceLanguage } from './document.ts'
import { exactly } from './exactly.ts'
import { chainHead } from './head.ts'
import { keyHistory } from './signing-key.ts'

const nameAndInstant = z.object({ name: z.string(), at: z.string() })
const verdict = z.enum(figureVerdicts)

export const figure = exactly<Figure>()(
  z
    .object({
      segment: z.string(),
      source: z.string(),
      expected: z.string(),
      target: z.string(),
      verdict,
      confirmed: z.object({ name: z.string(), at: z.string(), how: z.enum(['revision', 'checked']) }).exactOptional(),
    })
    .meta({ id: 'Figure' }),
)

export const seenFigure = exactly<SeenFigure>()(
  z.object({ source: z.string(), target: z.string(), verdict }).meta({ id: 'SeenFigure' }),
)

const binding = exactly<Binding>()(
  z
    .object({
      document: z.string(),
      segments: z.array(z.object({ id: z.string(), source: z.string(), target: z.string() })),
      terms: z.array(z.object({ id: z.string(), hash: z.string() })),
      figures: z.string(),
      sheet: z.string().exactOptional(),
      findings: z.string(),
      waivers: z.string().exactOptional(),
      checker: z.string(),
      head: z.string(),
      people: z.string(),
      singlePerson: z.boolean(),
      heads: z.array(chainHead).exactOptional(),
    })
    .meta({ id: 'Binding', description: 'What a signature binds: every hash is SHA-256 in hex.' }),
)

export const signOff = exactly<SignOff>()(
  z
    .object({
      binding,
      by: z.string(),
      name: z.string(),
      at: z.string(),
      key: z.string(),
      signature: z.string(),
    })
    .meta({ id: 'SignOff' }),
)

export const staleness = exactly<Staleness>()(
  z
    .object({
      segments: z.array(z.string()),
      terms: z.array(z.string()),
      findings: z.boolean(),
      checker: z.boolean(),
    })
    .meta({ id: 'Staleness' }),
)

/** A reason that readers of both languages are given. */
export const publicReason = z.object({ zh: z.string(), en: z.string() })

const titles = z.object({ source: z.string(), target: z.string() })

/** A certificate as verification reads it: what it proves and does not prove are words for people, and have changed. */
export const certifiedRelease = exactly<CertifiedRelease>()(
  z.object({
    document: z.string(),
    release: z.object({ number: z.int(), at: z.string(), title: titles }),
    texts: z.object({ source: z.string(), target: z.string() }),
    signOff,
    figures: z.array(figure).exactOptional(),
    heads: z.array(chainHead).exactOptional(),
  }),
)

/** A sealed file: files with their hashes (SHA-256, hex), and the key and the signature of the seal. */
export const sealed = z.object({
  type: z.string(),
  v: z.literal(1),
  files: z.array(z.object({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  key: z.string(),
  signature: z.string(),
})

const withdrawal = exactly<Withdrawal>()(
  z.object({ document: z.string(), number: z.int(), at: z.string(), name: z.string(), reason: publicReason }),
)

/** What a sealed withdrawal says, and of which certificate (SHA-256, hex). */
export const withdrawalSeal = z.object({ withdrawal, certificate: z.string() })

/** What the list of a site says of the ledger and the keys behind it. */
export const siteState = z.object({
  heads: z.array(chainHead).exactOptional(),
  keys: keyHistory.exactOptional(),
})

/** The texts and figures of a published release in data form, which verification compares with the certificate. */
export const publishedTexts = z.object({
  rows: z.array(
    z.object({ id: z.string(), block: z.string(), source: z.string(), target: z.string(), after: z.string() }),
  ),
  figures: z.array(figure).exactOptional(),
})

export const release = exactly<Release>()(
  z
    .object({
      document: z.string(),
      number: z.int(),
      at: z.string(),
      by: z.string(),
      title: titles,
      source: z.object({ origin: fileOrigin, language: sourceLanguage }),
      blocks: z.array(
        z.object({
          id: z.string(),
          kind: blockKind,
          level: z.int().exactOptional(),
          speaker: z.string().exactOptional(),
        }),
      ),
      rows: z.array(
        z.object({
          id: z.string(),
          block: z.string(),
          source: z.string(),
          target: z.string(),
          after: z.string(),
          translated: nameAndInstant,
          revised: nameAndInstant,
          revisedAgain: z.array(nameAndInstant).exactOptional(),
          draft: z.string().exactOptional(),
        }),
      ),
      terms: z.array(
        z.object({
          id: z.string(),
          source: z.string(),
          target: z.string(),
          status: z.enum(['proposed', 'approved']),
          note: z.string(),
          authority: z.string(),
          authorityDate: z.string().exactOptional(),
          authorityBody: z.string().exactOptional(),
          authorityPlace: z.string().exactOptional(),
        }),
      ),
      figures: z.array(figure),
      waivers: z.array(
        z.object({
          segment: z.string(),
          code: z.string(),
          reason: z.string(),
          name: z.string(),
          at: z.string(),
        }),
      ),
      errata: z.array(
        z.object({
          segment: z.string(),
          change: z.enum(['source', 'target', 'added', 'removed']),
          before: z.string(),
          after: z.string(),
        }),
      ),
      signOff,
      heads: z.array(chainHead).exactOptional(),
    })
    .meta({ id: 'Release' }),
)

import type { ModelPart, OfflineModelName } from '../../../model/offline-model.ts'

/** A file that is fetched: its name at a mirror, and what it is before and after unpacking (gzip). */
export interface PackedFile {
  readonly part: ModelPart
  /** Without the ending `.gz` once unpacked. */
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  /** Null where it is not known; the packed file is checked all the same. */
  readonly unpacked: { readonly bytes: number; readonly sha256: string } | null
}

export interface KnownModel {
  /** Where the maker has its files; a mirror has the same files in a folder of its own. */
  readonly address: string
  readonly files: readonly PackedFile[]
}

/** The licence of all of them. Its text lies beside each installed model. */
export const modelLicence = { name: 'MPL-2.0', by: 'Mozilla', address: 'https://www.mozilla.org/MPL/2.0/' } as const

/** The public bucket of the makers, named in the README of mozilla/firefox-translations-models. */
const bucket = 'https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data/models/zh-en'

/**
 * Firefox's models from Chinese to English. Sizes and hashes of the packed files are those of the pointers in
 * mozilla/firefox-translations-models, `models/<name>/zhen`; those of unpacked ones of its metadata and of Remote Settings.
 */
export const knownModels: Readonly<Record<OfflineModelName, KnownModel>> = {
  'base-memory': {
    address: `${bucket}/cjk_retrain_base-memory_cNY_yaJCStGwnTeXgW8A5w/exported/`,
    files: [
      {
        part: 'model',
        file: 'model.zhen.intgemm.alphas.bin.gz',
        bytes: 32_726_806,
        sha256: 'c430e24baad44b8e4f725458e2454aec8a760faefbd0a4592c80f114b051f692',
        unpacked: {
          bytes: 43_977_787,
          sha256: '5cd149601802fc8a18124a1c1306144dbbedc058630c4ddb2d53aa76fa9c7c06',
        },
      },
      {
        part: 'shortlist',
        file: 'lex.50.50.zhen.s2t.bin.gz',
        bytes: 4_822_158,
        sha256: '216b4f87e61c89741114fa36b3cf01fb1e3a32cf0eb97bf1cb2f992951e8691b',
        unpacked: null,
      },
      {
        part: 'vocabulary',
        file: 'vocab.zhen.spm.gz',
        bytes: 738_862,
        sha256: '244ac04cd4e2126852fc6f697b2aa1e04acad4492c5ec8b37453974f33f88183',
        unpacked: null,
      },
    ],
  },
  base: {
    address: `${bucket}/cjk_icu_base_LQeOIbF7Sbq3XA8lsRPotw/exported/`,
    files: [
      {
        part: 'model',
        file: 'model.zhen.intgemm.alphas.bin.gz',
        bytes: 44_369_188,
        sha256: '820f50dc36b1e25c97208fff0470bae7fda62bd6f371c4c4bf94947a9de58497',
        unpacked: {
          bytes: 59_504_955,
          sha256: '3535442962ec8f4a553cc19b206befcac689ee9cddaea44fa91e21527fc30ac2',
        },
      },
      {
        part: 'shortlist',
        file: 'lex.50.50.zhen.s2t.bin.gz',
        bytes: 4_824_122,
        sha256: 'b1bef5f75f5068877afdb2db0eeb670129165976bfa2af4889928f59c264b7b9',
        unpacked: {
          bytes: 9_220_016,
          sha256: 'cdcad3592dc2bc4676c34c4d37203f7649ee989195cf083cbb60f1ea011f976b',
        },
      },
      {
        part: 'vocabulary',
        file: 'vocab.zhen.spm.gz',
        bytes: 738_862,
        sha256: 'fd0cc08ddcbe480e3be06e6a86cb8aaf75f946263a5d9fc7d2773a197990cfb2',
        unpacked: {
          bytes: 1_359_697,
          sha256: 'dff594318ab7d8b7b60b844ab98ebe6b932ae8045fab15235404c787715965b3',
        },
      },
    ],
  },
}

/** Bytes to fetch for a model. */
export function packedBytes({ files }: KnownModel): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Bytes of a model on the disk, about three times those of the packed file where they are not known. */
export function unpackedBytes({ files }: KnownModel): number {
  return files.reduce((sum, { bytes, unpacked }) => sum + (unpacked?.bytes ?? 3 * bytes), 0)
}

/** The most bytes that a file may have after unpacking, where it is not known how many it has. */
export const mostUnpacked = 256 * 1024 * 1024

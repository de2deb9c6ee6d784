import type { ModelPart } from '../../../model/offline-model.ts'

/** The parts of a model by how Firefox names their files, packed or not. */
const names: readonly (readonly [ModelPart, RegExp])[] = [
  ['model', /^model\..*bin(?:\.gz)?$/],
  ['shortlist', /^lex\..*bin(?:\.gz)?$/],
  ['vocabulary', /^vocab\..*spm(?:\.gz)?$/],
  ['source-vocabulary', /^srcvocab\..*spm(?:\.gz)?$/],
  ['target-vocabulary', /^trgvocab\..*spm(?:\.gz)?$/],
]

/** The files of a model among those of a folder, by their names; null unless they are a whole model and no part is there twice. */
export function ownFiles(files: readonly string[]): ReadonlyMap<ModelPart, string> | null {
  const parts = new Map<ModelPart, string>()
  for (const [part, name] of names) {
    // Of a file that is there both packed and unpacked the packed one is taken.
    const found = files.filter((file) => name.test(file) && !files.includes(`${file}.gz`))
    if (found.length > 1) return null
    const [file] = found
    if (file !== undefined) parts.set(part, file)
  }
  const isJoint = parts.has('vocabulary')
  const isSeparate = parts.has('source-vocabulary') && parts.has('target-vocabulary')
  return parts.has('model') && isJoint !== isSeparate ? parts : null
}

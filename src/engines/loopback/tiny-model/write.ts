import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tinyModel, type Vocabularies } from './tiny-model.ts'

/** Writes a tiny model under the names that Firefox gives the files of a model, as a folder to install from. */
export async function writeTinyModel(
  folder: string,
  words: ReadonlyMap<string, string>,
  vocabularies: Vocabularies,
): Promise<void> {
  const { model, sourceVocabulary, targetVocabulary } = tinyModel(words, vocabularies)
  await mkdir(folder, { recursive: true })
  const files =
    vocabularies === 'joint'
      ? { 'vocab.zhen.spm': sourceVocabulary }
      : { 'srcvocab.zhen.spm': sourceVocabulary, 'trgvocab.zhen.spm': targetVocabulary }
  for (const [name, bytes] of Object.entries({ 'model.zhen.intgemm.alphas.bin': model, ...files })) {
    await writeFile(join(folder, name), bytes)
  }
}

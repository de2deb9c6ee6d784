import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ModelFile } from './protocol.ts'
import type { LoadModel } from './serve-thread.ts'

/**
 * Loads a model into `fxtranslate`, the engine of Firefox Translations in WebAssembly, which is imported here and
 * nowhere else. Its `translate` takes a text as one sentence; its own cutting into sentences is not used, since segments
 * are ours. Files that differ from what was installed are refused, and so is a model that fails at its first word: a
 * missing layer shows only then.
 */
export const loadFxtranslate: LoadModel = async (files) => {
  const { Translator } = await import('fxtranslate')
  const [model, source, target, shortlist] = await Promise.all([
    read(files.model),
    read(files.sourceVocabulary),
    read(files.targetVocabulary),
    files.shortlist && read(files.shortlist),
  ])
  const words = listenToPanics()
  const orPanic = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      throw new Error(words.last() || (error instanceof Error ? error.message : String(error)), { cause: error })
    }
  }
  const translator = orPanic(() => new Translator(model, source, target, shortlist))
  orPanic(() => translator.translate('一'))
  return (text) => orPanic(() => translator.translate(text))
}

async function read({ path, sha256 }: ModelFile): Promise<Uint8Array> {
  const bytes = await readFile(path)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`${path} has been changed`)
  return bytes
}

/** The module says why it panics on the console of its thread only. */
function listenToPanics() {
  let last = ''
  console.error = (...words: readonly unknown[]) => {
    last = words.join(' ')
  }
  return { last: () => last }
}

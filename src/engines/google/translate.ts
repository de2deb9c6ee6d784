import type { ConstraintMeans } from '../../model/draft.ts'
import type { GoogleModel } from '../../model/engine.ts'
import type { EngineTarget, OnSent } from '../../ports/engine.ts'
import { unlessAborted } from '../abort.ts'
import { sentRequest } from '../verdict.ts'
import type { GoogleClient } from './client.ts'

export const languages = { sourceLanguageCode: 'zh-CN', targetLanguageCode: 'en' }
export const timeout = 60_000

/** A model that `translateText` takes. */
export type TextModel = Exclude<GoogleModel, 'adaptive'>

/** How texts are to be translated. `glossary` is a whole resource name; empty for none. */
export interface TranslationWay {
  readonly parent: string
  readonly model: TextModel
  readonly means: ConstraintMeans
  readonly glossary: string
}

/** Who ends a call, and who is told what it sends. */
export interface Telling {
  readonly signal: AbortSignal
  readonly onSent?: OnSent | undefined
}

/** The address of a method of the service. */
export function addressOf(parent: string, method: string): string {
  return `https://translate.googleapis.com/v3/${parent}:${method}`
}

/** One call of `translateText`: the translation of each text in order, undefined where the service gave none. */
export async function translate(
  client: GoogleClient,
  { parent, model, means, glossary }: TranslationWay,
  contents: readonly string[],
  { signal, onSent }: Telling,
): Promise<readonly (EngineTarget | undefined)[]> {
  const request = {
    parent,
    model: `${parent}/models/${model}`,
    contents: [...contents],
    // The service takes HTML where nothing is said.
    mimeType: means === 'markup' ? 'text/html' : 'text/plain',
    ...languages,
    ...(glossary && { glossaryConfig: { glossary } }),
  }
  onSent?.(sentRequest(addressOf(parent, 'translateText'), request))
  const call = client.translateText(request, { timeout })
  const [{ translations, glossaryTranslations }] = await unlessAborted(call, signal)
  return contents.map((_, at) => {
    const plain = translations?.[at]
    const held = glossaryTranslations?.[at]
    const text = held?.translatedText || plain?.translatedText
    if (!text) return undefined
    const used = (held?.translatedText ? held : plain)?.model?.split('/models/')[1] ?? model
    const version = held?.translatedText ? `${used}, glossary ${glossary.split('/').at(-1)}` : used
    return { target: text, origin: { type: 'machine', engine: 'google', version } }
  })
}

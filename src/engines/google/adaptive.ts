import { asHtml } from '../../language/text/as-html.ts'
import { countCodePoints } from '../../model/code-points.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { EngineRequest, EngineTarget } from '../../ports/engine.ts'
import { unlessAborted } from '../abort.ts'
import { sentRequest } from '../verdict.ts'
import type { GoogleClient } from './client.ts'
import { addressOf, languages, type Telling, type TranslationWay, timeout } from './translate.ts'

/** How many pairs are sent with a sentence: as many as the service itself takes from a dataset. */
export const mostPairs = 5
/** Code points of a pair, both sentences together: the service's limit for those of a dataset. */
const longestPair = 512

/** The pairs of the memory that can be sent with a request. */
export function pairsFor({ examples }: EngineRequest): readonly MemoryPair[] {
  return examples.filter(isShort).slice(0, mostPairs)
}

function isShort({ source, target }: MemoryPair): boolean {
  return countCodePoints(source) + countCodePoints(target) <= longestPair
}

/**
 * One call of adaptive translation (`adaptiveMtTranslate`) for one text, with pairs as examples inline: no dataset is
 * kept at the service. Undefined where the service gave no translation. Throws the errors of the client library.
 */
export async function translateAdaptively(
  client: GoogleClient,
  { parent, means, glossary }: Omit<TranslationWay, 'model'>,
  source: string,
  pairs: readonly MemoryPair[],
  { signal, onSent }: Telling,
): Promise<EngineTarget | undefined> {
  const { sourceLanguageCode, targetLanguageCode } = languages
  // The pairs are in the form of the text beside which they stand.
  const written = (text: string) => (means === 'markup' ? asHtml(text) : text)
  const referenceSentencePairs = pairs.map((pair) => ({
    sourceSentence: written(pair.source),
    targetSentence: written(pair.target),
  }))
  const request = {
    parent,
    content: [source],
    mimeType: means === 'markup' ? 'text/html' : 'text/plain',
    referenceSentenceConfig: {
      referenceSentencePairLists: [{ referenceSentencePairs }],
      sourceLanguageCode,
      targetLanguageCode,
    },
    ...(glossary && { glossaryConfig: { glossary } }),
  }
  onSent?.(sentRequest(addressOf(parent, 'adaptiveMtTranslate'), request))
  const call = client.adaptiveMtTranslate(request, { timeout })
  const [{ translations, glossaryTranslations }] = await unlessAborted(call, signal)
  const held = glossaryTranslations?.[0]?.translatedText
  const text = held || translations?.[0]?.translatedText
  if (!text) return undefined
  const version = `adaptive, ${pairs.length} of the memory${held ? `, glossary ${glossary.split('/').at(-1)}` : ''}`
  return { target: text, origin: { type: 'machine', engine: 'google', version } }
}

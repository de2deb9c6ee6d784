import type { TFunction } from 'i18next'
import type { Check, SegmentContext } from '../../checks/check.ts'
import { proofreading, wordsOfSource, wordsOfTerms } from '../../checks/proofing.ts'
import { quantities } from '../../checks/quantities.ts'
import { checkAcross } from '../../checks/registry.ts'
import { terms } from '../../checks/terms.ts'
import { formats } from '../../formats/registry.ts'
import { expectDefined } from '../../model/expect.ts'
import type { Finding } from '../../model/finding.ts'
import { type HouseStyle, plainStyle } from '../../model/house-style.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import { readBy, type TextPair } from '../../ports/format.ts'
import { proofreader } from '../../server/proofreader.ts'
import { createRecogniser } from '../../terms/recognition/recognise.ts'
import { glossaryTerms } from '../glossary.ts'
import { readInput } from '../input.ts'
import { exitCodes, printJson, printRefusal, say, tell } from '../outcome.ts'

export interface PairOptions {
  readonly glossary?: string
  readonly json?: true
  /** Proofreads the English of this dialect. */
  readonly proof?: HouseStyle['dialect']
  /** The pairs form a document, in order. */
  readonly across?: true
}

/** A finding as a JSON line has it: the text it is about, and the right English if it is known. */
function jsonOf({ code, severity, source, target, params }: Finding, { zh, en }: TextPair) {
  const inZh = params.zh ?? (source === undefined ? undefined : zh.slice(source.from, source.to))
  const inEn = params.en ?? (target === undefined ? undefined : en.slice(target.from, target.to))
  return {
    code,
    severity,
    ...(inZh === undefined ? {} : { zh: inZh }),
    ...(inEn === undefined ? {} : { en: inEn }),
    ...(params.expected === undefined ? {} : { expected: params.expected }),
  }
}

/** The check of each pair, with the findings that compare pairs added by the id of the pair. */
function checksOf(contexts: readonly SegmentContext[], termbase: readonly Term[], options: PairOptions) {
  const { glossary, proof, across } = options
  const checks: Check[] = [quantities]
  if (glossary !== undefined) checks.push(terms)
  if (proof !== undefined) {
    const words = [...wordsOfTerms(termbase), ...new Set(contexts.flatMap(({ source }) => wordsOfSource(source)))]
    checks.push(proofreading({ proofread: proofreader.proofread, words }))
  }
  const acrossFindings = Map.groupBy(across === true ? checkAcross(contexts) : [], ({ segment }) => segment)
  return (context: SegmentContext): readonly Finding[] => {
    const findings = [...checks.flatMap((check) => check(context)), ...(acrossFindings.get(context.segment) ?? [])]
    // Of two pairs with one id, the first gets the findings.
    acrossFindings.delete(context.segment)
    return findings
  }
}

/**
 * `check --pairs FILE`: checks the numbers of a finished translation, with a glossary also its terms, and whatever other
 * options select, without a workspace. Writes one line a pair, even without findings.
 */
export async function checkPairs(file: string, options: PairOptions, t: TFunction): Promise<void> {
  const json = options.json === true
  const bytes = await readInput(file)
  const pairs = isRefusal(bytes) ? bytes : await readBy(formats.pairs, { filename: file, bytes })
  if (isRefusal(pairs)) return printRefusal(t, pairs, json, file)
  const termbase = await glossaryTerms(options.glossary)
  if (isRefusal(termbase)) return printRefusal(t, termbase, json, options.glossary)
  const recognise = createRecogniser(termbase)
  const style = { ...plainStyle, dialect: options.proof ?? plainStyle.dialect }
  const contexts = pairs.map(
    ({ id, zh, en }): SegmentContext => ({
      segment: id,
      kind: 'paragraph',
      source: zh,
      target: en,
      terms: recognise(zh),
      style,
    }),
  )
  const check = checksOf(contexts, termbase, options)
  let count = 0
  let errors = 0
  for (const [index, pair] of pairs.entries()) {
    const findings = check(expectDefined(contexts[index], 'the context of a pair'))
    count += findings.length
    errors += findings.filter(({ severity }) => severity === 'error').length
    if (json) printJson({ id: pair.id, findings: findings.map((finding) => jsonOf(finding, pair)) })
    else {
      for (const { severity, code, params } of findings)
        say(`${pair.id}\t${t(`severity.${severity}`)}\t${t(`findings:${code}`, { ...params })}`)
    }
  }
  if (!json) tell(t('check.counted', { count, errors }))
  if (errors > 0) process.exitCode = exitCodes.found
}

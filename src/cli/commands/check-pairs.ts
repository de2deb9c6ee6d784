import type { TFunction } from 'i18next'
import { quantities } from '../../checks/quantities.ts'
import { terms } from '../../checks/terms.ts'
import { readGlossary } from '../../formats/glossary-csv.ts'
import { readPairs, type TextPair } from '../../formats/pairs.ts'
import type { Finding } from '../../model/finding.ts'
import { plainStyle } from '../../model/house-style.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { TermOccurrence } from '../../model/term.ts'
import { createRecogniser } from '../../terms/recognise.ts'
import { readInput } from '../input.ts'
import { exitCodes, printJson, printRefusal, say, tell } from '../outcome.ts'

type Recogniser = (text: string) => readonly TermOccurrence[]

async function recogniserOf(file: string | undefined): Promise<Recogniser | Refusal> {
  if (file === undefined) return () => []
  const bytes = await readInput(file)
  const glossary = isRefusal(bytes) ? bytes : readGlossary(bytes)
  if (isRefusal(glossary)) return glossary
  return createRecogniser(glossary.map((term, index) => ({ ...term, id: `t${index + 1}` })))
}

/** A finding as a line of JSON has it: the words it is about, and the right English where it is known. */
function told({ code, severity, source, target, params }: Finding, { zh, en }: TextPair) {
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

/**
 * `check --pairs FILE`: the numbers of a finished translation, and with a glossary its terms, with no workspace. A pair
 * a line, whether or not anything was found in it.
 */
export async function checkPairs(
  file: string,
  { glossary, json }: { readonly glossary?: string; readonly json?: true },
  t: TFunction,
): Promise<void> {
  const bytes = await readInput(file)
  const pairs = isRefusal(bytes) ? bytes : readPairs(bytes, file)
  if (isRefusal(pairs)) return printRefusal(t, pairs, json === true, file)
  const recognise = await recogniserOf(glossary)
  if (isRefusal(recognise)) return printRefusal(t, recognise, json === true, glossary)
  let count = 0
  let errors = 0
  for (const pair of pairs) {
    const { id, zh, en } = pair
    const context = {
      segment: id,
      kind: 'paragraph',
      source: zh,
      target: en,
      terms: recognise(zh),
      style: plainStyle,
    } as const
    const findings = [...quantities(context), ...(glossary === undefined ? [] : terms(context))]
    count += findings.length
    errors += findings.filter(({ severity }) => severity === 'error').length
    if (json) printJson({ id, findings: findings.map((finding) => told(finding, pair)) })
    else {
      for (const { severity, code, params } of findings)
        say(`${id}\t${t(`severity.${severity}`)}\t${t(`findings:${code}`, { ...params })}`)
    }
  }
  if (!json) tell(t('check.counted', { count, errors }))
  if (errors > 0) process.exitCode = exitCodes.found
}

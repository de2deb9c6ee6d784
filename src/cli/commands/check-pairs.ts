import type { TFunction } from 'i18next'
import type { SegmentContext } from '../../checks/check.ts'
import { proofreading, wordsOfSource, wordsOfTerms } from '../../checks/proofing.ts'
import { checkAcross, checkerVersion, checkSegment } from '../../checks/registry.ts'
import { type CheckScope, codesChecked } from '../../checks/scope.ts'
import { formats } from '../../formats/registry.ts'
import { expectDefined } from '../../model/expect.ts'
import type { Finding } from '../../model/finding.ts'
import { type HouseStyle, plainStyle } from '../../model/house-style.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import { type FinishedTranslation, readBy, type TextPair } from '../../ports/format.ts'
import { proofreader } from '../../server/proofreader.ts'
import { createRecogniser } from '../../terms/recognition/recognise.ts'
import { tellChecked } from '../checked.ts'
import { glossaryTerms } from '../glossary.ts'
import { readInput } from '../input.ts'
import { tellNotices } from '../notices.ts'
import { exitCodes, printJson, printRefusal, say, tell } from '../outcome.ts'
import { terminal } from '../terminal.ts'

export interface PairOptions {
  readonly glossary?: string
  readonly json?: true
  /** The dialect of the English; spellings of both are accepted without it. */
  readonly proof?: HouseStyle['dialect']
  /** Whether the pairs form a document, in order; they do unless told otherwise. */
  readonly across?: boolean
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

/** The check of each pair, with the findings that compare pairs. */
function checksOf(contexts: readonly SegmentContext[], termbase: readonly Term[], scope: CheckScope) {
  const words = [...wordsOfTerms(termbase), ...new Set(contexts.flatMap(({ source }) => wordsOfSource(source)))]
  const proof = proofreading({ proofread: proofreader.proofread, words })
  const sought: ReadonlySet<string> = new Set(codesChecked(scope).ran)
  const acrossFindings = Map.groupBy(scope.across ? checkAcross(contexts) : [], ({ segment }) => segment)
  return (context: SegmentContext): readonly Finding[] =>
    [...checkSegment(context), ...proof(context), ...(acrossFindings.get(context.segment) ?? [])].filter(({ code }) =>
      sought.has(code),
    )
}

/** The pairs as the checks see them. Ids that occur again are told apart, since findings name segments by them. */
function contextsOf(pairs: readonly TextPair[], termbase: readonly Term[], style: HouseStyle) {
  const recognise = createRecogniser(termbase)
  const taken = new Set<string>()
  return pairs.map(({ id, zh, en }, index): SegmentContext => {
    const segment = taken.has(id) ? `${id} (${index + 1})` : id
    taken.add(segment)
    return { segment, kind: 'paragraph', source: zh, target: en, terms: recognise(zh), style }
  })
}

/** The pairs of a file. Refuses a file of which nothing would be checked: it must not pass as one without findings. */
async function readPairs(file: string): Promise<FinishedTranslation | Refusal> {
  const bytes = await readInput(file)
  const read = isRefusal(bytes) ? bytes : await readBy(formats.pairs, { filename: file, bytes })
  if (isRefusal(read)) return read
  if (read.pairs.length === 0 && read.locked === 0) return refuse('pairs-none', { skipped: String(read.skipped) })
  const isChinese = ({ zh }: TextPair) => /\p{Script=Han}/u.test(zh)
  const hasWords = ({ zh }: TextPair) => /\p{Letter}{2}/u.test(zh)
  if (!read.pairs.some(isChinese) && read.pairs.some(hasWords)) return refuse('pairs-not-chinese')
  return read
}

/**
 * `check --pairs FILE`: every check that the registry has, over a finished translation and without a workspace; those of
 * terms with a glossary. Writes one line a pair, even without findings, and at last what was checked.
 */
export async function checkPairs(file: string, options: PairOptions, t: TFunction): Promise<void> {
  const json = options.json === true
  const read = await readPairs(file)
  if (isRefusal(read)) return printRefusal(t, read, json, file)
  const termbase = await glossaryTerms(options.glossary, t)
  if (isRefusal(termbase)) return printRefusal(t, termbase, json, options.glossary)
  const { pairs, skipped, notices } = read
  tellNotices(notices, t, file)
  const style = { ...plainStyle, dialect: options.proof ?? plainStyle.dialect }
  const scope = {
    terms: options.glossary !== undefined,
    across: options.across !== false,
    dialect: options.proof !== undefined,
  }
  const contexts = contextsOf(pairs, termbase, style)
  const check = checksOf(contexts, termbase, scope)
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
  const { ran, notRun } = codesChecked(scope)
  const checked = { pairs: pairs.length, skipped, checks: ran, notRun, checker: checkerVersion }
  // The line of the file as a whole, which is no pair and has no id.
  if (json) printJson({ id: null, findings: [], checked })
  else {
    tell(t('check.counted', { count, errors }))
    tellChecked(checked, t)
  }
  if (errors > 0) terminal().endWith(exitCodes.found)
}

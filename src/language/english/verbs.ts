/** Irregular verbs: base, past, past participle. */
const irregular: readonly (readonly string[])[] =
  `be was been|become became become|begin began begun|bind bound bound|break broke broken|bring brought brought|build built built|buy bought bought|carry carried carried|choose chose chosen|come came come|cut cut cut|deal dealt dealt|do did done|draw drew drawn|drive drove driven|fall fell fallen|feel felt felt|find found found|get got gotten|give gave given|go went gone|grow grew grown|have had had|hold held held|keep kept kept|lay laid laid|lead led led|learn learnt learnt|leave left left|let let let|make made made|mean meant meant|meet met met|overcome overcame overcome|pay paid paid|put put put|rebuild rebuilt rebuilt|rise rose risen|run ran run|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|spend spent spent|spread spread spread|stand stood stood|strive strove striven|take took taken|teach taught taught|tell told told|think thought thought|understand understood understood|undertake undertook undertaken|uphold upheld upheld|win won won|write wrote written`
    .split('|')
    .map((forms) => forms.split(' '))

/**
 * Verbs that a rendering in official English (build a new home, deepen reform). Words that are as often nouns
 * before another noun (control center, research base, lead agency) are left out: they are verbs where the term says so.
 */
const opening = new Set(
  `abolish accelerate accept achieve acquire adapt address adhere adjust administer adopt advance allocate allow analyze apply approve assess assist attract attain avoid balance benefit boost broaden clarify combat combine comply connect conserve consolidate construct continue convert coordinate create crack cultivate decrease deepen defend deliver develop diversify eliminate embrace enable encourage enforce enhance enjoy enlarge enrich ensure eradicate establish evaluate examine expand expedite explore extend facilitate follow form foster fulfil fulfill gather generate govern guarantee guard guide heighten help implement improve include increase inherit innovate inspect install integrate intensify introduce invest invigorate join launch leverage maintain manage mobilize modernize nourish nurture observe obtain optimize organize participate perform pioneer please pool popularize predict preserve prevent prioritize produce promote prosper protect provide publicize publish purify pursue raise realize reduce refine reform regulate reinforce relocate remove renew renovate repair replace resolve respect restore restructure retrofit return revitalize safeguard satisfy select serve shape share simplify solve speed stabilize standardize stimulate streamline strengthen submit succeed supervise supply sustain tackle tap transform treat turn unite unleash unlock update upgrade urbanize use utilize welcome widen bring build carry cut do draw find follow give go grow have hold keep lay learn leave link make meet overcome rebuild seek send set spend stand strive take teach tell uphold win write circulate interweave`.split(
    ' ',
  ),
)

/** Forms that do not begin like their base. */
const suppletive = new Set(irregular.flatMap(([base = '', ...forms]) => forms.filter((form) => form[0] !== base[0])))

const byBase = new Map(irregular.map((forms) => [forms[0] as string, forms]))

/** Every form of a verb in lower case. */
function formsOf(base: string): readonly string[] {
  const third = /(?:s|x|z|ch|sh|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`
  const forms = [base, third, ...(byBase.get(base)?.slice(1) ?? [])]
  if (/[^eoy]e$/.test(base)) return [...forms, `${base}d`, `${base.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(base)) return [...forms, `${base.slice(0, -1)}ied`, `${base}ing`]
  const doubled = base + base.slice(-1)
  const twins = /[^aeiou][aeiou][bdgklmnprt]$/.test(base) ? [`${doubled}ed`, `${doubled}ing`] : []
  return [...forms, `${base}ed`, `${base}ing`, ...twins]
}

/** What a form may be the form of: `building` of build, `making` of make, `cutting` of cut. */
function basesOf(form: string): readonly string[] {
  const irregularBase = irregular.filter((forms) => forms.includes(form)).map((forms) => forms[0] as string)
  const stems = [form]
  const ending = /(?:ing|ied|ed|ies|es|s|d)$/.exec(form)?.[0]
  if (ending !== undefined) {
    for (const suffix of [ending, ending.slice(-1)]) {
      const stem = form.slice(0, form.length - suffix.length)
      stems.push(stem, `${stem}e`, `${stem}y`, stem.slice(0, -1))
    }
  }
  return [...irregularBase, ...stems].filter((base) => base.length > 1 && formsOf(base).includes(form))
}

/** Whether two words in lower case are forms of one verb. */
export function isSameVerb(a: string, b: string): boolean {
  if (a === b) return true
  // Forms of one verb begin alike, but for those of `be` and `go`.
  if (a[0] !== b[0] && !suppletive.has(a) && !suppletive.has(b)) return false
  const others = basesOf(b)
  return basesOf(a).some((base) => others.includes(base))
}

/** Whether a word in lower case, as it stands, opens a verb phrase: promote, promotes; not promoting, promoted. */
export function opensVerbPhrase(word: string): boolean {
  return basesOf(word).some(
    (base) => opening.has(base) && (word === base || (word.endsWith('s') && formsOf(base)[1] === word)),
  )
}

/**
 * A verb in the form in which another stands: `advancing` for `promoting` of promote; all in lower case. Null where
 * `found` is no form of `other`, or where English does not tell its past from its participle and the verb does.
 */
export function verbLike(verb: string, other: string, found: string): string | null {
  if (found === other) return verb
  if (!formsOf(other).includes(found)) return null
  if (found === formsOf(other)[1]) return formsOf(verb)[1] ?? null
  if (found.endsWith('ing')) return ending(verb, 'ing')
  const [, past, participle] = byBase.get(verb) ?? []
  if (past === undefined || participle === undefined) return ending(verb, 'ed')
  if (past === participle) return past
  const [, otherPast, otherParticiple] = byBase.get(other) ?? []
  if (otherPast === otherParticiple) return null
  return found === otherPast ? past : participle
}

/** The regular form of a verb in `-ed` or `-ing`. Words of one syllable double their last consonant: planned. */
function ending(verb: string, suffix: 'ed' | 'ing'): string {
  const isShort = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb)
  if (isShort) return `${verb}${verb.slice(-1)}${suffix}`
  if (suffix === 'ed' && /[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  const stem = /[^eoy]e$/.test(verb) || (suffix === 'ed' && verb.endsWith('e')) ? verb.slice(0, -1) : verb
  return `${stem}${suffix}`
}

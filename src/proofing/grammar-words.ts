const set = (words: string) => new Set(words.split(' '))

/** The small words that the rules of grammar look for. */
export const determiners = set(
  'the a an this that these those my your his her its our their each every another no some any many several few all both most',
)
export const prepositions = set(
  'about above across after against along among around as at before behind below beneath beside between beyond by ' +
    'despite down during for from in inside into like near of off on onto out outside over past per since through ' +
    'throughout till to toward towards under until up upon via with within without',
)
const conjunctions = set('and but or nor yet so because although though while when where if unless since whereas that')
const auxiliaries = set(
  'is are was were am be been being has have had do does did can could will would shall should may might must cannot',
)
const pronouns = set(
  'i you he she it we they me him us them who whom which what whose this that these those there here one ones',
)

/** Whether a word can only bind other words: no noun, adjective or verb of full meaning. */
export function isSmall(word: string): boolean {
  return (
    determiners.has(word) ||
    prepositions.has(word) ||
    conjunctions.has(word) ||
    auxiliaries.has(word) ||
    pronouns.has(word) ||
    other.has(word) ||
    /n't$|'(?:re|ve|ll|d|m)$/.test(word)
  )
}

const other = set(
  'not also then than just only even still never always often already now ever too very more less how why',
)

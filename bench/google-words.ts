import { commonVerbs } from '../src/language/english/data/common-verbs.ts'
import { entriesOf } from '../src/language/lists.ts'
import { expectDefined } from '../src/model/expect.ts'

const words = entriesOf(commonVerbs)

/** An English word for every Chinese character, so that answers are as long as real ones: some five letters a character. */
export const wordsOfGoogle: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0x9fff - 0x4e00 }, (_, index) => [
    String.fromCharCode(0x4e00 + index),
    expectDefined(words[index % words.length], 'a word'),
  ]),
)

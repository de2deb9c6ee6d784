/**
 * The syllables of Hanyu Pinyin (GB/T 16159) without tones, as one pattern: initials with the finals that they take.
 */
const syllable = [
  '[bpmf]o',
  '(?:[bpm]|f)a(?:i|o|n|ng)?',
  '[bpmfdtnlgkhzcsr](?:ei|en|eng|ou|u)',
  '[bpmdtnljqxy](?:i|in|ing)',
  '[bpmdtnljqx]i(?:e|ao|an)',
  '[djqxnlm]iu',
  '[ljqx]ia',
  '[jqxnl]iang',
  '[jqx]iong',
  '[jqxy]u(?:e|an|n)?',
  '[nl][uü]e?',
  '[dtnlgkhzcsr](?:e|a|ai|ao|an|ang|ong|uan|ui|un|uo|ou|en|eng)',
  '(?:zh|ch|sh)(?:i|a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)',
  '[zcsr]i',
  '[gkh]u(?:a|ai|ang)',
  'y(?:a|e|o|ao|ou|an|ang|ong)',
  'w(?:u|a|o|ai|ei|an|en|ang|eng)',
  'er?|ao|ou|ai|an|ang|en',
].join('|')

const whole = new RegExp(`^(?:(?:${syllable})['’]?){2,6}$`)

/** Whether a word can be read as two or more syllables of pinyin. Words longer than any name are not. */
export function isPinyin(word: string): boolean {
  return word.length >= 2 && word.length <= 24 && whole.test(word)
}

/** The language of words that people write in either: Chinese where there is Chinese in them, else English. */
export function languageOf(text: string): 'zh-CN' | 'en' {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en'
}

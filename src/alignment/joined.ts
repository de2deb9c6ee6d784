/** Chinese segments as one text. */
export function joinedChinese(texts: readonly string[]): string {
  return texts.join('')
}

/** English segments as one text. */
export function joinedEnglish(texts: readonly string[]): string {
  return texts.join(' ')
}

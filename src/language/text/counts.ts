/** The words of an English text as word processors count them: what stands between white space. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

/** The characters of a Chinese text as offices count them (字数): marks and digits are some, white space is none. */
export function countCharacters(text: string): number {
  return [...text.replace(/\s+/g, '')].length
}

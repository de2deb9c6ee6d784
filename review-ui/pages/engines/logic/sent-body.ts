/** JSON for people: a line break within a text is one, and not its sign. */
export function withLineBreaks(json: string): string {
  return json.replace(/\\(.)/g, (sign, letter) => (letter === 'n' ? '\n' : sign))
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as HTML. A line break is an element, since HTML knows no other. */
export function asHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character).replaceAll('\n', '<br>')
}

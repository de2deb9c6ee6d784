/**
 * The JSON value within what a model wrote around it (fences, remarks): from the first bracket to the last. Undefined where
 * there is none, or where it was cut off.
 */
export function jsonInText(text: string): unknown {
  const start = text.search(/[{[]/)
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
  try {
    return JSON.parse(text.slice(start, end + 1))
  } catch {
    return undefined
  }
}

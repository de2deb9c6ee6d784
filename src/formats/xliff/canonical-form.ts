import { SaxesParser } from 'saxes'

/**
 * The content of an XML file as one line an event: names by namespace, attributes sorted, neighbouring text and CDATA
 * joined, comments and processing instructions in place. Leaves out declarations of prefixes. Made from the parser's
 * events, independently of the codec's tree, so that each can check the other.
 */
export function canonicalForm(text: string): readonly string[] {
  const events: string[] = []
  let characters = ''
  const put = (event: string) => {
    if (characters !== '') events.push(`text ${JSON.stringify(characters)}`)
    characters = ''
    events.push(event)
  }
  let depth = 0
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const written = Object.values(attributes)
      .filter((attribute) => attribute.uri !== 'http://www.w3.org/2000/xmlns/')
      .map((attribute) => JSON.stringify([attribute.uri, attribute.local, attribute.value]))
      .sort()
    put(`open {${uri}}${local} ${written.join(' ')}`)
  })
  parser.on('closetag', () => {
    put('close')
    depth--
  })
  parser.on('opentagstart', () => depth++)
  const take = (value: string) => {
    if (depth > 0) characters += value
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('comment', (value) => put(`comment ${JSON.stringify(value)}`))
  parser.on('processinginstruction', ({ target, body }) => put(`instruction ${target} ${JSON.stringify(body)}`))
  parser.write(text).close()
  return events
}

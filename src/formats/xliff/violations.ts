import { type CoreElement, coreOf, type File, type Group, isCore, type Unit, type Xliff } from './tree.ts'

const nameToken = /^[\w.\-:\u00b7\u00c0-\ud7ff\uf900-\ufffd]+$/

/**
 * The breaches of those rules of XLIFF 2.1 that a schema cannot check (§4.2, §4.3): ids that are not name tokens or not
 * unique in their scope, dangling references, states without a target, units without a segment, content out of order.
 * Not all rules; the tests hold our own files to these.
 */
export function violations(xliff: Xliff): readonly string[] {
  const messages: string[] = []
  const { version, srcLang, trgLang } = xliff.attributes
  if (!version || !srcLang || !trgLang) messages.push('xliff: version, srcLang or trgLang missing')
  const files = coreOf(xliff.content)
  if (files.length === 0) messages.push('xliff: no file')
  checkIds(messages, 'file', files)
  for (const file of files) {
    if (coreOf(file.content).length === 0) messages.push(`file ${file.attributes.id}: empty`)
    const { groups, units } = within(file)
    checkIds(messages, 'group', groups)
    checkIds(messages, 'unit', units)
    for (const unit of units)
      messages.push(...unitViolations(unit).map((what) => `unit ${unit.attributes.id}: ${what}`))
  }
  return messages
}

function within(parent: File | Group): { groups: readonly Group[]; units: readonly Unit[] } {
  const children = coreOf<CoreElement>(parent.content)
  const groups = children.filter((child): child is Group => child.type === 'group')
  const units = children.filter((child): child is Unit => child.type === 'unit')
  const deeper = groups.map(within)
  return {
    groups: [...groups, ...deeper.flatMap((inner) => inner.groups)],
    units: [...units, ...deeper.flatMap((inner) => inner.units)],
  }
}

function unitViolations(unit: Unit): readonly string[] {
  const messages: string[] = []
  const children = coreOf(unit.content)
  const order = unit.content
    .filter((node) => typeof node !== 'string')
    .map((node) => (!isCore(node) ? 0 : node.type === 'notes' ? 1 : node.type === 'originalData' ? 2 : 3))
  if (order.some((rank, at) => rank < (order[at - 1] ?? 0))) messages.push('content out of order')
  const parts = children.filter((child) => child.type === 'segment' || child.type === 'ignorable')
  if (!parts.some((part) => part.type === 'segment')) messages.push('no segment')

  const notes = children.flatMap((child) => (child.type === 'notes' ? coreOf(child.content) : []))
  const data = children.flatMap((child) => (child.type === 'originalData' ? coreOf(child.content) : []))
  checkIds(messages, 'data', data)
  checkIds(messages, 'note', notes)
  const dataIds = new Set(data.map(({ attributes }) => attributes.id))
  const noteRefs = new Set(notes.map(({ attributes }) => `#n=${attributes.id}`))

  const sources = parts.flatMap((part) => coreOf(part.content).filter(({ type }) => type === 'source'))
  const targets = parts.flatMap((part) => coreOf(part.content).filter(({ type }) => type === 'target'))
  const named = parts.filter((part) => part.attributes.id !== undefined)
  for (const texts of [sources, targets]) {
    const inline = texts.flatMap((text) => inlineIn(text))
    checkIds(messages, 'inline', [...named, ...inline.filter(needsId)])
    for (const [at, node] of inline.entries()) {
      const attributes: Readonly<Record<string, string | undefined>> = node.attributes
      if ((attributes.dataRefStart === undefined) !== (attributes.dataRefEnd === undefined))
        messages.push('half a dataRef')
      for (const name of ['dataRef', 'dataRefStart', 'dataRefEnd']) {
        const ref = attributes[name]
        if (ref !== undefined && !dataIds.has(ref)) messages.push(`${name} to nothing: ${ref}`)
      }
      if (attributes.type === 'comment' && !noteRefs.has(attributes.ref ?? '')) messages.push('comment on no note')
      if (node.type !== 'ec' && node.type !== 'em') continue
      const starts = inline.slice(0, at).filter(({ type }) => type === (node.type === 'ec' ? 'sc' : 'sm'))
      const { startRef, isolated, id } = attributes
      if (isolated === 'yes' && (startRef !== undefined || id === undefined)) messages.push('ec isolated with startRef')
      if (isolated !== 'yes' && !starts.some(({ attributes: start }) => 'id' in start && start.id === startRef)) {
        messages.push(`${node.type} without a start: ${startRef}`)
      }
    }
    const ends = new Set(inline.flatMap(({ attributes }) => ('startRef' in attributes ? [attributes.startRef] : [])))
    for (const { type, attributes } of inline) {
      const open = (type === 'sc' && !('isolated' in attributes)) || type === 'sm'
      if (open && 'id' in attributes && !ends.has(attributes.id))
        messages.push(`${type} without an end: ${attributes.id}`)
    }
  }
  const inSources = sources.flatMap((text) => inlineIn(text))
  for (const part of parts) {
    const inlineElements = coreOf(part.content).flatMap((text) => (text.type === 'source' ? inlineIn(text) : []))
    for (const node of coreOf(part.content).flatMap((text) => (text.type === 'target' ? inlineIn(text) : []))) {
      const same = (other: CoreElement) => needsId(node) && needsId(other) && idOf(other) === idOf(node)
      if (inSources.some(same) && !inlineElements.some((other) => same(other) && other.type === node.type)) {
        messages.push(`${node.type} has the id of another code in a source: ${idOf(node)}`)
      }
    }
    const state = part.type === 'segment' ? (part.attributes.state ?? 'initial') : 'initial'
    const texts = coreOf(part.content).map(({ type }) => type)
    if (texts[0] !== 'source') messages.push('no source')
    if (state !== 'initial' && !texts.includes('target')) messages.push(`${state} without a target`)
  }
  return messages
}

function inlineIn(element: CoreElement): readonly CoreElement[] {
  return coreOf<CoreElement>(element.content).flatMap((child) => [child, ...inlineIn(child)])
}

function needsId({ type, attributes }: CoreElement): boolean {
  return type !== 'cp' && type !== 'em' && !(type === 'ec' && 'startRef' in attributes)
}

function idOf({ attributes }: Pick<CoreElement, 'attributes'>): string | undefined {
  return 'id' in attributes ? attributes.id : undefined
}

function checkIds(messages: string[], what: string, elements: readonly CoreElement[]): void {
  const seen = new Set<string>()
  for (const { attributes } of elements) {
    const id = idOf({ attributes })
    if (id === undefined || !nameToken.test(id)) messages.push(`${what} id is no name token: ${id}`)
    else if (seen.has(id)) messages.push(`${what} id stands twice: ${id}`)
    else seen.add(id)
  }
}

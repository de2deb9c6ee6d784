import type { Code, CodeKind, Inline } from '../../../model/inline.ts'
import { nameOf, type XmlIndex } from '../../xml/scan/index.ts'
import { attributeIn } from '../../xml/scan/nodes.ts'
import { kindOf } from '../code-kinds.ts'
import { characterOf } from '../controls.ts'
import type { Flavour } from '../view/flavour.ts'
import { eachInside, isUnread, markupAt, readableText, startTagOf } from '../view/texts.ts'

/** A text with its codes, and the markup that stands in the file for each code, by `codeKey`. */
export interface MarkedText {
  readonly inline: Inline
  readonly markup: ReadonlyMap<string, string>
}

export function codeKey({ type, id }: Pick<Code, 'type' | 'id'>): string {
  return `${type} ${id}`
}

/** Where a text is read: `data` gives the original data of a unit of XLIFF 2 by its id. */
export interface Reading {
  readonly index: XmlIndex
  readonly flavour: Flavour
  readonly data: (id: string) => string
}

/**
 * The text of a source, a target or a segment in one, with its inline elements as codes. Marks of terms, comments and
 * tracked insertions are read through; what is marked as not to be translated is one code. Of codes that share an id the
 * second gets another.
 */
export function readMarked(reading: Reading, node: number): MarkedText {
  const { index, flavour } = reading
  const parts: (string | Code)[] = []
  const markup = new Map<string, string>()
  const times = new Map<string, number>()
  const text = (value: string) => {
    const last = parts.at(-1)
    if (value === '') return
    if (typeof last === 'string') parts[parts.length - 1] = last + value
    else parts.push(value)
  }
  const code = (type: Code['type'], id: string, raw: string, about: Pick<Code, 'data' | 'kind'>) => {
    const key = codeKey({ type, id })
    let unique = id
    // Codes that share an id can be many, so that counting does not begin anew at each.
    for (let again = (times.get(key) ?? 1) + 1; markup.has(codeKey({ type, id: unique })); again++) {
      unique = `${id}~${again}`
      times.set(key, again)
    }
    markup.set(codeKey({ type, id: unique }), raw)
    parts.push({ type, id: unique, ...about })
  }

  function read(parent: number): void {
    eachInside(index, parent, text, (child) => {
      const { local, namespace, name } = nameOf(index, child)
      const role = namespace === flavour.namespace ? roleOf(index, child, local, flavour) : 'alone'
      if (role === 'character') text(characterOf(attributeIn(index, child, 'hex') ?? ''))
      else if (role === 'through') read(child)
      else if (role === 'pair') {
        const id = idOf(index, child, role)
        const about = aboutOf(reading, child, 'Start')
        code('open', id, startTagOf(index, child), about)
        read(child)
        code('close', id, `</${name}>`, { ...about, data: aboutOf(reading, child, 'End').data })
      } else if (role !== 'unread')
        code(role, idOf(index, child, role), markupAt(index, child), aboutOf(reading, child, ''))
    })
  }

  read(node)
  return { inline: parts, markup }
}

type Role = Code['type'] | 'pair' | 'through' | 'unread' | 'character'

const roles: Readonly<Record<Flavour['generation'], ReadonlyMap<string, Role>>> = {
  1: new Map<string, Role>([
    ['g', 'pair'],
    ['x', 'alone'],
    ['bx', 'open'],
    ['ex', 'close'],
    ['bpt', 'open'],
    ['ept', 'close'],
    ['ph', 'alone'],
    ['it', 'alone'],
    ['mrk', 'through'],
  ]),
  2: new Map<string, Role>([
    ['pc', 'pair'],
    ['ph', 'alone'],
    ['sc', 'open'],
    ['ec', 'close'],
    ['mrk', 'through'],
    ['sm', 'unread'],
    ['em', 'unread'],
    ['cp', 'character'],
  ]),
}

function roleOf(index: XmlIndex, node: number, local: string, { generation }: Flavour): Role {
  const role = roles[generation].get(local) ?? 'alone'
  if (role !== 'through') return role
  if (isUnread(index, node)) return 'unread'
  const isProtected =
    attributeIn(index, node, 'mtype') === 'protected' || attributeIn(index, node, 'translate') === 'no'
  return isProtected ? 'alone' : 'through'
}

/** The halves of a pair share an id: `rid` in XLIFF 1, `startRef` in XLIFF 2, else their own. */
function idOf(index: XmlIndex, node: number, role: Role): string {
  const own = attributeIn(index, node, 'id') ?? attributeIn(index, node, 'mid') ?? ''
  if (role === 'open') return attributeIn(index, node, 'rid') ?? own
  if (role === 'close') return attributeIn(index, node, 'rid') ?? attributeIn(index, node, 'startRef') ?? own
  return own
}

/** UTF-16 units of original code that are shown. */
const longestData = 200

/** What a code is to its reader, as far as the file says it. */
function aboutOf(
  { index, flavour, data }: Reading,
  node: number,
  side: 'Start' | 'End' | '',
): Pick<Code, 'data' | 'kind'> {
  const attribute = (name: string) => attributeIn(index, node, name)
  const kind = flavour.generation === 2 ? kindOfTwo(attribute) : kindOfOne(attribute)
  const shown =
    flavour.generation === 2
      ? (attribute(`disp${side}`) ?? attribute(`equiv${side}`) ?? data(attribute(`dataRef${side}`) ?? ''))
      : (attribute('equiv-text') ?? (side === '' ? readableText(index, node) : ''))
  return { data: shown.trim().slice(0, longestData).toWellFormed(), ...(kind && { kind }) }
}

type Attribute = (name: string) => string | undefined

function kindOfTwo(attribute: Attribute): CodeKind | undefined {
  const type = attribute('type')
  return kindOf(attribute('subType')) ?? (type === 'link' ? 'link' : type === 'image' ? 'picture' : undefined)
}

const kindsOfOne: Readonly<Record<string, CodeKind>> = {
  bold: 'bold',
  italic: 'italic',
  underlined: 'underline',
  underline: 'underline',
  link: 'link',
  image: 'picture',
  lb: 'break',
  superscript: 'superscript',
  subscript: 'subscript',
}

function kindOfOne(attribute: Attribute): CodeKind | undefined {
  const ctype = attribute('ctype')?.replace(/^x-(?:html-)?/, '') ?? ''
  return Object.hasOwn(kindsOfOne, ctype) ? kindsOfOne[ctype] : undefined
}

/** A text without the line breaks and indents around it, which are its file's; and these, for a text in its place. */
export function unindented(inline: Inline): { readonly inline: Inline; readonly around: readonly [string, string] } {
  const parts = [...inline]
  const first = parts[0]
  const lead = typeof first === 'string' ? (/^\s*[\r\n]\s*/.exec(first)?.[0] ?? '') : ''
  if (typeof first === 'string') parts[0] = first.slice(lead.length)
  const last = parts.at(-1)
  const tail = typeof last === 'string' ? (/\s*[\r\n]\s*$/.exec(last)?.[0] ?? '') : ''
  if (typeof last === 'string') parts[parts.length - 1] = last.slice(0, last.length - tail.length)
  return { inline: parts.filter((part) => part !== ''), around: [lead, tail] }
}

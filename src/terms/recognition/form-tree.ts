/** An occurrence of a form, by its offsets in UTF-16 units. */
export interface Hit {
  readonly form: string
  readonly from: number
  readonly to: number
}

/**
 * Finds every occurrence of every form in a text. It only grows, and a form costs what it is long, whatever the number
 * of those already there.
 */
export interface FormTree {
  /** Adds a form; an empty one, or one that is there, changes nothing. */
  add(form: string): void
  /** The occurrences in order of their ends, of one end the longest first. */
  find(text: string): readonly Hit[]
}

/** The forms that begin alike. `text` follows what leads to the node's parent; `form` is what ends here. */
interface Node {
  text: string
  form: string | null
  /** By the first UTF-16 unit of their `text`. */
  next: Map<number, Node> | null
}

/** A radix tree of the forms (D. R. Morrison, "PATRICIA", JACM 15, 1968), walked from each place of a text. */
export function createFormTree(forms: Iterable<string> = []): FormTree {
  const root: Node = { text: '', form: null, next: null }
  const tree: FormTree = {
    add(form) {
      if (form !== '') insert(root, form)
    },
    find(text) {
      const hits: Hit[] = []
      for (let from = 0; from < text.length; from++) {
        let to = from
        for (let node = step(root, text, to); node !== undefined; node = step(node, text, to)) {
          to += node.text.length
          if (node.form !== null) hits.push({ form: node.form, from, to })
        }
      }
      return hits.sort((a, b) => a.to - b.to || a.from - b.from)
    },
  }
  for (const form of forms) tree.add(form)
  return tree
}

/** The node below whose text stands at this place. */
function step({ next }: Node, text: string, at: number): Node | undefined {
  const node = next?.get(text.charCodeAt(at))
  return node !== undefined && text.startsWith(node.text, at) ? node : undefined
}

function insert(root: Node, form: string): void {
  let node = root
  for (let at = 0; at < form.length; ) {
    node.next ??= new Map()
    const unit = form.charCodeAt(at)
    const below = node.next.get(unit)
    if (below === undefined) {
      node.next.set(unit, { text: form.slice(at), form, next: null })
      return
    }
    const shared = sharedLength(below.text, form, at)
    if (shared < below.text.length) split(below, shared)
    node = below
    at += shared
  }
  node.form = form
}

/** How many units of `text` stand in `form` from this place on. */
function sharedLength(text: string, form: string, at: number): number {
  let length = 1
  while (length < text.length && text.charCodeAt(length) === form.charCodeAt(at + length)) length++
  return length
}

/** Ends a node after so many units of its text; what follows becomes a node below it. */
function split(node: Node, length: number): void {
  const rest: Node = { text: node.text.slice(length), form: node.form, next: node.next }
  node.text = node.text.slice(0, length)
  node.form = null
  node.next = new Map([[rest.text.charCodeAt(0), rest]])
}

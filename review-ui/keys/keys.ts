/**
 * Which keys the room listens to. Only a few keys act at once; everything else stands in the command menu, which one
 * key opens. The menu takes the focus out of the text, so that no letter or digit in it can reach an input method.
 */
export interface KeyPress {
  readonly key: string
  readonly code?: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing?: boolean
  readonly keyCode?: number
}

export const directCommands = ['menu', 'confirm', 'nextOpen', 'fix', 'code', 'term', 'take', 'search', 'help'] as const
export type DirectCommand = (typeof directCommands)[number]
export type Bindings = Readonly<Record<DirectCommand, string>>

/** Keys of the command menu, in the order in which it shows them: letters, and a mark where they are used up. Digits insert terms and figures. */
export const menuLetters = {
  fix: 'f',
  match: 'm',
  otherDrafts: 't',
  confirmHere: 'l',
  takeBack: 'y',
  waive: 'k',
  comment: 'c',
  suggest: 'v',
  return: 'r',
  edit: 'e',
  reopen: 'u',
  differences: 'd',
  split: 's',
  join: 'j',
  history: 'h',
  details: 'i',
  findings: 'p',
  quality: '.',
  contents: 'o',
  draft: 'b',
  figures: 'g',
  signOff: 'a',
  replaceWords: 'w',
  choose: 'q',
  nextOpen: 'n',
  next: 'x',
  previous: 'z',
} as const
export type MenuCommand = keyof typeof menuLetters

/**
 * F2, F8 and F9 belong to no browser and to no common input method (F4 and Ctrl+` are Rime's); on Apple keyboards the function
 * keys are the machine's, and Ctrl with / ' " \\ ] is free there; elsewhere Ctrl with / is. Ctrl or Command with Enter does nothing in a text field
 * anywhere, and neither does Ctrl+'. `/` and `?` act outside text fields only.
 */
export function defaultBindings(apple: boolean): Bindings {
  return {
    menu: apple ? 'Ctrl+/' : 'F2',
    confirm: 'Mod+Enter',
    nextOpen: apple ? 'Ctrl+\\' : 'F8',
    fix: "Ctrl+'",
    code: apple ? 'Ctrl+]' : 'F9',
    term: apple ? 'Ctrl+"' : 'Ctrl+/',
    take: 'Mod+Shift+Enter',
    search: '/',
    help: '?',
  }
}

/** The key with which browsers find in a page. */
export function browserFind(apple: boolean): string {
  return apple ? 'Meta+f' : 'Ctrl+f'
}

/** Whether an input method is composing: then Enter and every shortcut are its own. Safari says so by key code only. */
export function isComposing(press: KeyPress): boolean {
  return press.isComposing === true || press.keyCode === 229 || press.key === 'Process' || press.key === 'Dead'
}

/** Whether a press in a text field of several lines sends what stands in it: Ctrl or Command with Enter. */
export function isSubmit(press: KeyPress): boolean {
  return press.key === 'Enter' && (press.ctrlKey || press.metaKey) && !isComposing(press)
}

/** The key press as written in a binding: `Ctrl+Enter`, `F2`, `?`. Null for modifiers alone, AltGr and composition. */
export function chordOf(press: KeyPress): string | null {
  if (isComposing(press) || ['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'Unidentified'].includes(press.key)) {
    return null
  }
  if (press.ctrlKey && press.altKey) return null
  const printable = [...press.key].length === 1
  const key = printable ? press.key.toLowerCase() : press.key
  const shift = press.shiftKey && !printable
  const modifiers = [press.ctrlKey && 'Ctrl', press.metaKey && 'Meta', press.altKey && 'Alt', shift && 'Shift']
  return [...modifiers.filter(Boolean), key].join('+')
}

/** Whether a chord answers to a binding; `Mod` is Ctrl or Command. */
export function answers(chord: string | null, binding: string): boolean {
  if (chord === null) return false
  if (!binding.startsWith('Mod+')) return chord === binding
  const key = binding.slice('Mod+'.length)
  return chord === `Ctrl+${key}` || chord === `Meta+${key}`
}

/**
 * Where an arrow key, Home or End leads in a list of `count` from the place `at`, which is -1 outside of it. A step over
 * either end is told as such; undefined for any other key.
 */
export function placeAfter(key: string, at: number, count: number): number | undefined {
  return { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key]
}

/** The digit pressed, by its place on the keyboard where the layout hides it behind Shift; null for other keys. */
export function digitOf(press: KeyPress): number | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  if (/^[0-9]$/.test(press.key)) return Number(press.key)
  const place = /^(?:Digit|Numpad)([0-9])$/.exec(press.code ?? '')
  return place ? Number(place[1]) : null
}

/** What the digits typed so far choose among `count` numbers: one number, none yet, or nothing any more. */
export function chosenNumber(digits: string, count: number): number | 'open' | 'none' {
  const number = Number(digits)
  if (digits === '' || number === 0 || number > count) return 'none'
  return number * 10 <= count ? 'open' : number
}

/** Keys that browsers, systems or input methods own, and plain keys that people type with. */
export function refusesBinding(chord: string): 'owned' | 'typing' | null {
  if (/^(Ctrl|Meta)\+[a-z0-9=\-+]$/.test(chord)) return 'owned'
  if (/^(Ctrl\+|Meta\+|Alt\+)+(Tab|F4|Delete|Backspace|Arrow\w+|Home|End|PageUp|PageDown| )$/.test(chord))
    return 'owned'
  if (['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Ctrl+;', 'Ctrl+.', 'Ctrl+,', 'Ctrl+`'].includes(chord)) {
    return 'owned'
  }
  if (chord.startsWith('Alt+')) return 'owned'
  if (/^(Tab|Enter|Escape|Backspace|Delete|Home|End|PageUp|PageDown|Arrow\w+|Shift\+.*)$/.test(chord)) return 'typing'
  return null
}

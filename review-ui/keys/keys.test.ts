import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  answers,
  chordOf,
  chosenNumber,
  defaultBindings,
  digitOf,
  type KeyPress,
  menuLetters,
  placeAfter,
  refusesBinding,
} from './keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

test('while an input method composes no key is a shortcut', () => {
  assert.equal(chordOf(press('Enter', { ctrlKey: true, isComposing: true })), null)
  assert.equal(chordOf(press('Enter', { ctrlKey: true, keyCode: 229 })), null)
  assert.equal(chordOf(press('Process')), null)
  assert.equal(chordOf(press('Dead', { altKey: true })), null)
})

test('Ctrl and Command with Enter both confirm, and nothing else does', () => {
  const { confirm } = defaultBindings(false)
  assert.ok(answers(chordOf(press('Enter', { ctrlKey: true })), confirm))
  assert.ok(answers(chordOf(press('Enter', { metaKey: true })), confirm))
  assert.ok(!answers(chordOf(press('Enter')), confirm))
  assert.ok(!answers(chordOf(press('Enter', { ctrlKey: true, shiftKey: true })), confirm))
})

test('AltGr types characters and starts nothing', () => {
  assert.equal(chordOf(press('@', { ctrlKey: true, altKey: true })), null)
})

test('a question mark is a question mark whatever layout needs Shift for it', () => {
  assert.ok(answers(chordOf(press('?', { shiftKey: true })), '?'))
  assert.ok(answers(chordOf(press('?')), '?'))
})

test('digits are told by their place where the layout hides them', () => {
  assert.equal(digitOf(press('7')), 7)
  assert.equal(digitOf(press('&', { code: 'Digit1' })), 1)
  assert.equal(digitOf(press('F2')), null)
  assert.equal(digitOf(press('1', { ctrlKey: true })), null)
})

test('a number is chosen as soon as no longer one can begin with its digits', () => {
  assert.equal(chosenNumber('4', 7), 4)
  assert.equal(chosenNumber('1', 9), 1)
  assert.equal(chosenNumber('1', 12), 'open')
  assert.equal(chosenNumber('12', 12), 12)
  assert.equal(chosenNumber('2', 12), 2)
  assert.equal(chosenNumber('8', 7), 'none')
  assert.equal(chosenNumber('0', 7), 'none')
})

test('the letters of the menu are distinct and no digits', () => {
  const letters = Object.values(menuLetters)
  assert.equal(new Set(letters).size, letters.length)
  assert.ok(letters.every((letter) => /^[a-z.]$/.test(letter)))
})

test('the keys set at first would be taken if chosen by hand, and owned keys would not', () => {
  for (const apple of [true, false]) {
    const { menu, confirm, nextOpen, fix } = defaultBindings(apple)
    for (const chord of [menu, confirm, nextOpen, fix]) assert.equal(refusesBinding(chord), null, chord)
    // What the input methods of Rime and Microsoft keep for themselves while no text is composed.
    for (const owned of ['F4', 'Ctrl+`', 'Ctrl+.', 'Ctrl+ ']) assert.ok(![menu, nextOpen, fix].includes(owned))
  }
  for (const owned of ['Ctrl+j', 'Ctrl+1', 'F5', 'Alt+1', 'Meta+w', 'Ctrl+.', 'Ctrl+;']) {
    assert.equal(refusesBinding(owned), 'owned', owned)
  }
  for (const typed of ['Enter', 'Tab', 'Escape', 'ArrowDown', 'Shift+Enter']) {
    assert.equal(refusesBinding(typed), 'typing', typed)
  }
})

test('arrow keys, Home and End lead through a list, and no other key does', () => {
  const led = (at: number) => ['ArrowDown', 'ArrowUp', 'Home', 'End', 'a'].map((key) => placeAfter(key, at, 4))
  assert.deepEqual(led(1), [2, 0, 0, 3, undefined])
  assert.deepEqual(led(3), [4, 2, 0, 3, undefined], 'over the end')
  assert.deepEqual(led(-1), [0, -2, 0, 3, undefined], 'from outside')
})

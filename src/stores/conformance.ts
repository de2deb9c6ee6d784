import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { Entry, Event } from '../model/event.ts'
import { membersOf } from '../model/names.ts'
import type { Catalogue } from '../ports/catalogue.ts'
import type { Journal } from '../ports/journal.ts'
import type { Digest } from '../ports/world.ts'
import { canonicalJson } from '../review/canonical.ts'

/** What every implementation of a store has to do, whatever it is made of. `open` gives a fresh, empty one. */

export const sha256: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

/** An event that carries any text. */
export function comment(text: string): Event {
  return { type: 'comment-added', v: 1, segment: 'b1.s1', comment: 'c1', text }
}

/** Entries that continue a chain after `last`, one a text. */
export function entriesAfter(last: Entry | undefined, texts: readonly string[]): readonly Entry[] {
  const entries: Entry[] = []
  let before = last
  for (const text of texts) {
    const open = {
      sequence: (before?.sequence ?? 0) + 1,
      at: '2026-01-02T03:04:05.678Z',
      by: 'p1',
      previous: before?.hash ?? '',
      event: comment(text),
    }
    before = { ...open, hash: sha256(canonicalJson(open)) }
    entries.push(before)
  }
  return entries
}

/** An entry with which a journal may begin, after `last`. */
function carriedAfter(last: Entry | undefined): Entry {
  const nothing = {
    begun: false,
    looked: {},
    day: '',
    toSign: [],
    held: {},
    mails: [],
    sent: [],
    mailed: {},
    failingSince: null,
  }
  const outbox = { read: {}, waiting: [], ended: [], failing: {}, notices: nothing }
  const open = {
    sequence: (last?.sequence ?? 0) + 1,
    at: '2026-01-02T03:04:05.678Z',
    by: 'system',
    previous: last?.hash ?? '',
    event: { type: 'outbox-carried', v: 1, outbox } as const,
  }
  return { ...open, hash: sha256(canonicalJson(open)) }
}

const hostileNames = [
  '',
  '.',
  '..',
  '../people',
  'document/../people',
  '/etc/passwd',
  'document//d1',
  'document/d1/',
  'document\\d1',
  'Document/d1',
  'document/d1.jsonl',
  'document/d1\0',
  'document/d1\n',
  'document/文件',
  'c:people',
  '%2e%2e',
  ' people',
  '__proto__',
  'a'.repeat(201),
]

/** What a store has to do, by a sentence that says it: each law is given a fresh, empty store. */
type Laws<S> = Readonly<Record<string, (store: S) => Promise<void>>>

function testLaws<S>(name: string, open: () => Promise<S>, laws: Laws<S>): void {
  for (const [law, check] of Object.entries(laws)) test(`${name}: ${law}`, async () => check(await open()))
}

const journalLaws: Laws<Journal> = {
  'what is appended is read back in order, whole or after a sequence number': async (journal) => {
    const first = entriesAfter(undefined, ['one', 'two'])
    const second = entriesAfter(first.at(-1), ['three'])
    assert.equal(await journal.append('people', first), 'appended')
    assert.equal(await journal.append('people', second), 'appended')
    assert.deepEqual(await journal.read('people', 0), [...first, ...second])
    assert.deepEqual(await journal.read('people', 2), second)
    assert.deepEqual(await journal.read('people', 3), [])
    assert.deepEqual(await journal.read('people', 99), [])
  },

  'a long journal is read piece by piece, from anywhere': async (journal) => {
    const entries = entriesAfter(
      undefined,
      Array.from({ length: 700 }, (_, index) => `entry ${index}`),
    )
    await journal.append('people', entries.slice(0, 300))
    await journal.append('people', entries.slice(300))
    for (const [after, most] of [
      [0, 0],
      [0, 1],
      [0, 700],
      [0, 9999],
      [255, 2],
      [256, 256],
      [299, 2],
      [511, 1],
      [600, 100],
      [699, 5],
      [700, 1],
    ] as const) {
      assert.deepEqual(
        await journal.read('people', after, most),
        entries.slice(after, after + most),
        `${after}, ${most}`,
      )
    }
  },

  'an unknown name is an empty journal and leaves no name behind': async (journal) => {
    assert.deepEqual(await journal.read('document/d9', 0), [])
    assert.equal(await journal.append('document/d9', []), 'appended')
    assert.deepEqual(await journal.names(''), [])
  },

  'what does not continue the chain is a conflict, and nothing of it is written': async (journal) => {
    const held = entriesAfter(undefined, ['one', 'two'])
    await journal.append('people', held)
    const other = entriesAfter(entriesAfter(undefined, ['one', 'another two']).at(-1), ['three'])
    const late = entriesAfter(held[0], ['two, too late', 'three'])
    const early = entriesAfter(entriesAfter(held.at(-1), ['three']).at(-1), ['four'])
    for (const entries of [held, other, late, early, entriesAfter(undefined, ['one'])]) {
      assert.equal(await journal.append('people', entries), 'conflict')
    }
    assert.equal(await journal.append('termbase', entriesAfter(held.at(-1), ['three'])), 'conflict')
    assert.deepEqual(await journal.read('people', 0), held)
    assert.deepEqual(await journal.names(''), ['people'])
  },

  'a batch that does not hang together in itself is thrown, and nothing of it is written': async (journal) => {
    const entries = entriesAfter(undefined, ['one', 'two', 'three'])
    const [one = assert.fail(), two = assert.fail(), three = assert.fail()] = entries
    await assert.rejects(journal.append('people', [one, three]))
    await assert.rejects(journal.append('people', [one, { ...two, previous: three.hash }]))
    assert.deepEqual(await journal.read('people', 0), [])
  },

  'journals are apart, and their names come sorted and by prefix': async (journal) => {
    for (const journalName of ['termbase', 'document/d2', 'people', 'document/d10', 'document']) {
      assert.equal(await journal.append(journalName, entriesAfter(undefined, [journalName])), 'appended')
    }
    assert.deepEqual(await journal.names(''), ['document', 'document/d10', 'document/d2', 'people', 'termbase'])
    assert.deepEqual(await journal.names('document/'), ['document/d10', 'document/d2'])
    assert.deepEqual(await journal.names('nothing'), [])
    assert.deepEqual(await journal.names('../'), [])
    assert.deepEqual((await journal.read('document', 0))[0]?.event, comment('document'))
  },

  'a mark is another one after each append, and stays without': async (journal) => {
    const one = entriesAfter(undefined, ['one'])
    await journal.append('document/d1', one)
    await journal.append('people', one)
    const before = await journal.marks('document/')
    assert.deepEqual([...before.keys()], ['document/d1'])
    assert.deepEqual(await journal.marks('document/'), before)
    await journal.append('document/d1', entriesAfter(one.at(-1), ['two']))
    await journal.append('document/d2', one)
    const after = await journal.marks('document/')
    assert.notEqual(after.get('document/d1')?.mark, before.get('document/d1')?.mark)
    assert.deepEqual([...after.keys()].sort(), ['document/d1', 'document/d2'])
    for (const [name, { length }] of after) {
      if (length !== null) assert.equal(length, (await journal.read(name, 0)).length)
    }
  },

  'a journal that can be shortened begins with the entry that holds the others, and goes on': async (journal) => {
    const before = entriesAfter(
      undefined,
      Array.from({ length: 600 }, (_, index) => `entry ${index}`),
    )
    const carried = carriedAfter(before.at(-1))
    const after = entriesAfter(carried, ['one', 'two'])
    await journal.append('outbox', [...before, carried, ...after])
    await journal.shorten('outbox', carried.sequence)
    const kept = [carried, ...after]
    assert.deepEqual(await journal.read('outbox', 0), kept)
    assert.deepEqual(await journal.read('outbox', 0, 1), [carried])
    // Whoever knows the journal up to an entry that is gone reads what holds it.
    assert.deepEqual(await journal.read('outbox', 300), kept)
    assert.deepEqual(await journal.read('outbox', carried.sequence), after)
    assert.deepEqual(await journal.read('outbox', carried.sequence + 1, 5), after.slice(1))
    const late = entriesAfter(before.at(-1), ['too late'])
    assert.equal(await journal.append('outbox', late), 'conflict')
    const more = entriesAfter(after.at(-1), ['three'])
    assert.equal(await journal.append('outbox', more), 'appended')
    assert.deepEqual(await journal.read('outbox', 0), [...kept, ...more])
    assert.deepEqual(await journal.names(''), ['outbox'])
    assert.equal((await journal.marks('')).size, 1)
    const again = carriedAfter(more.at(-1))
    await journal.append('outbox', [again])
    await Promise.all([
      journal.shorten('outbox', again.sequence),
      journal.append('outbox', entriesAfter(again, ['four'])),
    ])
    assert.deepEqual(await journal.read('outbox', 0), [again, ...entriesAfter(again, ['four'])])
    await journal.shorten('outbox', again.sequence)
    assert.equal((await journal.read('outbox', 0)).length, 2)
  },

  'no other entry and no other journal is shortened': async (journal) => {
    const entries = entriesAfter(undefined, ['one', 'two'])
    for (const name of ['people', 'document/d1', 'outbox']) {
      await journal.append(name, entries)
      for (const first of [0, 1, 2, 3]) await assert.rejects(journal.shorten(name, first), RangeError, name)
      assert.deepEqual(await journal.read(name, 0), entries)
    }
    const carried = carriedAfter(entries.at(-1))
    await journal.append('people', [carried])
    await assert.rejects(journal.shorten('people', carried.sequence), RangeError)
    assert.equal((await journal.read('people', 0)).length, 3)
  },

  'a shortened journal can be copied into an empty one': async (journal) => {
    const carried = carriedAfter(entriesAfter(undefined, ['one', 'two']).at(-1))
    assert.equal(await journal.append('outbox', [carried, ...entriesAfter(carried, ['three'])]), 'appended')
    assert.equal((await journal.read('outbox', 0)).at(-1)?.sequence, 4)
    assert.equal(await journal.append('outbox', [carried]), 'conflict')
  },

  'a name that could lead anywhere else is thrown': async (journal) => {
    for (const hostile of hostileNames) {
      await assert.rejects(journal.read(hostile, 0), RangeError, hostile)
      await assert.rejects(journal.append(hostile, entriesAfter(undefined, ['x'])), RangeError, hostile)
    }
    assert.deepEqual(await journal.names(''), [])
  },

  'of appends at once one continues the chain and the others are told': async (journal) => {
    const rivals = Array.from({ length: 20 }, (_, index) => entriesAfter(undefined, [`rival ${index}`]))
    const answers = await Promise.all(rivals.map((entries) => journal.append('people', entries)))
    assert.equal(answers.filter((answer) => answer === 'appended').length, 1)
    assert.deepEqual(await journal.read('people', 0), rivals[answers.indexOf('appended')])
  },

  'appends sent one after the other without waiting all arrive, in order': async (journal) => {
    const entries = entriesAfter(
      undefined,
      Array.from({ length: 50 }, (_, index) => `entry ${index}`),
    )
    const answers = await Promise.all(entries.map((entry) => journal.append('people', [entry])))
    assert.deepEqual(new Set(answers), new Set(['appended']))
    assert.deepEqual(await journal.read('people', 0), entries)
  },

  'any text comes back as it was, huge ones too': async (journal) => {
    const texts = [
      '',
      'line\nfeed\r\nand\u2028separators\u2029and\u0085next\0end',
      '"\\ {} [] \u202e reversed \u202c \ufeff',
      '中国尼龙城 𠮷 😀 e\u0301',
      '大'.repeat(3_000_000),
    ]
    const entries = entriesAfter(undefined, texts)
    assert.equal(await journal.append('people', entries), 'appended')
    assert.deepEqual(await journal.read('people', 0), entries)
  },

  'what was given or read is no handle on what is kept': async (journal) => {
    const given = structuredClone(entriesAfter(undefined, ['one']))
    await journal.append('people', given)
    const read = await journal.read('people', 0)
    Object.assign(given[0] ?? assert.fail(), { by: 'somebody else' })
    await journal.append('people', entriesAfter(read.at(-1), ['two']))
    assert.equal(read.length, 1)
    assert.equal((await journal.read('people', 0))[0]?.by, 'p1')
  },

  'a text that is not Unicode is thrown, and nothing is written': async (journal) => {
    const [entry = assert.fail()] = entriesAfter(undefined, ['one'])
    await assert.rejects(journal.append('people', [{ ...entry, event: comment('half \ud842') }]))
    assert.deepEqual(await journal.read('people', 0), [])
  },
}

export function journalConformance(name: string, open: () => Promise<Journal>): void {
  testLaws(name, open, journalLaws)
}

const catalogueLaws: Laws<Catalogue> = {
  'a value is what it was last set to; what was never set is undefined': async (catalogue) => {
    assert.equal(await catalogue.get('settings'), undefined)
    for (const value of [{ office: { zh: '办公室', en: 'Office' } }, [1, null, 'x'], 'text', 0, false, null]) {
      await catalogue.set('settings', value)
      assert.deepEqual(await catalogue.get('settings'), value)
    }
    await catalogue.set('other', 1)
    assert.equal(await catalogue.get('settings'), null)
  },

  'a value set to undefined is forgotten': async (catalogue) => {
    await catalogue.set('secret', 'x')
    await catalogue.set('secret', undefined)
    assert.equal(await catalogue.get('secret'), undefined)
  },

  'names are those of the values that are set': async (catalogue) => {
    assert.deepEqual(await catalogue.names(), [])
    for (const name of ['b', 'a', '名', 'c']) await catalogue.set(name, 1)
    await catalogue.set('c', undefined)
    assert.deepEqual(await catalogue.names(), ['a', 'b', '名'])
  },

  'any name is only a name': async (catalogue) => {
    for (const hostile of ['__proto__', 'constructor', 'toString', '', '../x', '名\0']) {
      assert.equal(await catalogue.get(hostile), undefined)
      await catalogue.set(hostile, { name: hostile })
      assert.deepEqual(await catalogue.get(hostile), { name: hostile })
    }
    assert.equal(Reflect.get({}, 'name'), undefined)
  },

  'what was given or read is no handle on what is kept': async (catalogue) => {
    const given = { list: [1] }
    await catalogue.set('settings', given)
    given.list.push(2)
    const { list } = membersOf(await catalogue.get('settings'))
    assert.ok(Array.isArray(list))
    list.push(3)
    assert.deepEqual(await catalogue.get('settings'), { list: [1] })
  },

  'values set at once are all kept': async (catalogue) => {
    const names = Array.from({ length: 20 }, (_, index) => `name-${index}`)
    await Promise.all(names.map((entry, index) => catalogue.set(entry, index)))
    for (const [index, entry] of names.entries()) assert.equal(await catalogue.get(entry), index)
  },
}

export function catalogueConformance(name: string, open: () => Promise<Catalogue>): void {
  testLaws(name, open, catalogueLaws)
}

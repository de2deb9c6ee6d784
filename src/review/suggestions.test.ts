import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plain } from '../model/inline.ts'
import { isRefusal } from '../model/refusal.ts'
import type { SegmentState } from '../model/state.ts'
import { sha256 } from '../stores/conformance.ts'
import type { SegmentCommand } from './command.ts'
import { openDesk, person } from './fixtures/desk.ts'
import { isRewordingOf } from './four-eyes.ts'
import { mentionsOf } from './mentions.ts'
import { isStale, openSuggestions } from './suggestions.ts'

const ann = person('ann', 'translator', 'reviser')
const bob = person('bob', 'translator', 'reviser')
const cat = person('cat', 'reviser')
const dan = person('dan', 'approver')
const crowd = [ann, bob, cat, dan]
const id = 'b2.s1'

function atDesk() {
  const desk = openDesk(sha256, crowd)
  const segment = () => desk.state().segments.get(id) as SegmentState
  const send = (who: typeof ann, command: object) =>
    desk.send({ segment: id, base: segment().version, ...command } as SegmentCommand, who)
  const refused = (who: typeof ann, command: object) => {
    const answer = send(who, command)
    return isRefusal(answer) ? answer.code : 'done'
  }
  const suggest = (who: typeof ann, suggestion: string, words: string) =>
    send(who, { type: 'suggest', suggestion, target: [words] })
  const take = (who: typeof ann, suggestion: string) => refused(who, { type: 'take-suggestion', suggestion })
  return { desk, segment, send, refused, suggest, take }
}

test('a suggestion leaves the sentence and the signature as they are, and is stale once the sentence changes', () => {
  const { segment, send, suggest, desk } = atDesk()
  send(ann, { type: 'translate', target: ['All of it.'] })
  const before = segment()
  suggest(dan, 's1', 'The whole of it.')
  assert.deepEqual({ ...segment(), suggestions: undefined }, { ...before, suggestions: undefined })
  assert.equal(desk.state().touchedSinceSignOff, false)
  const [made] = openSuggestions(segment())
  assert.ok(made && !isStale(made, segment()))
  send(ann, { type: 'edit', target: ['Some of it.'] })
  assert.ok(isStale(made, segment()))
})

test('what was taken is of both: neither approves it, by revising or by accepting', () => {
  const { segment, send, refused, suggest, take } = atDesk()
  send(ann, { type: 'translate', target: ['All of it.'] })
  suggest(cat, 's1', 'The whole sum of it.')
  assert.equal(take(bob, 's1'), 'done')
  assert.deepEqual([...segment().authors].sort(), ['ann', 'bob', 'cat'])
  send(bob, { type: 'translate' })
  assert.equal(refused(cat, { type: 'revise' }), 'own-segment')
  assert.equal(refused(cat, { type: 'accept' }), 'not-your-wording')
  assert.equal(refused(bob, { type: 'revise' }), 'own-segment')
  // Whoever wrote before may accept it, as any rewording.
  assert.ok(isRewordingOf(segment(), 'ann'))
  assert.equal(refused(ann, { type: 'accept' }), 'done')
})

test('nor where one goes on editing, takes it in two steps, splits, or types it out', () => {
  for (const way of ['edit', 'split', 'typed', 'again'] as const) {
    const { desk, segment, send, suggest, take } = atDesk()
    send(ann, { type: 'translate', target: ['All of it.'] })
    suggest(cat, 's1', 'The whole sum of it.')
    if (way === 'typed') send(bob, { type: 'edit', target: ['The whole  sum of it. '] })
    else assert.equal(take(bob, 's1'), 'done')
    if (way === 'again') {
      send(ann, { type: 'edit', target: ['Nothing.'] })
      send(bob, { type: 'edit', target: ['The whole sum of it.'] })
    }
    if (way === 'split') desk.send({ type: 'split', segment: id, base: segment().version, at: 2 }, bob)
    const [now] = [...desk.state().segments.values()].filter(({ target }) => target.length > 0)
    assert.ok(now)
    const target = [`${plain(now.target)} Indeed.`]
    desk.send({ type: 'translate', segment: now.id, base: now.version, target }, bob)
    const after = desk.state().segments.get(now.id)
    assert.ok(after, way)
    assert.ok(after.authors.includes('cat'), way)
    assert.ok(!isRewordingOf(after, 'cat'), way)
  }
})

test('nor where it is typed out with other marks or a letter less, among other words, after a join, or a word at a time', () => {
  const long = 'Over the whole year four hundred million yuan were put into the roads of the county.'
  const ways: Readonly<Record<string, readonly string[]>> = {
    marks: ['Over the whole year, four hundred million yuan were put into the roads of the County'],
    letter: ['Over the whole year four hundred milion yuan were put into the roads of the county.'],
    among: [`As planned, ${long.toLowerCase()} More will follow.`],
    typed: long.split(' ').map((_word, index, words) => words.slice(0, index + 1).join(' ')),
  }
  for (const [way, texts] of Object.entries(ways)) {
    const { segment, send, refused, suggest } = atDesk()
    suggest(cat, 's1', long)
    for (const text of texts) send(bob, { type: 'edit', target: [text] })
    send(bob, { type: 'translate' })
    assert.equal(refused(cat, { type: 'revise' }), 'own-segment', way)
    assert.deepEqual(segment().suggestions?.[0]?.settled?.how, 'taken', way)
  }
  const { desk, segment, suggest } = atDesk()
  suggest(cat, 's1', 'Four hundred million were spent.')
  const next = desk.state().segments.get('b2.s2') as SegmentState
  desk.send(
    { type: 'suggest', segment: next.id, base: next.version, suggestion: 's2', target: ['Seven projects.'] },
    cat,
  )
  desk.send({ type: 'join', segment: id, base: segment().version, nextBase: next.version }, bob)
  const joined = [...desk.state().segments.values()].find(({ suggestions }) => suggestions) as SegmentState
  const target = ['Four hundred million were spent. Seven projects.']
  desk.send({ type: 'translate', segment: joined.id, base: joined.version, target }, bob)
  assert.deepEqual([...(desk.state().segments.get(joined.id)?.authors ?? [])].sort(), ['bob', 'cat'])
})

test('nor where the sentence is split and each part gets its words, at once or a word at a time, nor where a half is typed', () => {
  const parts = ['Over the whole year four hundred million yuan', 'were put into the roads of the county.'] as const
  const typed = (text: string) => text.split(' ').map((_word, index, words) => words.slice(0, index + 1).join(' '))
  for (const texts of [(text: string) => [text], typed]) {
    const { desk, segment, suggest } = atDesk()
    suggest(cat, 's1', parts.join(' '))
    desk.send({ type: 'split', segment: id, base: segment().version, at: 4 }, bob)
    const halves = desk.state().tombstones[id] ?? []
    assert.equal(halves.length, 2)
    for (const [index, half] of halves.entries()) {
      const now = () => desk.state().segments.get(half) as SegmentState
      for (const target of texts(parts[index] ?? '')) {
        desk.send({ type: 'edit', segment: half, base: now().version, target: [target] }, bob)
      }
      desk.send({ type: 'translate', segment: half, base: now().version }, bob)
      const refusal = desk.send({ type: 'revise', segment: half, base: now().version }, cat)
      assert.ok(isRefusal(refusal) && refusal.code === 'own-segment', half)
    }
    // Joined again it is there once, and settled.
    const [first, second] = halves.map((half) => desk.state().segments.get(half) as SegmentState)
    assert.ok(first && second)
    desk.send({ type: 'join', segment: first.id, base: first.version, nextBase: second.version }, bob)
    const joined = [...desk.state().segments.values()].filter(({ suggestions }) => suggestions)
    assert.deepEqual(
      joined.flatMap(({ suggestions = [] }) => suggestions.map(({ settled }) => settled?.how)),
      ['taken'],
    )
  }
  const { segment, send, suggest } = atDesk()
  suggest(cat, 's1', parts.join(' '))
  send(bob, { type: 'edit', target: [`${parts[0]} went there.`] })
  assert.ok(segment().authors.includes('cat'))
})

test('a suggestion taken in one part of a split sentence is settled when the parts are joined', () => {
  const { desk, segment, suggest } = atDesk()
  suggest(cat, 's1', 'Four hundred million yuan were invested.')
  desk.send({ type: 'split', segment: id, base: segment().version, at: 4 }, bob)
  const [first, second] = (desk.state().tombstones[id] ?? []).map((half) => desk.state().segments.get(half))
  assert.ok(first && second)
  assert.equal(openSuggestions(second).length, 1)
  desk.send({ type: 'take-suggestion', segment: second.id, base: second.version, suggestion: 's1' }, bob)
  const after = desk.state().segments.get(second.id) as SegmentState
  desk.send({ type: 'join', segment: first.id, base: first.version, nextBase: after.version }, bob)
  const joined = [...desk.state().segments.values()].find(({ suggestions }) => suggestions) as SegmentState
  assert.deepEqual(
    joined.suggestions?.map(({ settled }) => settled?.how),
    ['taken'],
  )
  assert.deepEqual([...joined.authors].sort(), ['bob', 'cat'])
})

test('a few words that begin alike are nobody else’s', () => {
  const { segment, send, suggest } = atDesk()
  suggest(cat, 's1', 'The people’s government of the county set aside four hundred million yuan for its roads.')
  send(bob, { type: 'edit', target: ['The people’s government of the county'] })
  send(bob, { type: 'edit', target: ['The people’s government of the county has been asked to plan seven schools.'] })
  assert.ok(!segment().authors.includes('cat'))
})

test('who writes something else beside an open suggestion takes nothing of it', () => {
  const { segment, send, suggest } = atDesk()
  send(ann, { type: 'translate', target: ['The whole year saw four hundred million spent.'] })
  suggest(cat, 's1', 'The whole year saw 400 million yuan spent.')
  send(bob, { type: 'edit', target: ['The whole year saw four hundred million invested.'] })
  send(bob, { type: 'edit', target: ['All in all, 400 trees were planted beside roads, and yuan were not counted.'] })
  assert.ok(!segment().authors.includes('cat'))
  assert.equal(openSuggestions(segment()).length, 1)
})

test('one’s own suggestion, taken, is an edit of one’s own', () => {
  const { segment, suggest, take } = atDesk()
  suggest(ann, 's1', 'The sum.')
  assert.equal(take(ann, 's1'), 'done')
  assert.deepEqual([segment().authors, segment().taken], [['ann'], undefined])
  assert.equal(segment().suggestions?.[0]?.settled?.how, 'taken')
})

test('who may not edit neither takes nor leaves, but takes their own back', () => {
  const { refused, suggest, take } = atDesk()
  suggest(dan, 's1', 'The sum.')
  suggest(ann, 's2', 'A sum.')
  assert.equal(take(dan, 's2'), 'role-missing')
  assert.equal(refused(dan, { type: 'leave-suggestion', suggestion: 's2' }), 'role-missing')
  assert.equal(refused(dan, { type: 'leave-suggestion', suggestion: 's1' }), 'done')
  assert.equal(refused(bob, { type: 'leave-suggestion', suggestion: 's2', reason: 'Too short.' }), 'done')
})

test('what is empty, the same or made for another version is refused', () => {
  const { send, refused, segment } = atDesk()
  send(ann, { type: 'edit', target: ['The sum.'] })
  const suggest = (target: string, base = segment().version) =>
    refused(dan, { type: 'suggest', suggestion: 's', target: [target], base })
  assert.equal(suggest(' '), 'suggestion-empty')
  assert.equal(suggest('The sum.'), 'suggestion-same')
  assert.equal(suggest('A sum.', 0), 'segment-changed')
  assert.equal(refused(ann, { type: 'take-suggestion', suggestion: 'none' }), 'not-found')
})

test('a comment on words keeps what stood around them, and one that asks somebody waits until they answer', () => {
  const { segment, send, refused } = atDesk()
  send(ann, { type: 'edit', target: ['The whole sum of it.'] })
  const comment = (who: typeof ann, comment: string, more: object) =>
    refused(who, { type: 'comment', comment, text: 'Hm.', ...more })
  const on = { side: 'target', from: 4, words: 'whole sum' }
  assert.equal(comment(ann, 'c1', { on, mentions: ['dan', 'ann', 'dan'] }), 'done')
  assert.deepEqual(segment().comments[0]?.on, { ...on, before: 'The ', after: ' of it.' })
  assert.deepEqual(segment().comments[0]?.mentions, ['dan'])
  assert.equal(comment(ann, 'c2', { on: { ...on, words: 'half' } }), 'words-gone')
  assert.equal(comment(ann, 'c3', { mentions: ['nobody'] }), 'person-unknown')
  assert.equal(mentionsOf(segment(), 'dan').length, 1)
  assert.equal(comment(dan, 'c4', {}), 'done')
  assert.deepEqual(mentionsOf(segment(), 'dan'), [])
})

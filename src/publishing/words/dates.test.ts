import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarOf, millisecondsOf } from './dates.ts'

test('law: milliseconds are those of the machine, for every instant of four-digit years', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }),
      (date) => assert.equal(millisecondsOf(date.toISOString()), date.getTime()),
    ),
    { numRuns: 2000 },
  )
})

test('what is no instant in UTC is null', () => {
  for (const text of [
    '',
    'today',
    '2026-13-01T00:00:00Z',
    '2026-11-18',
    '2026-11-18T00:00:00+08:00',
    '2026-11-18T24:00:00Z',
  ])
    assert.equal(millisecondsOf(text), null, text)
})

test('dates are those of the stated zone, in both languages', () => {
  const late = '2026-11-18T23:30:00.000Z'
  const shanghai = calendarOf('Asia/Shanghai', 'british')
  assert.deepEqual(shanghai.day(late), { zh: '2026年11月19日', en: '19 November 2026' })
  assert.deepEqual(shanghai.minute(late), { zh: '2026年11月19日 07:30', en: '19 November 2026, 07:30' })
  assert.equal(shanghai.zone(late), 'Asia/Shanghai, UTC+08:00')
  assert.equal(calendarOf('America/New_York', 'american').zone('2026-07-01T00:00:00Z'), 'America/New_York, UTC-04:00')
  assert.deepEqual(calendarOf('Asia/Shanghai', 'british').day('2026-01-31T20:00:00Z'), {
    zh: '2026年2月1日',
    en: '1 February 2026',
  })
})

test('an unknown zone is written in UTC and says so; a text that is no instant is left as it is', () => {
  for (const zone of ['', 'Mars/Olympus', '<b>'])
    assert.equal(calendarOf(zone, 'american').zone('2026-11-18T00:00:00Z'), 'UTC')
  assert.deepEqual(calendarOf('UTC', 'american').day('<b>'), { zh: '<b>', en: '<b>' })
})

test('a year, a month and a day are written in both languages, in the order of the house style', () => {
  const american = calendarOf('Asia/Shanghai', 'american')
  const british = calendarOf('Asia/Shanghai', 'british')
  assert.deepEqual(['2018', '2018-09', '2018-09-05'].map(american.date), [
    { zh: '2018年', en: '2018' },
    { zh: '2018年9月', en: 'September 2018' },
    { zh: '2018年9月5日', en: 'September 5, 2018' },
  ])
  assert.equal(british.date('2018-09-05').en, '5 September 2018')
  assert.equal(american.day('2026-11-18T23:30:00.000Z').en, 'November 19, 2026')
  assert.equal(american.minute('2026-11-18T23:30:00.000Z').en, 'November 19, 2026, 07:30')
})

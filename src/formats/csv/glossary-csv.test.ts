import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../../model/refusal.ts'
import { partsOfSpeech, renderingStatuses, type Term, termStatuses } from '../../model/term.ts'
import { readGlossary, readGlossaryRows, writeGlossary } from './glossary-csv.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const header = 'source,preferred,admitted,deprecated,forbidden,status,domain,note,authority\n'

function read(text: string): readonly Omit<Term, 'id'>[] {
  const terms = readGlossary(bytesOf(text))
  assert.ok(!isRefusal(terms), JSON.stringify(terms))
  return terms
}

test('reads one term a row, several forms and renderings a cell', () => {
  assert.deepEqual(
    read(`${header}山阳茶城|茶城,China Tea City,Tea City|the Tea City,,"town of tea",approved,place,"a, b",X 2020\n`),
    [
      {
        source: ['山阳茶城', '茶城'],
        renderings: [
          { text: 'China Tea City', status: 'preferred' },
          { text: 'Tea City', status: 'admitted' },
          { text: 'the Tea City', status: 'admitted' },
          { text: 'town of tea', status: 'forbidden' },
        ],
        status: 'approved',
        domain: 'place',
        note: 'a, b',
        authority: 'X 2020',
      },
    ],
  )
})

test('reads a file of two columns, with byte order mark, CRLF, empty lines and spaces', () => {
  const terms = read('\ufeffSource , Preferred\r\n\r\n 茶城 | 茶都 , tea city \r\n,\r\n')
  assert.deepEqual(
    terms.map(({ source, status }) => [source, status]),
    [[['茶城', '茶都'], 'proposed']],
  )
})

test('reads what else may be said of a term, and writes no column that nothing fills', () => {
  const [term] = read(
    'source,preferred,part-of-speech,later-mention,abbreviation,not-before,not-after,owner,authority-date\n' +
      '茶城,China Tea City,Propernoun,the city,CTC,墙|门,,Lin,2025-03\n',
  )
  assert.deepEqual(term, {
    source: ['茶城'],
    renderings: [{ text: 'China Tea City', status: 'preferred' }],
    status: 'proposed',
    domain: '',
    note: '',
    authority: '',
    partOfSpeech: 'properNoun',
    laterMention: 'the city',
    abbreviation: 'CTC',
    notBefore: ['墙', '门'],
    owner: 'Lin',
    authorityDate: '2025-03',
  })
  assert.equal(
    writeGlossary([{ ...(term as Omit<Term, 'id'>) }])
      .split('\r\n')[0]
      ?.split('\n')[0],
    '\ufeffsource,preferred,admitted,deprecated,forbidden,status,domain,note,authority,authority-date,part-of-speech,later-mention,abbreviation,not-before,owner',
  )
})

const malformed: readonly {
  readonly name: string
  readonly text: string
  readonly line: string
  readonly column: string
}[] = [
  { name: 'no source', text: `${header}茶城,tea city\n,tea town\n`, line: '3', column: 'source' },
  { name: 'no preferred rendering', text: `${header}茶城,,tea city\n`, line: '2', column: 'preferred' },
  { name: 'two preferred renderings', text: `${header}茶城,tea city|tea town\n`, line: '2', column: 'preferred' },
  { name: 'an unknown status', text: `${header}茶城,tea city,,,,final\n`, line: '2', column: 'status' },
  { name: 'more cells than columns', text: `${header}茶城,tea city,,,,,,,,surplus\n`, line: '2', column: '10' },
  {
    name: 'a date that is none',
    text: 'source,preferred,authority-date\n茶,tea,2025-13\n',
    line: '2',
    column: 'authority-date',
  },
  {
    name: 'an unknown part of speech',
    text: 'source,preferred,part-of-speech\n茶,tea,name\n',
    line: '2',
    column: 'part-of-speech',
  },
  { name: 'a quotation mark left open', text: `${header}茶城,"tea city\n`, line: '2', column: '' },
  { name: 'a quotation mark in the middle', text: `${header}茶城,tea "city"\n`, line: '2', column: '' },
]
for (const { name, text, line, column } of malformed) {
  test(`refuses a file with ${name}`, () => {
    assert.deepEqual(readGlossary(bytesOf(text)), { type: 'refusal', code: 'file-malformed', params: { line, column } })
  })
}

test('refuses what is empty or in no known encoding', () => {
  for (const text of ['', ' \n', '\ufeff'])
    assert.deepEqual(readGlossary(bytesOf(text)), { type: 'refusal', code: 'file-empty', params: {} })
  const answer = readGlossary(new Uint8Array([0xb2, 0xff, 0x2c]))
  assert.ok(isRefusal(answer) && answer.code === 'file-undecodable')
})

test('reads tables as offices have them', () => {
  const tea = [{ source: ['茶城'], renderings: [{ text: 'tea city', status: 'preferred' as const }] }]
  const gbk = Buffer.concat([
    Buffer.from('source,preferred\n'),
    Buffer.from([0xb2, 0xe8, 0xb3, 0xc7]),
    Buffer.from(',tea city\n'),
  ])
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  const notices = (bytes: Uint8Array) => {
    const read = readGlossaryRows(bytes)
    assert.ok(!isRefusal(read), JSON.stringify(read))
    const terms = read.rows.flatMap((row) => (row.type === 'term' ? [row.fields] : []))
    assert.deepEqual(
      terms.map(({ source, renderings }) => ({ source, renderings })),
      tea,
    )
    return read.notices.map(({ code, params }) => [code, ...Object.values(params)].join(' '))
  }
  assert.deepEqual(notices(gbk), ['encoding GB18030'])
  assert.deepEqual(notices(utf16('\ufeffsource\tpreferred\n茶城\ttea city\n')), ['encoding UTF-16'])
  assert.deepEqual(notices(utf16('source,preferred\n茶城,tea city\n')), ['encoding UTF-16'])
  for (const text of [
    'source;preferred\n茶城;tea city\n',
    '\ufeffsep=;\r\nsource;preferred\r\n茶城;tea city\r\n',
    '中文\t英文译名\n茶城\ttea city\n',
    '英文（首选）,术语（中文）\ntea city,茶城\n',
    'source,preferred\n茶城,tea city,\n',
    '\n,\nsource,preferred\n茶城,tea city\n',
  ])
    assert.deepEqual(notices(bytesOf(text)), [], text)
  assert.deepEqual(notices(bytesOf('茶业术语表\n2025年，水利站\n\n序号,中文,英文,颜色\n1,茶城,tea city,green\n')), [
    'rows-above 茶业术语表, 2025年，水利站',
    'columns-unread 序号, 颜色',
  ])
})

test('a cell with several renderings, as people write them, has one preferred and others admitted', () => {
  const read = readGlossaryRows(bytesOf('中文,英文\n茶城；茶都,"tea city; tea town\ntea capital (of old; once)"\n'))
  assert.ok(!isRefusal(read))
  assert.deepEqual(read.notices, [{ code: 'cells-split', params: { count: '1' } }])
  const [row] = read.rows
  assert.ok(row?.type === 'term')
  assert.deepEqual(row.fields.source, ['茶城', '茶都'])
  assert.deepEqual(
    row.fields.renderings.map(({ text, status }) => [text, status]),
    [
      ['tea city', 'preferred'],
      ['tea town', 'admitted'],
      ['tea capital (of old; once)', 'admitted'],
    ],
  )
})

test('a table without headings is told which are wanted, and what its first row has', () => {
  for (const text of ['茶城,tea city\n', 'source,colour\n茶城,green\n'])
    assert.deepEqual(readGlossary(bytesOf(text)), {
      type: 'refusal',
      code: 'headings-missing',
      params: { found: text.slice(0, text.indexOf('\n')).replace(',', ', ') },
    })
})

test('writes no cell that a spreadsheet would run', () => {
  const texts = ['=1+1', '+1', '-1', '@x', "'=1", '"=1']
  const csv = writeGlossary(
    texts.map((text) => ({
      source: [text],
      renderings: [{ text, status: 'preferred' }],
      status: 'proposed',
      domain: text,
      note: text,
      authority: text,
    })),
  )
  assert.doesNotMatch(csv, /(?:^|,)"?[=+\-@\t\r]/m)
})

const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('|', '\\', '"', "'", ',', '\n', '\r', '=', '+', '-', '@', '\t', '茶', 'a') }),
  )
  .map((text) => text.replaceAll('\ufeff', '').trim())
const filled = cell.filter((text) => text !== '')
const someTerm = fc
  .record({
    source: fc.array(filled, { minLength: 1, maxLength: 3 }),
    preferred: filled,
    others: fc.array(
      fc.record({ text: filled, status: fc.constantFrom(...renderingStatuses.slice(1)) }, { noNullPrototype: true }),
      {
        maxLength: 4,
      },
    ),
    status: fc.constantFrom(...termStatuses),
    domain: cell,
    note: cell,
    authority: cell,
    extras: fc.record(
      {
        definition: cell,
        partOfSpeech: fc.constantFrom(...partsOfSpeech),
        laterMention: cell,
        abbreviation: cell,
        inflections: fc.array(filled, { maxLength: 2 }),
        notBefore: fc.array(filled, { maxLength: 2 }),
        notAfter: fc.array(filled, { maxLength: 2 }),
        owner: cell,
        authorityDate: fc.constantFrom('2025', '2025-03', '2025-03-12'),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  })
  .map(({ preferred, others, extras, ...rest }) => ({
    ...rest,
    ...Object.fromEntries(Object.entries(extras).filter(([, value]) => value !== undefined && value.length > 0)),
    renderings: [
      { text: preferred, status: 'preferred' as const },
      ...renderingStatuses.flatMap((status) => others.filter((rendering) => rendering.status === status)),
    ],
  }))

test('what was written is read back the same', () => {
  fc.assert(
    fc.property(fc.array(someTerm, { minLength: 1, maxLength: 4 }), (terms) => {
      assert.deepEqual(read(writeGlossary(terms)), terms)
    }),
    { numRuns: 1000 },
  )
})

test('columns that no heading names are read as people chose them', async () => {
  const table =
    '常用译名表\n序号,规范,定译,又叫,说法\n1,骨干水网,backbone water network,main network,云水〔2025〕8号\n2,河长制,,,\n'
  const bytes = new TextEncoder().encode(table)
  const chosen = { headings: 2, columns: { B: 'source', C: 'preferred', D: 'admitted', E: 'authority' } } as const
  assert.equal(isRefusal(readGlossaryRows(bytes)), true)
  const glossary = readGlossaryRows(bytes, chosen)
  assert.ok(!isRefusal(glossary))
  const [first, second] = glossary.rows
  assert.ok(first?.type === 'term')
  assert.deepEqual(
    [first.at, first.fields.source, first.fields.renderings.map(({ text }) => text), first.fields.authority],
    [3, ['骨干水网'], ['backbone water network', 'main network'], '云水〔2025〕8号'],
  )
  assert.deepEqual([second?.type, second?.at], ['unread', 4])
  assert.deepEqual(
    glossary.notices.map(({ code, params }) => [code, Object.values(params)[0]]),
    [
      ['rows-above', '常用译名表'],
      ['columns-unread', '序号'],
    ],
  )
})

import { unitWords } from '../../language/chinese/measures.ts'
import type { QuantityKind, Rational } from '../../model/quantity.ts'
import { rational } from './rational.ts'

export type Dimension =
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'power'
  | 'energy'
  | 'voltage'
  | 'temperature'
  | 'speed'
  | 'data'
  | 'frequency'
  | 'flow'
  | 'concentration'
  | 'duration'
  | 'money'

/** A unit under its normal English name, what it measures, and how many of the dimension's base unit it is. */
export interface Unit {
  readonly name: string
  readonly plural: string
  readonly dimension: Dimension
  readonly factor: Rational
  readonly zh: readonly string[]
  /** Every English form, lower case, but for those whose case tells them apart. */
  readonly en: readonly string[]
}

type Row = readonly [name: string, factor: bigint | readonly [bigint, bigint], en: string, plural?: string]

function rows(dimension: Dimension, list: readonly Row[]): Unit[] {
  return list.map(([name, factor, en, plural = `${name}s`]) => ({
    name,
    plural,
    dimension,
    factor: typeof factor === 'bigint' ? rational(factor) : rational(...factor),
    zh: unitWords.get(name) ?? [],
    en: [name, plural, ...en.split(',').filter(Boolean)],
  }))
}

/** Imperial factors are the exact international ones; 里, 亩 and 斤 are the Chinese market units of 1959. */
export const units: readonly Unit[] = [
  ...rows('length', [
    ['millimeter', 1n, 'mm,millimetre,millimetres'],
    ['centimeter', 10n, 'cm,centimetre,centimetres'],
    ['meter', 1000n, 'm,metre,metres'],
    ['kilometer', 1000000n, 'km,kms,kilometre,kilometres'],
    ['li', 500000n, '', 'li'],
    ['inch', [254n, 10n], 'in.', 'inches'],
    ['foot', [3048n, 10n], 'ft', 'feet'],
    ['yard', [9144n, 10n], 'yd'],
    ['mile', 1609344n, 'mi'],
    ['nautical mile', 1852000n, ''],
    ['light-year', 9460730472580800000n, 'light year,light years'],
    ['nanometer', [1n, 1000000n], 'nm,nanometre,nanometres'],
    ['micron', [1n, 1000n], 'micrometer,micrometers,micrometre,micrometres'],
  ]),
  ...rows('area', [
    [
      'square meter',
      3n,

      'sq m,sq meter,sq meters,sq metre,sq metres,square metre,square metres,m²,m2',
    ],
    [
      'square kilometer',
      3000000n,

      'sq km,sq kilometers,sq kilometres,square kilometre,square kilometres,km²,km2',
    ],
    ['hectare', 30000n, 'ha'],
    ['mu', 2000n, '', 'mu'],
    ['acre', [948481974n, 78125n], ''],
    ['square mile', [121405692672n, 15625n], 'sq mi,sq mile,sq miles'],
    ['square foot', [435483n, 1562500n], 'sq ft', 'square feet'],
  ]),
  ...rows('volume', [
    ['milliliter', 1n, 'ml,millilitre,millilitres'],
    ['liter', 1000n, 'l,litre,litres'],
    ['cubic meter', 1000000n, 'cubic metre,cubic metres,m³,m3'],
    ['cubic kilometer', 1000000000000000n, 'cubic kilometre,cubic kilometres'],
    ['barrel', [158987294928n, 1000000n], ''],
    ['gallon', [3785411784n, 1000000n], ''],
  ]),
  ...rows('mass', [
    ['microgram', [1n, 1000n], 'μg,µg,mcg,microgramme,microgrammes'],
    ['milligram', 1n, 'mg,milligramme,milligrammes'],
    ['gram', 1000n, 'g,gramme,grammes'],
    ['kilogram', 1000000n, 'kg,kgs,kilo,kilos,kilogramme,kilogrammes'],
    ['jin', 500000n, '', 'jin'],
    ['tonne', 1000000000n, 'metric ton,metric tons,ton,tons'],
    ['pound', [45359237n, 100n], 'lb,lbs'],
    ['ounce', [28349523125n, 1000000n], 'oz'],
  ]),
  ...rows('power', [
    ['watt', 1n, 'w'],
    ['kilowatt', 1000n, 'kw'],
    ['megawatt', 1000000n, 'mw'],
    ['gigawatt', 1000000000n, 'gw'],
  ]),
  ...rows('energy', [
    ['kilowatt-hour', 1n, 'kwh,kilowatt hour,kilowatt hours'],
    ['megawatt-hour', 1000n, 'mwh,megawatt hour,megawatt hours'],
    ['gigawatt-hour', 1000000n, 'gwh,gigawatt hour,gigawatt hours'],
  ]),
  ...rows('voltage', [
    ['volt', 1n, 'v'],
    ['kilovolt', 1000n, 'kv'],
  ]),
  ...rows('temperature', [['degree', 1n, '°,°c,°f,℃,deg']]),
  ...rows('speed', [
    [
      'kilometer per hour',
      1000n,

      'km/h,km/hr,kph,kmh,kilometers an hour,kilometres an hour,kilometres per hour',
      'kilometers per hour',
    ],
    ['mile per hour', [1609344n, 1000n], 'mph,miles an hour,miles/hour', 'miles per hour'],
  ]),
  ...rows('speed', [
    ['meter per second', 3600n, 'm/s,metres per second,metre per second', 'meters per second'],
    [
      'kilometer per second',
      3600000n,

      'km/s,kilometres per second',
      'kilometers per second',
    ],
  ]),
  ...rows('data', [
    ['megabyte', 1n, 'mb,mbs'],
    ['gigabyte', 1000n, 'gb,gbs'],
    ['terabyte', 1000000n, 'tb,tbs'],
  ]),
  ...rows('frequency', [
    ['megahertz', 1n, 'mhz', 'megahertz'],
    ['gigahertz', 1000n, 'ghz', 'gigahertz'],
  ]),
  ...rows('flow', [
    [
      'cubic meter per second',
      1n,

      'm³/s,m3/s,cubic metre per second,cubic metres per second,cubic meters a second,cubic metres a second',
      'cubic meters per second',
    ],
  ]),
  ...rows('concentration', [
    ['microgram per liter', 1n, 'μg/l,µg/l,micrograms per litre,microgram per litre', 'micrograms per liter'],
    ['milligram per liter', 1000n, 'mg/l,milligrams per litre,milligram per litre', 'milligrams per liter'],
    ['gram per liter', 1000000n, 'g/l,grams per litre,gram per litre', 'grams per liter'],
    [
      'microgram per cubic meter',
      [1n, 1000n],

      'μg/m³,µg/m³,μg/m3,µg/m3,micrograms per cubic metre,microgram per cubic metre',
      'micrograms per cubic meter',
    ],
    [
      'milligram per cubic meter',
      1n,

      'mg/m³,mg/m3,milligrams per cubic metre,milligram per cubic metre',
      'milligrams per cubic meter',
    ],
  ]),
  // Days and years do not divide each other; months and years do, weeks and days do. 365 days is one convention.
  ...rows('duration', [
    ['second', 1n, 'sec,secs'],
    ['minute', 60n, 'min,mins'],
    ['hour', 3600n, 'hr,hrs'],
    ['day', 86400n, ''],
    ['week', 604800n, ''],
    ['month', 2628000n, ''],
    ['quarter', 7884000n, ''],
    ['year', 31536000n, 'year-old,year old,year-olds,year olds,yrs,years-old,years old', 'years'],
    ['decade', 315360000n, ''],
    ['century', 3153600000n, '', 'centuries'],
  ]),
  ...rows('money', [
    ['CNY', 1n, 'yuan,rmb,renminbi,yuan renminbi', 'CNY'],
    ['USD', 1n, 'us dollars,u.s. dollars,us dollar,u.s. dollar,dollars,dollar', 'USD'],
    ['EUR', 1n, 'euros,euro', 'EUR'],
    ['GBP', 1n, 'pounds sterling,pounds,pound,sterling', 'GBP'],
    ['JPY', 1n, 'yen,japanese yen', 'JPY'],
    ['HKD', 1n, 'hong kong dollars', 'HKD'],
    ['TWD', 1n, 'new taiwan dollars', 'TWD'],
    ['AUD', 1n, 'australian dollars', 'AUD'],
    ['CAD', 1n, 'canadian dollars', 'CAD'],
    ['KRW', 1n, 'won,korean won', 'KRW'],
    ['RUB', 1n, 'rubles,roubles,ruble,rouble', 'RUB'],
    ['INR', 1n, 'rupees,rupee', 'INR'],
    ['CHF', 1n, 'swiss francs', 'CHF'],
    ['SEK', 1n, 'swedish kronor', 'SEK'],
    ['cent', [1n, 100n], 'us cent,us cents,u.s. cent,u.s. cents,cents,¢'],
  ]),
]

const byName = new Map(units.map((unit) => [unit.name, unit]))

export function unitNamed(name: string): Unit | undefined {
  return byName.get(name)
}

/** 每小时480公里, 每秒5米: the length of a unit of time is a speed. */
export function speedOf(unit: Unit, per: 'hour' | 'second'): Unit | undefined {
  return byName.get(`${unit.name} per ${per}`)
}

/** What a number with this unit is: money, a duration or a measure. */
export function kindOfUnit(unit: Unit): QuantityKind {
  if (unit.dimension === 'money') return 'money'
  return unit.dimension === 'duration' ? 'duration' : 'measure'
}

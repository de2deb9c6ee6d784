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

type Row = readonly [name: string, factor: bigint | readonly [bigint, bigint], zh: string, en: string, plural?: string]

function rows(dimension: Dimension, list: readonly Row[]): Unit[] {
  return list.map(([name, factor, zh, en, plural = `${name}s`]) => ({
    name,
    plural,
    dimension,
    factor: typeof factor === 'bigint' ? rational(factor) : rational(...factor),
    zh: zh.split(' ').filter(Boolean),
    en: [name, plural, ...en.split(',').filter(Boolean)],
  }))
}

/** Imperial factors are the exact international ones; 里, 亩 and 斤 are the Chinese market units of 1959. */
export const units: readonly Unit[] = [
  ...rows('length', [
    ['millimeter', 1n, '毫米 mm', 'mm,millimetre,millimetres'],
    ['centimeter', 10n, '厘米 公分 cm', 'cm,centimetre,centimetres'],
    ['meter', 1000n, '米 公尺 m', 'm,metre,metres'],
    ['kilometer', 1000000n, '公里 千米 km', 'km,kms,kilometre,kilometres'],
    ['li', 500000n, '里 华里', '', 'li'],
    ['inch', [254n, 10n], '英寸 吋', 'in.', 'inches'],
    ['foot', [3048n, 10n], '英尺 英呎', 'ft', 'feet'],
    ['yard', [9144n, 10n], '码', 'yd'],
    ['mile', 1609344n, '英里', 'mi'],
    ['nautical mile', 1852000n, '海里', ''],
    ['light-year', 9460730472580800000n, '光年', 'light year,light years'],
    ['nanometer', [1n, 1000000n], '纳米 nm', 'nm,nanometre,nanometres'],
    ['micron', [1n, 1000n], '微米', 'micrometer,micrometers,micrometre,micrometres'],
  ]),
  ...rows('area', [
    [
      'square meter',
      3n,
      '平方米 平米 ㎡',
      'sq m,sq meter,sq meters,sq metre,sq metres,square metre,square metres,m²,m2',
    ],
    [
      'square kilometer',
      3000000n,
      '平方公里 平方千米',
      'sq km,sq kilometers,sq kilometres,square kilometre,square kilometres,km²,km2',
    ],
    ['hectare', 30000n, '公顷', 'ha'],
    ['mu', 2000n, '亩', '', 'mu'],
    ['acre', [948481974n, 78125n], '英亩', ''],
    ['square mile', [121405692672n, 15625n], '平方英里', 'sq mi,sq mile,sq miles'],
    ['square foot', [435483n, 1562500n], '平方英尺', 'sq ft', 'square feet'],
  ]),
  ...rows('volume', [
    ['milliliter', 1n, '毫升 ml', 'ml,millilitre,millilitres'],
    ['liter', 1000n, '升 公升', 'litre,litres'],
    ['cubic meter', 1000000n, '立方米 立方', 'cubic metre,cubic metres,m³,m3'],
    ['cubic kilometer', 1000000000000000n, '立方公里', 'cubic kilometre,cubic kilometres'],
    ['barrel', [158987294928n, 1000000n], '桶', ''],
    ['gallon', [3785411784n, 1000000n], '加仑', ''],
  ]),
  ...rows('mass', [
    ['milligram', 1n, '毫克 mg', 'mg,milligramme,milligrammes'],
    ['gram', 1000n, '克', 'g,gramme,grammes'],
    ['kilogram', 1000000n, '公斤 千克 kg', 'kg,kgs,kilo,kilos,kilogramme,kilogrammes'],
    ['jin', 500000n, '斤 市斤', '', 'jin'],
    ['tonne', 1000000000n, '吨', 'metric ton,metric tons,ton,tons'],
    ['pound', [45359237n, 100n], '磅', 'lb,lbs'],
    ['ounce', [28349523125n, 1000000n], '盎司', 'oz'],
  ]),
  ...rows('power', [
    ['watt', 1n, '瓦', ''],
    ['kilowatt', 1000n, '千瓦 kW', 'kw'],
    ['megawatt', 1000000n, '兆瓦 MW', 'mw'],
    ['gigawatt', 1000000000n, '吉瓦 GW', 'gw'],
  ]),
  ...rows('energy', [
    ['kilowatt-hour', 1n, '千瓦时', 'kwh,kilowatt hour,kilowatt hours'],
    ['megawatt-hour', 1000n, '兆瓦时', 'mwh,megawatt hour,megawatt hours'],
  ]),
  ...rows('voltage', [
    ['volt', 1n, '伏 伏特', ''],
    ['kilovolt', 1000n, '千伏 kV', 'kv'],
  ]),
  ...rows('temperature', [['degree', 1n, '摄氏度 ℃ °C ° 度 华氏度', '°,°c,°f,℃,deg']]),
  ...rows('speed', [
    [
      'kilometer per hour',
      1000n,
      'km/h 公里/小时 公里每小时 千米/小时 千米每小时',
      'km/h,km/hr,kph,kmh,kilometers an hour,kilometres an hour,kilometres per hour',
      'kilometers per hour',
    ],
    ['mile per hour', [1609344n, 1000n], 'mph 英里/小时 英里每小时', 'mph,miles an hour,miles/hour', 'miles per hour'],
  ]),
  ...rows('speed', [
    ['meter per second', 3600n, 'm/s 米/秒 米每秒', 'm/s,metres per second,metre per second', 'meters per second'],
    [
      'kilometer per second',
      3600000n,
      '公里/秒 公里每秒 千米每秒',
      'km/s,kilometres per second',
      'kilometers per second',
    ],
  ]),
  ...rows('data', [
    ['megabyte', 1n, 'MB', 'mb,mbs'],
    ['gigabyte', 1000n, 'GB', 'gb,gbs'],
    ['terabyte', 1000000n, 'TB', 'tb,tbs'],
  ]),
  ...rows('frequency', [
    ['megahertz', 1n, '兆赫 MHz', 'mhz', 'megahertz'],
    ['gigahertz', 1000n, '吉赫 GHz', 'ghz', 'gigahertz'],
  ]),
  // Days and years do not divide each other; months and years do, weeks and days do. 365 days is one convention.
  ...rows('duration', [
    ['second', 1n, '秒 秒钟', 'sec,secs'],
    ['minute', 60n, '分钟', 'min,mins'],
    ['hour', 3600n, '小时 个小时 钟头 个钟头', 'hr,hrs'],
    ['day', 86400n, '天', ''],
    ['week', 604800n, '周 个星期 星期 个礼拜', ''],
    ['month', 2628000n, '个月', ''],
    ['quarter', 7884000n, '个季度', ''],
    ['year', 31536000n, '年 周年 岁 周岁 载', 'year-old,year old,year-olds,year olds,yrs,years-old,years old', 'years'],
    ['decade', 315360000n, '个年代', ''],
    ['century', 3153600000n, '个世纪', '', 'centuries'],
  ]),
  ...rows('money', [
    ['CNY', 1n, '元人民币 元 人民币 块钱 圆', 'yuan,rmb,renminbi,yuan renminbi', 'CNY'],
    ['USD', 1n, '美元 美金', 'us dollars,u.s. dollars,us dollar,u.s. dollar,dollars,dollar', 'USD'],
    ['EUR', 1n, '欧元', 'euros,euro', 'EUR'],
    ['GBP', 1n, '英镑', 'pounds sterling,pounds,pound,sterling', 'GBP'],
    ['JPY', 1n, '日元 日圆', 'yen,japanese yen', 'JPY'],
    ['HKD', 1n, '港元 港币', 'hong kong dollars', 'HKD'],
    ['TWD', 1n, '新台币', 'new taiwan dollars', 'TWD'],
    ['AUD', 1n, '澳元 澳币', 'australian dollars', 'AUD'],
    ['CAD', 1n, '加元 加币', 'canadian dollars', 'CAD'],
    ['KRW', 1n, '韩元 韩币', 'won,korean won', 'KRW'],
    ['RUB', 1n, '卢布', 'rubles,roubles,ruble,rouble', 'RUB'],
    ['INR', 1n, '卢比', 'rupees,rupee', 'INR'],
    ['CHF', 1n, '瑞士法郎', 'swiss francs', 'CHF'],
    ['SEK', 1n, '瑞典克朗', 'swedish kronor', 'SEK'],
    ['cent', [1n, 100n], '美分', 'us cent,us cents,u.s. cent,u.s. cents,cents,¢'],
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

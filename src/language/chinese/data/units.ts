/**
 * How Chinese writes units of measure and money. A line: the word, its uses (those of measures.ts) and the English name of
 * the unit, by which src/quantities/number/units.ts has its value. By what they measure, each unit in a row with the
 * usual word first. Every unit in Chinese characters has use d. Source: GB 3100, ISO 4217 and the market units of 1959.
 */
export const units = `
毫米 --d- millimeter
mm ---- millimeter
㎜ ---- millimeter
厘米 --d- centimeter
公分 --d- centimeter
cm ---- centimeter
㎝ ---- centimeter
米 --dw meter
公尺 --d- meter
m ---- meter
公里 --dw kilometer
千米 --d- kilometer
km ---- kilometer
㎞ ---- kilometer
里 --d- li
华里 --d- li
英寸 --d- inch
吋 --d- inch
英尺 --d- foot
英呎 --d- foot
码 --d- yard
英里 --d- mile
海里 --d- nautical mile
光年 --d- light-year
纳米 --d- nanometer
nm ---- nanometer
微米 --d- micron
平方米 --d- square meter
平米 --d- square meter
㎡ ---- square meter
m² ---- square meter
m2 ---- square meter
平方公里 --d- square kilometer
平方千米 --d- square kilometer
km² ---- square kilometer
km2 ---- square kilometer
㎢ ---- square kilometer
公顷 --dw hectare
hm² ---- hectare
亩 --dw mu
英亩 --d- acre
平方英里 --d- square mile
平方英尺 --d- square foot
毫升 --d- milliliter
ml ---- milliliter
mL ---- milliliter
升 --d- liter
公升 --d- liter
L ---- liter
立方米 --d- cubic meter
立方 --d- cubic meter
m³ ---- cubic meter
m3 ---- cubic meter
㎥ ---- cubic meter
立方米/秒 --d- cubic meter per second
立方米每秒 --d- cubic meter per second
m³/s ---- cubic meter per second
m3/s ---- cubic meter per second
立方公里 --d- cubic kilometer
桶 q-d- barrel
加仑 --d- gallon
毫克 --d- milligram
mg ---- milligram
㎎ ---- milligram
微克 --d- microgram
μg ---- microgram
克/升 --d- gram per liter
g/L ---- gram per liter
毫克/升 --d- milligram per liter
mg/L ---- milligram per liter
微克/升 --d- microgram per liter
μg/L ---- microgram per liter
毫克/立方米 --d- milligram per cubic meter
mg/m³ ---- milligram per cubic meter
微克/立方米 --d- microgram per cubic meter
μg/m³ ---- microgram per cubic meter
μg/m3 ---- microgram per cubic meter
克 --d- gram
公斤 --d- kilogram
千克 --d- kilogram
kg ---- kilogram
㎏ ---- kilogram
斤 --d- jin
市斤 --d- jin
吨 --dw tonne
t ---- tonne
磅 --d- pound
盎司 --d- ounce
瓦 --d- watt
W ---- watt
千瓦 --d- kilowatt
kW ---- kilowatt
兆瓦 --d- megawatt
MW ---- megawatt
吉瓦 --d- gigawatt
GW ---- gigawatt
千瓦时 --d- kilowatt-hour
kWh ---- kilowatt-hour
兆瓦时 --d- megawatt-hour
MWh ---- megawatt-hour
吉瓦时 --d- gigawatt-hour
GWh ---- gigawatt-hour
伏 --d- volt
伏特 --d- volt
V ---- volt
千伏 --d- kilovolt
kV ---- kilovolt
摄氏度 --d- degree
℃ --d- degree
°C ---- degree
° ---- degree
度 q-d- degree
华氏度 --d- degree
km/h ---- kilometer per hour
公里/小时 --d- kilometer per hour
公里每小时 --d- kilometer per hour
千米/小时 --d- kilometer per hour
千米每小时 --d- kilometer per hour
mph ---- mile per hour
英里/小时 --d- mile per hour
英里每小时 --d- mile per hour
m/s ---- meter per second
米/秒 --d- meter per second
米每秒 --d- meter per second
公里/秒 --d- kilometer per second
公里每秒 --d- kilometer per second
千米每秒 --d- kilometer per second
MB ---- megabyte
GB ---- gigabyte
TB ---- terabyte
兆赫 --d- megahertz
MHz ---- megahertz
吉赫 --d- gigahertz
GHz ---- gigahertz
秒 --d- second
秒钟 --d- second
分钟 --d- minute
小时 --d- hour
个小时 --d- hour
钟头 --d- hour
个钟头 --d- hour
天 --dw day
周 --d- week
个星期 --d- week
星期 --d- week
个礼拜 --d- week
个月 --d- month
个季度 --d- quarter
年 -fdw year
周年 --d- year
岁 q-dw year
周岁 --d- year
载 --d- year
个年代 --d- decade
个世纪 --d- century
元人民币 --d- CNY
元 --dw CNY
人民币 --d- CNY
块钱 --d- CNY
圆 --d- CNY
美元 --d- USD
美金 --d- USD
欧元 --d- EUR
英镑 --d- GBP
日元 --d- JPY
日圆 --d- JPY
港元 --d- HKD
港币 --d- HKD
新台币 --d- TWD
澳元 --d- AUD
澳币 --d- AUD
加元 --d- CAD
加币 --d- CAD
韩元 --d- KRW
韩币 --d- KRW
卢布 --d- RUB
卢比 --d- INR
瑞士法郎 --d- CHF
瑞典克朗 --d- SEK
美分 --d- cent
`

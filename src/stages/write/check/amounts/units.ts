import type { AmountGroup } from './amount.ts'

export interface Unit {
  group: AmountGroup
  unit: string
  factor: number
}

const UNITS = new Map<string, Unit>()

function add(group: AmountGroup, unit: string, factor: number, names: string): void {
  for (const name of names.split('|')) UNITS.set(name, { group, unit, factor })
}

add('money', 'dollar', 1, 'dollar|dollars|usd|buck|bucks')
add('money', 'dollar', 0.01, 'cent|cents')
add('money', 'euro', 1, 'euro|euros|eur')
add('money', 'pound', 1, 'pound sterling|pounds sterling|gbp|quid')
add('money', 'yuan', 1, 'yuan|renminbi')
add('money', 'yen', 1, 'yen')
add('money', 'krone', 1, 'krone|kroner|kronor|krona|crowns')
add('money', 'franc', 1, 'franc|francs')
add('money', 'rupee', 1, 'rupee|rupees')
add('percent', 'percent', 1, '%|percent|per cent|pct')
add('percent', 'percentage point', 1, 'percentage point|percentage points')
add('measure', 'metre', 1, 'metre|metres|meter|meters')
add('measure', 'metre', 1000, 'kilometre|kilometres|kilometer|kilometers|km|kms')
add('measure', 'metre', 0.01, 'centimetre|centimetres|centimeter|centimeters|cm')
add('measure', 'metre', 0.001, 'millimetre|millimetres|millimeter|millimeters|mm')
add('measure', 'metre', 1e-6, 'micrometre|micrometres|micrometer|micrometers|micron|microns')
add('measure', 'metre', 1e-9, 'nanometre|nanometres|nanometer|nanometers|nm')
add('measure', 'mile', 1, 'mile|miles')
add('measure', 'foot', 1, 'foot|feet|ft')
add('measure', 'inch', 1, 'inch|inches')
add('measure', 'yard', 1, 'yard|yards')
add('measure', 'light year', 1, 'light year|light years|lightyears')
add('measure', 'square metre', 1, 'square metre|square metres|square meter|square meters')
add('measure', 'square metre', 1e6, 'square kilometre|square kilometres|square kilometer|square kilometers')
add('measure', 'square metre', 1e4, 'hectare|hectares|ha')
add('measure', 'square mile', 1, 'square mile|square miles')
add('measure', 'square foot', 1, 'square foot|square feet')
add('measure', 'acre', 1, 'acre|acres')
add('measure', 'kilogram', 1, 'kilogram|kilograms|kilogramme|kilogrammes|kg|kilo|kilos')
add('measure', 'kilogram', 0.001, 'gram|grams|gramme|grammes')
add('measure', 'kilogram', 1000, 'tonne|tonnes|metric tons')
add('measure', 'ton', 1, 'ton|tons')
add('measure', 'pound', 1, 'pound|pounds|lb|lbs')
add('measure', 'ounce', 1, 'ounce|ounces|oz')
add('measure', 'litre', 1, 'litre|litres|liter|liters')
add('measure', 'gallon', 1, 'gallon|gallons')
add('measure', 'barrel', 1, 'barrel|barrels')
add('measure', 'second', 1, 'second|seconds|sec|secs')
add('measure', 'second', 60, 'minute|minutes|min|mins')
add('measure', 'second', 3600, 'hour|hours|hr|hrs')
add('measure', 'day', 1, 'day|days')
add('measure', 'day', 7, 'week|weeks')
add('measure', 'month', 1, 'month|months')
add('measure', 'month', 12, 'year|years')
add('measure', 'month', 120, 'decade|decades')
add('measure', 'month', 1200, 'century|centuries')
add(
  'measure',
  'kilometre per hour',
  1,
  'kilometres per hour|kilometers per hour|km/h|kph|kilometres an hour|kilometers an hour|kilometre per hour'
)
add('measure', 'mile per hour', 1, 'miles per hour|mph|miles an hour|mile per hour')
add('measure', 'degree Celsius', 1, 'degrees celsius|degree celsius|degrees c|°c|° c|celsius')
add('measure', 'degree Fahrenheit', 1, 'degrees fahrenheit|degree fahrenheit|degrees f|°f|° f|fahrenheit')
add('measure', 'degree', 1, 'degree|degrees|°')
add('measure', 'watt', 1, 'watt|watts|w')
add('measure', 'watt', 1e3, 'kilowatt|kilowatts|kw')
add('measure', 'watt', 1e6, 'megawatt|megawatts|mw')
add('measure', 'watt', 1e9, 'gigawatt|gigawatts|gw')
add('measure', 'watt hour', 1e3, 'kilowatt hour|kilowatt hours|kwh')
add('measure', 'watt hour', 1e6, 'megawatt hour|megawatt hours|mwh')
add('measure', 'watt hour', 1e9, 'gigawatt hour|gigawatt hours|gwh')
add('measure', 'byte', 1e6, 'megabyte|megabytes|mb')
add('measure', 'byte', 1e9, 'gigabyte|gigabytes|gb')
add('measure', 'byte', 1e12, 'terabyte|terabytes|tb')
add('measure', 'times', 1, 'times|fold|x')

/** Money by the sign before the number. */
export const SIGNS: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen' }
export const CODES: Readonly<Record<string, string>> = { usd: 'dollar', eur: 'euro', gbp: 'pound' }

/** A unit by its name, at most three words. */
export const unitOf = (name: string): Unit | undefined => UNITS.get(name)

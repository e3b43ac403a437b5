/** Zones that feeds write and Date.parse does not know. */
const ZONES: Record<string, string> = {
  Z: '+0000',
  UT: '+0000',
  WET: '+0000',
  BST: '+0100',
  WEST: '+0100',
  CET: '+0100',
  MEZ: '+0100',
  CEST: '+0200',
  MESZ: '+0200',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  IST: '+0530',
  SGT: '+0800',
  JST: '+0900',
  KST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
  NZST: '+1200',
  NZDT: '+1300'
}

const HAS_ZONE = /(?:[zZ]|[+-]\d{2}:?\d{2}|\b(?:GMT|UTC|[ECMP][SD]T))\s*(?:\([\w ]{1,30}\))?$/

/** What Date.parse can read: a known zone (UTC where none is given, never that of this machine), a time with colons. */
function normalDate(text: string): string {
  const date = text
    .trim()
    .slice(0, 80)
    .replace(/\s+/g, ' ')
    .replace(/^[A-Za-z]{3,9}\.?,\s*/, '')
    .replace(/ (\d{2})(\d{2})(?= [A-Z]|$)/, ' $1:$2')
    .replace(/ ([A-Z]{1,4})$/, (zone, name: string) => (ZONES[name] ? ` ${ZONES[name]}` : zone))
    .replace(/ ([A-Z]{3,4}) ?([+-]\d{2}:?\d{2})$/, ' $2')
  if (HAS_ZONE.test(date) || /^\d{4}-\d{2}-\d{2}$/.test(date)) return date
  return /^\d{4}-\d{2}-\d{2}T/.test(date) ? `${date}Z` : `${date} GMT`
}

/** A feed's date as ISO 8601 in UTC, or null where it cannot be read or is no date of the web's lifetime. */
export function parseDate(text: string | null): string | null {
  if (text === null || !/\d/.test(text)) return null
  const time = Date.parse(normalDate(text))
  const isPlausible = time > Date.UTC(1990, 0, 1) && time < Date.UTC(2100, 0, 1)
  return isPlausible ? new Date(time).toISOString() : null
}

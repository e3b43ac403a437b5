type Respelling = readonly [RegExp, string]

const OUR = 'arm|ard|behavi|clam|endeav|flav|harb|hum|neighb|od|rig|rum|sav|savi|splend|tum|vap|vig'
/** What stands before "-ise" in verbs; "promise", "advertise", "practise" and "comprise" end in none of these. */
const IZE =
  'real|[a-z]{3,}al|[a-z]+an|[a-z]{2,}[aeo]r|[a-z]+ic|[a-z]{3,}il|[a-z]{2,}[iu]m|custom|[a-z]{2,}og|[a-z]{2,}ol|[a-z]{2,}on|[a-z]{2,}un|' +
  'econom|emphas|recogn|standard|jeopard|subsid|hybrid|scrutin|dramat|privat|automat|climat|digit|priorit|monet|hypnot|util'

const whole = (source: string): RegExp => new RegExp(String.raw`\b${source}`, 'gi')

const RESPELLINGS: readonly Respelling[] = [
  [whole(String.raw`((?:centi|milli|kilo|micro|nano)?(?:met|lit)|fib|calib|somb|mit|sab)re(s?)\b`), '$1er$2'],
  [whole('manoeuvr'), 'maneuver'],
  [whole(String.raw`(${OUR})our(?=s?\b|ed\b|ing\b|al\b|hood|less|able)`), '$1or'],
  [whole(String.raw`(${IZE})is(?=e[drs]?\b|ers\b|ing\b|ations?\b|ational\b)`), '$1iz'],
  [whole(String.raw`(anal|paral|catal)ys(?=e[drs]?\b|ers\b|ing\b)`), '$1yz'],
  [whole(String.raw`([a-z]*(?:mod|lab|chann))ell(?=ed\b|ing\b|ers?\b)`), '$1el'],
  [whole(String.raw`(off|pret)ence(s?)\b`), '$1ense$2'],
  [whole(String.raw`(a|leuk|isch)naem`), '$1nem'],
  [whole('leukaemi'), 'leukemi'],
  [whole('haem'), 'hem'],
  [whole('paed'), 'ped'],
  [whole('anaesthe'), 'anesthe'],
  [whole('orthopaed'), 'orthoped'],
  [whole('gynaec'), 'gynec'],
  [whole('oestro'), 'estro'],
  [whole('foetus'), 'fetus'],
  [whole('caesarean'), 'cesarean'],
  [whole('aeroplane'), 'airplane'],
  [whole(String.raw`sceptic`), 'skeptic'],
  [whole(String.raw`tyre(s?)\b`), 'tire$1'],
  [whole(String.raw`yoghurt`), 'yogurt'],
  [whole(String.raw`pyjamas\b`), 'pajamas'],
  [whole(String.raw`cosy\b`), 'cozy'],
  [whole(String.raw`jewellery\b`), 'jewelry'],
  [whole(String.raw`petrol\b`), 'petroll'],
  [whole(String.raw`aluminium\b`), 'allu minium'],
  [whole(String.raw`enrol\b`), 'enroll'],
  [whole(String.raw`ageing\b`), 'aging']
]

/** Spellings of Britain as those of America, which Flite's word list and its letter-to-sound rules were made from. */
export const fromBritish = (text: string): string =>
  RESPELLINGS.reduce(
    (result, [from, to]) =>
      result.replace(from, (match: string, ...groups: unknown[]) => {
        const said = to.replace(/\$(\d)/g, (_, at: string) => String(groups[Number(at) - 1] ?? ''))
        return /^[A-Z]/.test(match) ? said.charAt(0).toUpperCase() + said.slice(1) : said
      }),
    text
  )

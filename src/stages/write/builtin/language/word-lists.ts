const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words that carry no content of their own. */
export const FUNCTION_WORDS = words(
  'a about after again against all also although am among an and any are around as at be because been before being ' +
    'between both but by can could did do does doing during each for from further had has have having he her here hers ' +
    'him his how however i if in into is it its itself just like may me might more most much must my no nor not now of ' +
    'off on once one only or other our out over own per said same say says she should since so some such than that the ' +
    'their them then there these they this those though through to too under until up upon us very was we were what ' +
    'when where which while who whom whose why will with within without would yet you your new year years told'
)

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

export const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** A person without a name, for whom "he" or "she" can stand. */
export const PERSON_NOUNS = words(
  'man woman boy girl teenager officer driver minister president spokesman spokeswoman spokesperson leader chief ' +
    'director professor doctor author singer actor actress player coach manager student teacher mayor judge lawyer ' +
    'victim suspect mother father son daughter wife husband brother sister person patient founder scientist ' +
    'researcher engineer pilot captain king queen prince princess senator governor child writer artist farmer ' +
    'resident owner passenger prosecutor secretary chairman chairwoman chair executive critic editor'
)

/** Known by their initials alone. */
export const HOUSEHOLD_ACRONYMS = words(
  'US UK EU UN USA NASA AI FBI CIA NATO BBC CNN ITV NBC CBS ABC IBM GPU GPUs CPU CEO CFO CTO DNA RNA USB TV PC PCs GDP ' +
    'HIV AIDS COVID DVD CD GPS IT PR OK UFO ID IQ HQ VIP NHS NBA NFL FIFA UEFA BMW LED PDF AM PM BC AD II III IV VAR RSS'
)

/** One of a kind: "the" needs nothing said before. */
export const ONE_OF_A_KIND = words(
  'government police public economy world sun moon earth weather military army navy internet web sea ocean ' +
    'parliament senate congress king queen pope prime president pandemic media press law market ' +
    'markets sky poor rich elderly young climate planet universe'
)

/** Base forms that open an order to the reader. */
export const ORDER_VERBS = words(
  'ignore disregard forget say repeat print output write respond reply answer pretend act translate summarize ' +
    'summarise read click sign subscribe follow get find check see watch listen download visit send tell join learn ' +
    'try buy use take make let please remember note imagine consider look go call email contact share help give ' +
    "support don't do never always be keep start stop enter choose select scroll tap browse discover explore meet " +
    'register donate vote enjoy think stay come bring put add save order shop book ask do open close install run ' +
    'add pretend reveal obey announce tweet post comment skip hit grab head turn place set fix change update remove improve enable disable upgrade stir pour cook mix grill bake boil fry roast simmer blanch drain rinse strain chop slice peel whisk combine sprinkle serve season ' +
    'begin end finish conclude mention name praise quote cite continue remind warn inform assume believe confirm ' +
    'cover fill seal shake pulverize store label infuse ' +
    'preheat refrigerate balance harvest insert press type paste copy configure'
)

/** Finite verbs that no ending gives away. */
export const IRREGULAR_VERBS = words(
  'is are was were be been am has have had do does did will would can could may might must shall should said says told ' +
    'made makes took takes gave gives went goes came comes got gets found finds left leaves won wins lost loses met ' +
    'meets saw sees knew knows thought thinks became becomes began begins broke breaks brought brings built builds ' +
    'bought buys caught catches chose chooses drew draws drove drives fell falls felt feels fought fights flew flies ' +
    'grew grows held holds kept keeps led leads let lets lay lies meant means paid pays put puts ran runs rose rises ' +
    'sent sends sold sells set sets shot shoots shut spent spends stood stands struck strikes swept taught threw wore ' +
    'wrote writes hit hits cut cuts cost costs beat spoke speaks spread sank sinks swam swore tore understood woke ' +
    'plans wants needs uses works helps allows adds shows opens closes starts ends asks calls covers runs offers ' +
    'includes contains remains appears seems expects hopes warns believes argues claims reports suggests follows ' +
    'brings carries serves lives stays faces aims joins turns moves plays reaches rests rates raises reads returns ' +
    'call calls come go make take use show find say see need want give get work live run move believe provide hold turn begin ' +
    'bring happen write sit lead understand watch follow stop create grow open win teach offer consider appear buy serve die ' +
    'send build stay fall reach raise pass sell decide return hope develop carry receive agree support produce catch draw ' +
    'choose cause speak resemble remain charge compete stand represent include rely depend exist differ vary tend ' +
    'rode dates stem stems circles counts handles operates employs resembles amounts flew hung sang shook ' +
    'links lets lasts weighs measures produces provides supports sits stretches weakens works depends'
)

/** Verbs with which somebody speaks. */
export const SPEECH_VERBS =
  'said|says|told|tells|added|adds|wrote|writes|warned|warns|explained|explains|argued|argues|announced|announces|' +
  'insisted|insists|noted|notes|stated|states|asked|asks|called|calls|described|describes|confirmed|confirms|' +
  'acknowledged|acknowledges|claimed|claims|declared|declares|recalled|recalls|replied|replies|testified|tweeted|' +
  'admitted|admits|predicted|predicts|promised|promises|praised|denied|denies|reported|reports|urged|urges|vowed'

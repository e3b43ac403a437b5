const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Words that carry no content of their own, in folded form. */
export const STOP_WORDS = words(
  `a about after again against all almost already also although always am among an and another any anyone anything are
  around as at away back be became because become becomes been before behind being below between both but by came can
  cannot come comes coming could did do does doing done down during each either else enough even ever every everyone
  everything far few first for from further get gets getting give given go goes going gone got had has have having he
  her here hers him his how however i if in into is it its itself just keep kept kind last later least less let like
  little long lot made make makes making many may me might mine more most much must my near nearly never next no nobody
  none nor not nothing now of off often on once one only onto or other others our out over own per perhaps put quite
  rather really roughly same say saying says seem seems set she should since so some someone something soon still such
  take taken takes taking than that the their them themselves then there these they thing things this those though
  through thus to today together too took toward towards under until up upon us use used very via was way we well went
  were what when where whether which while who whole whom whose why will with within without would yet you your
  said told tell tells according report reports reported reporting includes including include call calls called
  i'm it's that's there's here's let's we're they're you're he's she's we've they've you've i've isn't aren't wasn't
  weren't don't doesn't didn't won't can't couldn't wouldn't shouldn't hasn't haven't hadn't i'll we'll you'll it'll
  they'll who's what's where's how's mr mrs ms dr
  percent per cent number numbers amount total figure figures`
)

/** Words of small talk: a reaction, a hand-over, a look at the clock. They claim nothing. */
export const TALK_WORDS = words(
  `absolutely actually ahead amazing answer ask asked astonishing attention awkward bad begin beginning big bit brief
  bring case catch change clear close coming company curious curiously day deal detail details different difference
  easy end episode exactly example explain extraordinary eye fair fairly familiar fast feel few finally fine finish folks
  follow funny glad goodbye good gosh great guess half hand happen happened happening hard hear heard heart hello help
  high hmm honestly hope huge idea impressive interesting interest jump kind know known large leap leave left lesson
  listen listener listeners listening look looking looks lot lots matter mean meaning means meantime meanwhile mind mix
  moment morning move moving name neat news nice notes number oh ok okay part people perhaps picture piece place plain
  plenty plus pretty put puts question quick quickly quiet read reader reading ready reason remarkable remember rest
  right room round run scale see sense serious share short show side sign simple simply size slow small sound sounds
  source sources speak staggering start starting stay step stop stories story straight strange strong stuff subject
  sure surprise surprised surprising talk talking team tell thank thanks think thought time today together tonight
  tomorrow top topic true truth tune turn turning turns twist understand unusual wait want watch week welcome wider wild
  wonder words word work world worth wow year yeah yes yesterday point points context background thing bottom line
  striking sharp steep modest tidy healthy solid curve corner company's joining join mention headline headlines
  linked notes voice voices synthetic ai made software edition evening night afternoon programme program company us
  quote reports report outlet outlets same agree agrees adds add added gives both two three first second last`
)

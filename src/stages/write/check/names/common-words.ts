const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Words that begin sentences and are no names, besides those without content and those of small talk; folded. */
export const COMMON_WORDS = words(`
  according across additionally admittedly advocates afterwards agents airlines along alternatively amid analysts anybody
  apparently arguably artists astronomers authorities aside based basically beneath besides beyond biologists both
  broadly business businesses buyers campaigners central certainly children cities citizens climate closer coffee
  collectively combined commentators companies compared comparing competition consider construction consumers
  contractors cost costs councils countries couple courts crews critics crowds currently customers daily data deep
  demand despite developers digging director doctors dozens drivers economists education either electric elsewhere
  employees energy engineers entry essentially eventually everybody evidently exactly except expect expectations
  experts exports extra families fans farmers farther fewer figures film finance firms five fifty fishing flights food
  former fortunately forty four free fresh fresher friends fuel funding further furthermore generally gold government
  governments growth happily heavy hence hidden higher historically homes hospitals hotels housing human hundreds
  ideally images importantly imports in incidentally including income increasingly indeed industry inflation
  initially inside instead insurance interestingly investors ironically jobs journalists jury keep lawmakers lawyers
  leaders learning legal legally less likewise literally local locals locally losses lower luckily machines major
  managers many marine markets mathematicians meanwhile medical members men merely metal middle might military mind
  millions ministers mining money moreover most mostly motorists much music musicians national native natural naturally
  nearby necessarily neighbours neither nevertheless newer news nobody non none nonetheless normally north northern
  notably nothing nurses observers obviously occasionally odds officials oil old older onlookers only open opening
  opponents ordinary organisers organizers originally otherwise output outside overall owners parents parliament
  particularly parties partly passengers past patients paying people performers petrol photos physics pictures pilots
  plans plants players police policy politicians possibly potentially power presumably previously prices private
  probably processors production profit profits prosecutors protesters provided public publishers pupils rail readers
  recent recently red regardless registrations regulators related reportedly reporters research researchers residents
  retail revenue rivals roads rockets running safety sales satellite satellites schools science scientists search
  senior separate separately seven several shareholders shares shipments shoppers similarly six sixty skeptics smaller
  soil solar somebody somehow sometimes somewhat south southern space specialists specifically spectators speech staff
  state students studies study success supply supporters surprisingly survey surveys tax teachers team teams
  technically technology teenagers telescopes temperatures ten tens tests text thousands tickets topping tourists trade
  traders traffic training trains travel travellers trees trial trials twenty twelve two typically ultimately
  under unfortunately unions unless unlike unlikely unsurprisingly users usually veterans victims video viewers
  visitors volunteers voters wages warnings water weather western whatever whenever wherever whichever whoever wildlife
  wind winter wireless within witnesses women workers worldwide worse writers young younger youth zero eight nine eleven
  one three none all any every each apart across summer spring autumn tonight earlier later overnight soon once
  investors archaeologists geologists chemists botanists zoologists historians librarians gardeners beekeepers rangers
  cyclists pedestrians commuters sailors divers climbers runners swimmers musicians singers dancers painters actors
  directors producers designers architects builders planners inspectors investigators detectives firefighters paramedics
  bigger better best cheaper faster slower warmer colder newcomers founders founded born built named called known
  asked given seen taken made set put left designed discovered developed written published released launched located
  launched opened closed moved sold bought thank thanks welcome hello goodbye good great right okay sure absolutely
  count add look note remember imagine picture online offline investors neighbors neighbours paris's shoppers
  interesting impressive remarkable curious funny nice wow huge big small tiny quick fast slow short long
`)

/** Capitalised everywhere and no claim: everybody knows them, or they are titles of address. */
export const NO_NAMES = words(
  `i i'm i've i'll i'd mr mrs ms dr prof ai tv pc ceo dna rna gpu cpu dj diy ok a.m p.m am pm internet god st sun moon
  earth`
)

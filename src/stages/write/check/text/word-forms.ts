import { bareForm } from './bare-form.ts'

const pairs = (list: string): [string, string][] =>
  list
    .trim()
    .split(/\s+/)
    .flatMap(group => {
      const [base = '', ...forms] = group.split('/')
      return forms.map(form => [form, base] as [string, string])
    })

/** Forms that no ending gives away, to the base form. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  pairs(`rise/rose/risen fall/fell/fallen grow/grew/grown build/built buy/bought sell/sold find/found lead/led
  begin/began/begun break/broke/broken bring/brought catch/caught choose/chose/chosen draw/drew/drawn drive/drove/driven
  fight/fought fly/flew/flown/flies hold/held know/knew/known lay/laid leave/left lose/lost mean/meant meet/met pay/paid
  run/ran see/saw/seen send/sent shine/shone shoot/shot show/shown shrink/shrank/shrunk sing/sang sink/sank speak/spoke/spoken
  spend/spent stand/stood steal/stole/stolen swim/swam teach/taught think/thought throw/threw/thrown win/won write/wrote/written
  wear/wore/worn hear/heard feel/felt keep/kept sit/sat strike/struck sweep/swept tear/tore wake/woke freeze/froze/frozen
  forbid/forbade/forbidden seek/sought eat/ate/eaten child/children man/men woman/women foot/feet tooth/teeth mouse/mice
  person/people life/lives half/halves leaf/leaves wolf/wolves shelf/shelves crisis/crises analysis/analyses
  bacterium/bacteria medium/media datum/data criterion/criteria spin/spun hang/hung dig/dug ride/rode/ridden hide/hid/hidden
  bear/bore/born full/fully complain/complaint prove/proof believe/belief choose/choice fly/flight refuse/refusal propose/proposal approve/approval fail/failure see/sight give/gift lose/loss weigh/weight long/length wide/width deep/depth strong/strength warm/warmth able/ability safe/safety arrive/arrival know/knowledge bend/bent lend/lent deal/dealt sleep/slept swing/swung
  sue/sued/sues/suing die/died/dies/dying tie/tied/ties lie/lied/lies owe/owed/owes`)
)

const SENSES = `revenue sales turnover takings
buy purchase acquire acquisition takeover buyback
rise climb increase gain jump surge soar up higher advance rebound rally
fall drop decline decrease slip slide shrink down lower sink lost lose loss
begin start launch open kick
end finish conclude complete wrap
company firm maker business manufacturer corporation
plan intend aim propose want hope
build make construct create produce manufacture built
picture image photo photograph
film movie
car vehicle auto
boss chief ceo head executive
scientist researcher astronomer biologist academic team
find discover spot detect identify uncover discovery
big large huge giant vast
small tiny minor little
money cash fund funding sum cost price
city town municipal
trip journey voyage travel
carry transport haul
get receive obtain
award grant give hand
job work post employment
country nation
test trial trials
show reveal demonstrate suggest indicate
announce unveil introduce present publish release ship
approve agree accept endorse pass
reject refuse turned decline
forecast expect predict projection outlook anticipate
quarter threemonth
european europe eu
american america us united states u.s
british britain uk kingdom england
german germany
french france
chinese china
danish denmark
dutch netherlands
swedish sweden
moroccan morocco
japanese japan
italian italy
spanish spain
norwegian norway
russian russia
indian india
canadian canada
australian australia
railway rail train
stock share equity
group association organisation body
pupil student teenager teen
doctor physician medic
help aid support assist
stop halt end cease
reach hit attain
move relocate shift
old elderly aged ageing
fast quick rapid swift speed
rich wealthy
ban prohibit forbid
law legislation bill act
vote ballot poll election
area region zone
ship vessel boat
house home
road street
near close
sick ill illness disease
kill dead death die
hurt injure wound injury
storm hurricane cyclone
police officer
guest visitor
customer client buyer
own belong
artificial ai intelligence
leader head
wood wooden timber
observe watch view
lift raise
red coppery
chip processor graphics gpu
strong powerful
heavy weigh weight weighed
wide width
tall height high
long length
deep depth
assistant helper
store shop
pay payment
test examine
danger threat risk hazard dangerous
save rescue
hospital clinic
member membership
borrow lend loan lent
crowd spectator
performer artist
spectacle show
tool device
engine motor
passenger rider traveller
delay late postpone
worker employee staff
train locomotive
record recorded
rare scarce
return back
water river
site place location
replace successor substitute
fee charge
tax vat levy duty
crisis emergency
book title
`

/** Near synonyms, to one of them. */
export const SAME_SENSE: ReadonlyMap<string, string> = new Map(
  SENSES.trim()
    .split('\n')
    .reverse()
    .flatMap(line => {
      const [first = '', ...rest] = line.split(' ')
      return [first, ...rest].flatMap(word => [
        [word, first] as [string, string],
        [bareForm(word), first] as [string, string]
      ])
    })
)

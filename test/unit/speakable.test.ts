import { describe, expect, test } from 'vitest'
import { toSpeakable } from '../../src/stages/render/speakable/to-speakable.ts'

type Row = [printed: string, said: string]

const newsroom: Row[] = [
  ['from 7 to 15 August', 'from the seventh to the fifteenth of August'],
  ['on 19 and 20 August', 'on the nineteenth and the twentieth of August'],
  ['from 26 to 30 August 2026', 'from the twenty-sixth to the thirtieth of August, twenty twenty-six'],
  ['from the 7th to the 15th of August', 'from the seventh to the fifteenth of August'],
  ['closed on August 19 and 20.', 'closed on August nineteenth and twentieth.'],
  ['On August 19 and 20 people came', 'On August nineteenth and twenty people came'],
  ['20.47 dollars per share', 'twenty dollars forty-seven per share'],
  ['about 1.40 dollars', 'about one dollar forty'],
  ['46.75 million dollars', 'forty-six point seven five million dollars'],
  ['the kernel 6.12 and Linux 6.17', 'the kernel six point twelve and Linux six point seventeen'],
  ['Ubuntu 24.04', 'Ubuntu twenty-four oh four'],
  ['1,440p video', 'fourteen forty P video'],
  ['at 1:39 PM ET', 'at one thirty-nine P M Eastern Time'],
  ['FFmpeg 8.0', 'F F M peg eight point zero'],
  ["NASA's SPHEREx", "Nasa's Sphere ex"],
  ['RISC-V chips', 'risk five chips'],
  ['gpt-realtime', 'G P T-realtime'],
  ['this [attack] is', 'this attack is'],
  ['Falcon 9 booster 1067', 'Falcon nine booster ten sixty-seven']
]

const counts: Row[] = [
  ['15,000 people', 'fifteen thousand people'],
  ['12,345,678 views', 'twelve million three hundred forty-five thousand six hundred seventy-eight views'],
  ['1500 people marched', 'one thousand five hundred people marched'],
  ['1,500 people marched', 'one thousand five hundred people marched'],
  ['2000 workers went home', 'two thousand workers went home'],
  ['It has 0 users', 'It has zero users'],
  ['101 ways', 'one hundred one ways'],
  ['1,000,000,000,000 stars', 'one trillion stars'],
  ['12 345 678 voters', 'twelve million three hundred forty-five thousand six hundred seventy-eight voters'],
  ['15 000 voters', 'fifteen thousand voters'],
  ['Agent 007', 'Agent zero zero seven'],
  ['4.9 stars', 'four point nine stars'],
  ['It fell by .5 points', 'It fell by point five points'],
  ['Pi is 3.14159', 'Pi is three point one four one five nine'],
  ['1,234.5 tons', 'one thousand two hundred thirty-four point five tons'],
  ['a balance of −5', 'a balance of minus five'],
  ['It scored -12.', 'It scored minus twelve.'],
  ['10x more', 'ten times more'],
  ['2x faster', 'two times faster'],
  ['100+ homes', 'one hundred plus homes'],
  ['a 4x4 car', 'a four by four car'],
  ['About 15m people voted', 'About fifteen million people voted'],
  ['2bn users', 'two billion users'],
  ['a 7B model', 'a seven billion model'],
  ['10k followers', 'ten thousand followers'],
  [
    '12345678901234567890',
    'one two three four five six seven eight nine zero one two three four five six seven eight nine zero'
  ],
  ['１２３ ways', 'one hundred twenty-three ways']
]

const years: Row[] = [
  ['in 2010', 'in twenty ten'],
  ['in 2005', 'in two thousand five'],
  ['in 1999', 'in nineteen ninety-nine'],
  ['in 1905', 'in nineteen oh five'],
  ['in 1900', 'in nineteen hundred'],
  ['in 2000', 'in two thousand'],
  ['the 1990s', 'the nineteen nineties'],
  ["the 1990's", 'the nineteen nineties'],
  ['the ’90s', 'the nineties'],
  ['the 2010s', 'the twenty tens'],
  ['the 1800s', 'the eighteen hundreds'],
  ['a woman in her 20s', 'a woman in her twenties'],
  ['the mid-1990s', 'the mid-nineteen nineties'],
  ['2024 was warm', 'twenty twenty-four was warm'],
  ['the 2024 election', 'the twenty twenty-four election'],
  ['2025’s best films', "twenty twenty-five's best films"],
  ['the War of 1812', 'the War of eighteen twelve'],
  ['since 1776', 'since seventeen seventy-six'],
  ['2019–2021', 'twenty nineteen to twenty twenty-one'],
  ['the 2024-25 season', 'the twenty twenty-four to twenty twenty-five season'],
  ['the 2024/25 season', 'the twenty twenty-four twenty-five season'],
  ['(1809–1882)', 'eighteen oh nine to eighteen eighty-two'],
  ['born in 1066', 'born in ten sixty-six'],
  ['by 2030 and 2050', 'by twenty thirty and twenty fifty'],
  ['the class of ’68', 'the class of sixty-eight'],
  ['It cost 1999 dollars', 'It cost one thousand nine hundred ninety-nine dollars'],
  ['44 BC', 'forty-four B C'],
  ['a 1980s-era bus', 'a nineteen eighties-era bus']
]

const ordinalsFractionsRanges: Row[] = [
  ['1st', 'first'],
  ['the 21st time', 'the twenty-first time'],
  ['the 13th floor', 'the thirteenth floor'],
  ['the 1,000th day', 'the one thousandth day'],
  ['a 19th-century house', 'a nineteenth-century house'],
  ['the 100th', 'the one hundredth'],
  ['1/2', 'one half'],
  ['3/4 of them', 'three quarters of them'],
  ['½ of them', 'one half of them'],
  ['1½ hours', 'one and a half hours'],
  ['2 3/4 cups', 'two and three quarters cups'],
  ['2/3 voted', 'two thirds voted'],
  ['10/10 for style', 'ten out of ten for style'],
  ['open 24/7', 'open twenty-four seven'],
  ['since 9/11', 'since nine eleven'],
  ['10-12 people', 'ten to twelve people'],
  ['10–12 people', 'ten to twelve people'],
  ['10 - 12 people', 'ten to twelve people'],
  ['2.5-3.5 points', 'two point five to three point five points'],
  ['1,000-2,000 jobs', 'one thousand to two thousand jobs'],
  ['pp. 10-12', 'pages ten to twelve'],
  ['p. 5', 'page five'],
  ['They won 3-1.', 'They won three to one.'],
  ['They drew 1-1.', 'They drew one all.'],
  ['They lost 2-0.', 'They lost two nil.'],
  ['The Senate voted 52-48', 'The Senate voted fifty-two to forty-eight'],
  ['one-in-5', 'one-in five'],
  ['a 3:1 ratio', 'a three to one ratio'],
  ['a 20-year-old man', 'a twenty year-old man'],
  ['a 500-page book', 'a five hundred page book']
]

const sums: Row[] = [
  ['$2.3bn', 'two point three billion dollars'],
  ['$2.3 billion', 'two point three billion dollars'],
  ['a $2.3 billion deal', 'a two point three billion dollar deal'],
  ['its $500 price', 'its five hundred dollar price'],
  ['the $5m raised', 'the five million dollars raised'],
  ['a $100 a month rise', 'a one hundred dollars a month rise'],
  ['€20', 'twenty euros'],
  ['20 €', 'twenty euros'],
  ['£1', 'one pound'],
  ['£1.50', 'one pound fifty'],
  ['£2.05', 'two pounds and five pence'],
  ['$0.99', 'ninety-nine cents'],
  ['$5.00', 'five dollars'],
  ['$1,500', 'one thousand five hundred dollars'],
  ['$1500', 'one thousand five hundred dollars'],
  ['$100m', 'one hundred million dollars'],
  ['$50k', 'fifty thousand dollars'],
  ['$3T', 'three trillion dollars'],
  ['a $5-a-month plan', 'a five dollars a month plan'],
  ['$20/month', 'twenty dollars per month'],
  ['US$5m', 'five million U S dollars'],
  ['A$30', 'thirty Australian dollars'],
  ['¥500bn', 'five hundred billion yen'],
  ['46.7 billion dollars', 'forty-six point seven billion dollars'],
  ['$10-20m', 'ten to twenty million dollars'],
  ['$5m-$10m', 'five million dollars to ten million dollars'],
  ['a loss of -$5m', 'a loss of minus five million dollars'],
  ['EUR 20', 'twenty euros'],
  ['USD 1.5bn', 'one point five billion U S dollars'],
  ['50p', 'fifty pence'],
  ['99¢', 'ninety-nine cents'],
  ['the $ fell', 'the dollar fell'],
  ['33%', 'thirty-three percent'],
  ['33 % of them', 'thirty-three percent of them'],
  ['5.5 per cent', 'five point five per cent'],
  ['0.5%.', 'zero point five percent.'],
  ['5-10% more', 'five to ten percent more'],
  ['5%–10%', 'five to ten percent'],
  ['-3%', 'minus three percent'],
  ['2 percentage points', 'two percentage points'],
  ['by 2pp', 'by two percentage points'],
  ['by 25bps', 'by twenty-five basis points']
]

const datesAndTimes: Row[] = [
  ['on Aug. 28, 2025, in Redmond', 'on August twenty-eighth, twenty twenty-five, in Redmond'],
  ['on February 1, 2016: the day', 'on February first, twenty sixteen: the day'],
  ['on 28 August 2025', 'on the twenty-eighth of August, twenty twenty-five'],
  ['the 28th of August', 'the twenty-eighth of August'],
  ['2025-08-28', 'August twenty-eighth, twenty twenty-five'],
  ['2025-08-28T06:00:00Z', "August twenty-eighth, twenty twenty-five, at six o'clock U T C"],
  ['Sept 3', 'September third'],
  ['in Sept. they met', 'in September they met'],
  ['They met in Sept. The talks failed.', 'They met in September. The talks failed.'],
  ['in August 2025', 'in August twenty twenty-five'],
  ['Aug. 28-30', 'August twenty-eighth to thirtieth'],
  ['31 August–1 September', 'the thirty-first of August to the first of September'],
  ['Aug. 28-Sept. 3', 'August twenty-eighth to September third'],
  ['open Mon-Fri', 'open Monday to Friday'],
  ['28–30 August', 'the twenty-eighth to the thirtieth of August'],
  ['Friday 5 May', 'Friday the fifth of May'],
  ['on Mon. 3 March', 'on Monday the third of March'],
  ['on 28/08/2025', 'on the twenty-eighth of August, twenty twenty-five'],
  ['on 8/28/2025', 'on August twenty-eighth, twenty twenty-five'],
  ['on 8/9/2025', 'on eight, nine, twenty twenty-five'],
  ['May 1, 2024', 'May first, twenty twenty-four'],
  ['It may 10 years later', 'It may ten years later'],
  ['at 5:30pm', 'at five thirty P M'],
  ['at 5pm on Monday', 'at five P M on Monday'],
  ['at 5 p.m. Monday', 'at five P M Monday'],
  ['It ended at 5 p.m.', 'It ended at five P M.'],
  ['It ended at 5 p.m. They left.', 'It ended at five P M. They left.'],
  ['9am-5pm', 'nine A M to five P M'],
  ['5-6pm', 'five to six P M'],
  ['at 10.30am', 'at ten thirty A M'],
  ['at 9:05 a.m.', 'at nine oh five A M.'],
  ['at 06:00', "at six o'clock"],
  ['at 14:30', 'at fourteen thirty'],
  ['at 14:05', 'at fourteen oh five'],
  ['at 0600 GMT', 'at oh six hundred G M T'],
  ['at 1430 GMT', 'at fourteen thirty G M T'],
  ['at about 0230 on Sunday', 'at about oh two thirty on Sunday'],
  ['in 2:03:15', 'in two hours, three minutes and fifteen seconds']
]

const measures: Row[] = [
  ['25°C', 'twenty-five degrees Celsius'],
  ['-5°F', 'minus five degrees Fahrenheit'],
  ['1°C', 'one degree Celsius'],
  ['20-25°C today', 'twenty to twenty-five degrees Celsius today'],
  ['It hit 25C (77F).', 'It hit twenty-five degrees Celsius, seventy-seven degrees Fahrenheit.'],
  ['1.5C of warming', 'one point five degrees Celsius of warming'],
  ['a 90° turn', 'a ninety degree turn'],
  ['the 1,500-metre final', 'the one thousand five hundred metre final'],
  ['10km', 'ten kilometers'],
  ['10 km away', 'ten kilometers away'],
  ['a 10km run', 'a ten kilometer run'],
  ['1 km', 'one kilometer'],
  ['100 km/h', 'one hundred kilometers per hour'],
  ['70mph', 'seventy miles per hour'],
  ['5kg', 'five kilograms'],
  ['30cm', 'thirty centimeters'],
  ['16GB of RAM', 'sixteen gigabytes of Ram'],
  ['2 TB', 'two terabytes'],
  ['800MHz', 'eight hundred megahertz'],
  ['5.1 GHz', 'five point one gigahertz'],
  ['120kWh', 'one hundred twenty kilowatt hours'],
  ['500 MW', 'five hundred megawatts'],
  ['1.2GW', 'one point two gigawatts'],
  ['80 m²', 'eighty square meters'],
  ['1,200 sq ft', 'one thousand two hundred square feet'],
  ['5 sq. km', 'five square kilometers'],
  ['the 100m race', 'the one hundred meter race'],
  ['a 100m race', 'a one hundred meter race'],
  ['He is 6\'2" tall', 'He is six foot two tall'],
  ['50 tokens/s', 'fifty tokens per second'],
  ['10–12km', 'ten to twelve kilometers'],
  ['5G phones', 'five G phones'],
  ['1080p video', 'ten eighty P video'],
  ['10⁶ atoms', 'ten to the power of six atoms']
]

const namesAndAcronyms: Row[] = [
  ['NASA said', 'Nasa said'],
  ['NATO, UNESCO and OPEC', 'Nato, Unesco and Opec'],
  ["NASA's rover", "Nasa's rover"],
  ['the US and the UK', 'the U S and the U K'],
  ['the EU and the UN', 'the E U and the U N'],
  ['AI is here', 'A I is here'],
  ['AI-powered tools', 'A I powered tools'],
  ['GPUs are scarce', "G P U's are scarce"],
  ['CEOs met the FBI', "C E O's met the F B I"],
  ["the BBC's chair", "the B B C's chair"],
  ['DNA tests', 'D N-A tests'],
  ['H100', 'H one hundred'],
  ['15,000 H100 GPUs', "fifteen thousand H one hundred G P U's"],
  ['GPT-5', 'G P T five'],
  ['GPT-4o and ChatGPT', 'G P T four o and Chat G P T'],
  ['MAI-Voice-1', 'M A I Voice one'],
  ['MAI-1-preview', 'M A I one preview'],
  ['COVID-19', 'Covid nineteen'],
  ['iPhone 17', 'I Phone seventeen'],
  ['PS5', 'P S five'],
  ['F-35 jets', 'F thirty-five jets'],
  ['F-16s', 'F sixteens'],
  ['3D', 'three D'],
  ['4K screens', 'four K screens'],
  ['Web3', 'Web three'],
  ['3I/ATLAS', 'three I Atlas'],
  ['CO2', 'C O two'],
  ['CO₂', 'C O two'],
  ['B2B', 'B two B'],
  ['x86', 'x eighty-six'],
  ['H5N1', 'H five N one'],
  ['the G20', 'the G twenty'],
  ['the S&P 500', 'the S and P five hundred'],
  ['AT&T', 'A T and T'],
  ['Q&A', 'Q and-A'],
  ['a Boeing 737', 'a Boeing seven thirty-seven'],
  ['Flight MH370', 'Flight M H three seventy'],
  ['an A320 and the A1', 'an A-three twenty and the A-one'],
  ['Article 4A says', 'Article four-A says'],
  ['an RTX 4090', 'an R T X forty ninety'],
  ['OpenAI and DeepMind', 'Open A I and Deep Mind'],
  ['JPMorgan', 'J P Morgan'],
  ["McDonald's", "McDonald's"],
  ['PostgreSQL 17.6', 'Postgres Q L seventeen point six'],
  ['the 2.8.x series', 'the two point eight point x series'],
  ['v2.0', 'version two point zero'],
  ['Python 3.13.1', 'Python three point thirteen point one'],
  ['mp3 files', 'M P three files'],
  ['Disney+', 'Disney plus'],
  ['C++ and C#', 'C plus plus and C sharp'],
  ['under-21s', 'under twenty-ones'],
  ['a BREAKING story', 'a breaking story'],
  ['This is NOT true', 'This is not true'],
  ['the USPTO', 'the U S P T O'],
  ['the book I read', 'the book I read'],
  ['HTTPS', 'H T T P S'],
  ['the UNHCR', 'the U N H C R'],
  ['PhD students', 'P H D students'],
  ['mRNA', 'M R N-A'],
  ['Plan A works', 'Plan-A works'],
  ['Elizabeth II', 'Elizabeth the Second'],
  ['Charles III spoke', 'Charles the Third spoke'],
  ['Pope Leo XIV', 'Pope Leo the Fourteenth'],
  ['Henry V', 'Henry the Fifth'],
  ['King Charles I', 'King Charles the First'],
  ['World War II', 'World War Two'],
  ['WWII ended', 'World War Two ended'],
  ['World War I', 'World War One'],
  ['Chapter IV', 'Chapter Four'],
  ['Super Bowl LIX', 'Super Bowl Fifty-nine'],
  ['Artemis II', 'Artemis Two'],
  ['Malcolm X', 'Malcolm X'],
  ['Vitamin C', 'Vitamin C'],
  ['Charles and I left', 'Charles and I left'],
  ['I did', 'I did']
]

const abbreviations: Row[] = [
  ['Dr. Lee and Mr. Smith', 'Doctor Lee and Mister Smith'],
  ['Mrs. Hall and Ms. Day', 'Missus Hall and Miz Day'],
  ['Mr Smith and Dr Lee', 'Mister Smith and Doctor Lee'],
  ['Prof. Byron', 'Professor Byron'],
  ['Sen. Warren and Rep. Lee', 'Senator Warren and Representative Lee'],
  ['Gov. Hobbs', 'Governor Hobbs'],
  ['Lt. Gen. Milley', 'Lieutenant General Milley'],
  ['Lt. Col. Vindman', 'Lieutenant Colonel Vindman'],
  ['Rev. King', 'Reverend King'],
  ['Gen Z', 'Gen Z'],
  ['St. Louis', 'Saint Louis'],
  ['In St. Louis they cheered.', 'In Saint Louis they cheered.'],
  ['St Andrews', 'Saint Andrews'],
  ['221 Baker St.', 'two hundred twenty-one Baker Street.'],
  ['on Baker St. near here', 'on Baker Street near here'],
  ['Wall St. fell', 'Wall Street fell'],
  ['Fifth Ave. and Sunset Blvd. meet', 'Fifth Avenue and Sunset Boulevard meet'],
  ['Ken Griffey Jr. and Sr.', 'Ken Griffey Junior and Senior.'],
  ['Apple Inc. rose', 'Apple Incorporated rose'],
  ['It works for Apple Inc. It rose.', 'It works for Apple Incorporated. It rose.'],
  ['Acme Ltd. and Ford Motor Co. agreed', 'Acme Limited and Ford Motor Company agreed'],
  ['Microsoft Corp., of Redmond', 'Microsoft Corporation, of Redmond'],
  ['Tiffany & Co. rose', 'Tiffany and Company rose'],
  ['France vs. Spain', 'France versus Spain'],
  ['Roe v. Wade', 'Roe versus Wade'],
  ['tea, coffee, etc.', 'tea, coffee, et cetera.'],
  ['fruit, e.g. apples', 'fruit, for example apples'],
  ['one, i.e., this', 'one, that is, this'],
  ['approx. 5', 'approximately five'],
  ['No. 10 declined', 'Number Ten declined'],
  ['the no. 1 song', 'the number one song'],
  ['He said no. Then he left.', 'He said no. Then he left.'],
  ['J.K. Rowling', 'J K Rowling'],
  ['J. R. R. Tolkien', 'J R R Tolkien'],
  ['George W. Bush', 'George W Bush'],
  ['the U.S. Senate', 'the U S Senate'],
  ['U.S.-China trade', 'U S China trade'],
  ['He left the U.S. The end.', 'He left the U S. The end.'],
  ['in Tampa, Fla., on Monday', 'in Tampa, Florida, on Monday'],
  ['Nancy Mace (R-S.C.) left', 'Nancy Mace, Republican of South Carolina, left'],
  ['routers, D-Link said', 'routers, D-Link said'],
  ['Ted Cruz, R-Texas, left', 'Ted Cruz, Republican of Texas, left'],
  ['Mark Kelly, D-Ariz., left', 'Mark Kelly, Democrat of Arizona, left'],
  ['Fig. 3', 'Figure three']
]

const addressesAndSymbols: Row[] = [
  ['Read it at https://example.com/a?b=1.', 'Read it at.'],
  ['microsoft.ai', 'microsoft dot A I'],
  ['bbc.co.uk', 'B B C dot co dot U K'],
  ['www.example.com/news', 'example dot com'],
  ['Amazon.com Inc', 'Amazon dot com Incorporated'],
  ['arduino.cc', 'arduino dot cc'],
  ['It ended.The rest followed.', 'It ended. The rest followed.'],
  ['“[T]he lottery”', 'The lottery'],
  ['Node.js', 'Node dot J S'],
  ['the dot.com years', 'the dot dot com years'],
  ['Write to news.desk@bbc.co.uk.', 'Write to news dot desk at B B C dot co dot U K.'],
  ['#ClimateChange', 'hashtag Climate Change'],
  ['@OpenAI said', 'at Open A I said'],
  ['a #1 hit', 'a number one hit'],
  ['Great 🎉👩‍🚀 news', 'Great news'],
  ['salt & pepper', 'salt and pepper'],
  ['salt &amp; pepper', 'salt and pepper'],
  ['and/or', 'and or'],
  ['he/she', 'he or she'],
  ['AC/DC', 'A C D C'],
  ['coffee w/ milk', 'coffee with milk'],
  ['coffee w/o milk', 'coffee without milk'],
  ['2 + 2 = 4', 'two plus two equals four'],
  ['~50 people', 'about fifty people'],
  ['<5 and >10', 'less than five and more than ten'],
  ['≥18', 'at least eighteen'],
  ['**bold** and _soft_ and `code`', 'bold and soft and code'],
  ['# Heading\n\n- one\n- two', 'Heading. one. two'],
  ['[the report](https://example.com) says', 'the report says'],
  ['<b>Bold</b> move', 'Bold move'],
  ['the plan (a bold one) failed', 'the plan, a bold one, failed'],
  ['It failed (again).', 'It failed, again.'],
  ['“Never again,” she said.', 'Never again, she said.'],
  ['the ‘best’ of the workers’ songs', 'the best of the workers songs'],
  ['It’s the company’s', "It's the company's"],
  ['Well… maybe', 'Well, maybe'],
  ['He waited... Then he left.', 'He waited. Then he left.'],
  ['It — at last — came', 'It, at last, came'],
  ['It -- at last -- came', 'It, at last, came'],
  ['one – two', 'one, two'],
  ['a well-known café', 'a well-known cafe'],
  ['São Paulo and Zürich', 'Sao Paulo and Zurich'],
  ['Łódź, Ørsted and Straße', 'Lodz, Orsted and Strasse'],
  ['What?! No!!', 'What? No!'],
  ['one | two', 'one, two'],
  ['item(s)', 'items'],
  ['a footnote¹ here', 'a footnote here'],
  ['Windows™ and Office®', 'Windows and Office'],
  ['100% [1] sure', 'one hundred percent sure'],
  ['snake_case', 'snake case'],
  ['Call 555-1234', 'Call five five five, one two three four'],
  ['Call +1 555 123 4567 now', 'Call one, five five five, one two three, four five six seven now'],
  ['020 7946 0958', 'zero two zero, seven nine four six, zero nine five eight'],
  ['She called 911', 'She called nine one one'],
  ['Paris–London trains', 'Paris-London trains'],
  ['Москва', ''],
  ['', '']
]

const tables = {
  newsroom,
  counts,
  years,
  ordinalsFractionsRanges,
  sums,
  datesAndTimes,
  measures,
  namesAndAcronyms,
  abbreviations,
  addressesAndSymbols
}
const rows = Object.values(tables).flat()

/** What a voice is given: words, apostrophes, hyphens inside words, and marks that it pauses at, each after a word. */
const SPEAKABLE = /^(?:'?[A-Za-z]+(?:['-][A-Za-z]+)*[.,?!;:]?(?: (?!$)|$))*$/

function expectSpeakable(said: string): void {
  expect(said).not.toMatch(/\p{N}/u)
  expect(said).toMatch(SPEAKABLE)
  expect(toSpeakable(said)).toBe(said)
}

describe('toSpeakable', () => {
  test('is tried on at least 220 rows, each given once', () => {
    expect(new Set(rows.map(([printed]) => printed)).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(220)
  })

  describe.each(Object.entries(tables))('%s', (_, table) => {
    test.each(table)('says %j as %j', (printed, said) => {
      expect(toSpeakable(printed)).toBe(said)
      expect(toSpeakable(`We saw ${printed} there`)).not.toMatch(/\p{N}|undefined|NaN/u)
    })
  })

  test.each(rows)('says %j in words alone, and the same when asked again', printed => {
    expectSpeakable(toSpeakable(printed))
  })
})

describe('the lexicon', () => {
  test.each<[string, Record<string, string>, string]>([
    ['Nvidia and nvidia', { Nvidia: 'Envidia' }, 'Envidia and nvidia'],
    ['Nvidia’s GIF and gif', { gif: 'jif' }, "Nvidia's jif and jif"],
    ['Kyiv, not Kyivan', { Kyiv: 'Keeve' }, 'Keeve, not Kyivan'],
    ['GPT-5 and GPT', { 'GPT-5': 'the new one', GPT: 'the old one' }, 'the new one and the old one'],
    ['C++ (a+b)', { 'C++': 'see plus plus', '': 'nothing' }, 'see plus plus, a plus b']
  ])('makes %j with %j into %j', (printed, lexicon, said) => {
    expect(toSpeakable(printed, { lexicon })).toBe(said)
  })
})

/** The same numbers on every run: the tests below try text that nobody thought of. */
function* randomNumbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

test('is speakable and the same when asked again for 3,000 mixtures of all rows', () => {
  const random = randomNumbers(7)
  const pieces = rows
    .flatMap(([printed]) => printed.split(' '))
    .concat(['-', '"', "'", '(', ')', '.', '/', '&', '%'])
  for (let round = 0; round < 3000; round++) {
    const mixture = Array.from(
      { length: 8 },
      () => pieces[Math.floor((random.next().value ?? 0) * pieces.length)]
    )
    expectSpeakable(toSpeakable(mixture.join(round % 2 === 0 ? ' ' : '')))
  }
})

test.each([
  '1',
  '1,',
  '1.',
  '-',
  '.',
  'A',
  'A.',
  'a-',
  '1-',
  '$1',
  '(',
  '[',
  '#',
  '1/',
  '@',
  '<a',
  'a.',
  "'",
  ' ',
  '\n',
  'Mr. ',
  '½',
  '_',
  '1 ',
  'aB'
])('ends on 100,000 times %j, and leaves no digit', part => {
  expect(toSpeakable(part.repeat(100_000))).not.toMatch(/\d/)
})

/** Words that turn a statement round when one stands for the other; folded, as patterns. */
export const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = (
  [
    [
      'rise|rises|rose|risen|rising|climb|climbs|climbed|climbing|grow|grows|grew|grown|growing|growth|increase|increases|increased|increasing|gain|gains|gained|jump|jumps|jumped|surge|surges|surged|soared|soar|up|advance|advanced|advances|rebound|rebounded|expanded|expand|expanding|widened|widen|higher|swelled|more than (?:a|the|last|in|it)|(?<=percent )more',
      'fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|decline|declines|declined|declining|decrease|decreases|decreased|slip|slips|slipped|slid|shrink|shrinks|shrank|shrunk|down|reduced|reduce|plunged|tumbled|lower|narrowed|narrow|dipped|sank|lost|cut|cuts|contracted|(?:less|fewer) than (?:a|the|last|in|it)|(?<=percent )less'
    ],
    ['won|wins|win|winning', 'lost|loses|lose|losing'],
    [
      'approved|approve|approves|accepted|accept|accepts|backed|backs',
      'rejected|reject|rejects|refused|refuse|refuses|blocked|opposed|vetoed'
    ],
    ['agreed|agree|agrees', 'refused|refuses|declined|disagreed|disagree'],
    ['opened|opens|open|opening|reopened|reopens|reopen', 'closed|closes|close|shut|closing|closure'],
    ['before|ahead of|until', 'after|behind|following'],
    ['ahead of schedule|early|earlier than planned', 'behind schedule|late|later than planned'],
    ['buy|buys|bought|buying|purchase|purchased|acquire|acquired|acquires', 'sell|sells|sold|selling|sale'],
    [
      'start|starts|started|began|begin|begins|begun',
      'end|ends|ended|stopped|stops|halted|finished|finishes|ceased'
    ],
    ['largest|biggest', 'smallest|tiniest'],
    ['highest', 'lowest'],
    ['oldest', 'youngest|newest'],
    ['fastest|quickest', 'slowest'],
    ['longest', 'shortest'],
    ['above|over|exceeds|exceeded|topped', 'below|under|beneath'],
    ['inside|within', 'outside'],
    ['more than|at least', 'less than|fewer than|at most'],
    ['more|most', 'less|fewer|least|fewest'],
    ['north|northern', 'south|southern'],
    ['east|eastern', 'west|western'],
    [
      'allow|allows|allowed|permit|permits|permitted|legalised',
      'ban|bans|banned|forbid|forbids|forbidden|prohibits|prohibited|outlawed'
    ],
    ['arrive|arrives|arrived|arrival', 'leave|leaves|departed|departs|departure'],
    ['support|supports|supported|favour|favours|favoured', 'oppose|opposes|opposed|against'],
    ['faster|quicker|quickly|more quickly', 'slower|slowly|slow'],
    ['heavier', 'lighter'],
    ['wider', 'narrower'],
    ['stronger|strengthened|strengthens', 'weaker|weakened|weakens'],
    ['warmer|hotter|hottest|warmest|warmed', 'colder|cooler|coldest|coolest|cooled'],
    ['cheaper|cheapest', 'dearer|pricier|costlier|most expensive'],
    [
      'succeed|succeeded|succeeds|successful|successfully|success|pass|passed|passes|met',
      'fail|failed|fails|rejected|unsuccessful|failure|missed'
    ],
    ['safe|safely|harmless', 'dangerous|unsafe|harmful|hazardous'],
    ['permanent|permanently', 'temporary|temporarily|provisional'],
    ['visible', 'hidden|invisible'],
    ['right|correct|correctly', 'wrong|incorrect|wrongly'],
    ['victory|victories|triumph', 'defeat|defeats'],
    ['in favour|in favor|for it', 'against'],
    ['doubled|tripled|quadrupled|times as many|times as much|twice', 'halved|half as many|half as much'],
    ['guilty|convicted', 'innocent|acquitted|cleared'],
    ['survived|alive|survivors', 'died|dead|killed|deaths'],
    ['imports|imported|import', 'exports|exported|export'],
    ['profit|profits', 'loss|losses'],
    ['majority', 'minority'],
    ['maximum', 'minimum'],
    ['faster than', 'slower than'],
    ['include|includes|included|including', 'exclude|excludes|excluded|excluding'],
    ['added|adds|add', 'removed|removes|remove|dropped'],
    ['stay|stays|staying|stayed|remain|remains|remained', 'leave|leaves|leaving|quit|quits|resigned'],
    ['joined|joins|join', 'left|quit|quits'],
    ['confirmed|confirms', 'denied|denies'],
    ['public|publicly', 'private|privately'],
    ['common|commonplace', 'rare|rarest|rarely'],
    ['first', 'last|final'],
    ['free', 'paid'],
    ['easiest|easier|easy', 'hardest|harder|hard|difficult'],
    ['brighter|bright|brightly', 'dimmer|dim|faint|dark'],
    ['near|close to|closest|nearest', 'far from|farthest|furthest'],
    ['raise|raises|raised', 'cut|cuts|lowers|lowered'],
    ['temporarily', 'permanently|for good'],
    ['voluntary|optional', 'mandatory|compulsory'],
    ['top', 'bottom'],
    ['slowed|slow|slows|slowing|slowdown|slower', 'accelerated|accelerates|sped|quickened|speeding|faster']
  ] as const
).map(([one, other]) => [new RegExp(`\\b(?:${one})\\b`, 'g'), new RegExp(`\\b(?:${other})\\b`, 'g')] as const)

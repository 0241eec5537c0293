"""Cues of the behavioral round."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Sequence

from sparring.domain.heard import Cue
from sparring.listening.cues.rule import MINUS, NUMBER, PLUS, Rule, hear, rule
from sparring.listening.sentences import Span

_DECIDED = (
    r"\bi (?:then |also |just |finally |actually |personally |therefore |immediately |deliberately )?(?:proposed|decided|drove|owned|pushed (?:back|for)|insisted|refused|stopped|"
    r"took (?:it|that|this|on|over|the|responsibility|ownership)|volunteered|pitched|argued|overruled|chose|committed|pulled (?:the|it)|cut (?:the|it)|"
    r"said no|told (?:the|my|him|her|them|our)|wrote (?:the|a|an|it|one|up|down|my)|drafted|rolled (?:it )?back|set up|started|called (?:it|the|a)|made the call|killed|rebuilt|designed|led|"
    r"offered|built|asked (?:for|the|him|her|them|my|each|to)|measured|counted|went to|sat down|rang|phoned|signed)\b"
)
_DECIDED_FIRMLY = (
    r"\bi (?:then |also |just |finally |actually |personally |therefore |immediately |deliberately )?(?:proposed|decided|drove|owned|pushed (?:back|for)|insisted|refused|"
    r"took (?:ownership|responsibility|it on|that on|the decision)|volunteered|pitched|argued|overruled|committed|said no|made the call|rolled (?:it )?back|killed)\b"
)
_WEAK_OWN = r"\bi (?:was|got) (?:asked|told|assigned|given|tasked|involved)|\bi was part of|\bi would\b|\bi think i\b|\bi guess\b|\bif i\b"

RULES: tuple[Rule, ...] = (
    rule(
        "would_do_differently", "reflection", PLUS,
        r"\b(?:do (?:it |that |this |things? )?differently|in hindsight|with hindsight|looking back|in retrospect|should(?:'ve| have) been first|if i (?:did|had to do|were to do|was doing) (?:it|this|that) (?:all )?(?:over |again)|"
        r"if i (?:could )?(?:did|do|did it|do it) (?:it |this |that )?again|next time,? (?:i|we)(?:'d|'ll| would| will)?|i (?:should|could) (?:have|'ve)\b.{0,60}\b(?:first|earlier|sooner|before|instead|at the start)|"
        r"i(?:'d| would) (?:have )?(?:start(?:ed)?|begin|begun|gone|go|ask(?:ed)?|written|write|tested|test|done|do|told|tell|put|set|measured|measure|involved|involve|brought|bring|stopped|named)\b.{0,70}\b(?:first|earlier|sooner|before|instead|up front|day one|this time|from the start|beginning))",
        0.55, r"\b(?:wouldn't|nothing|not much|same (?:again|way|thing)|can't think|probably nothing|as (?:an? )?exercise)\b",
    ),
    rule(
        "learnt_and_applied", "reflection", PLUS,
        r"\b(?:since then|these days|nowadays|now i|i now|ever since|what i (?:learned|learnt|took)|i(?:'ve| have) (?:learned|learnt|stopped|started|since)|what it taught me|the lesson|taught me|i learned|i learnt)\b.{15,}",
        0.55, r"\b(?:a lot|so much|communicat\w+ (?:more|better|is)|importance of|teamwork|valuable|great experience|key to)\b",
    ),
    rule(
        "nothing_to_change", "reflection", MINUS,
        r"\b(?:nothing,? (?:really|i'd|much|comes)|(?:i'd|i would|we'd) (?:probably |honestly )?do (?:it )?(?:exactly )?the same|wouldn't (?:really )?(?:do|change) (?:anything|it|much|a thing)|(?:don't|do not) think i(?:'d| would) (?:change|do)|not (?:really )?(?:much|a lot) (?:i'd|different)|"
        r"nothing (?:i would|i'd|to) (?:change|do)|can't think of anything|i'd communicate (?:more|better|earlier)|communicate more|more communication|i learned a lot|learnt a lot|happy with how)\b",
        0.5, least=3,
    ),
    rule(
        "before_and_after", "outcome", PLUS,
        rf"\b(?:(?:went|go|goes|gone|dropped|fell|came|cut|down|up(?! to)|rose|grew|improved|reduced|halved|shrank|moved|brought|took|got|is|are|was|were)\b.{{0,60}}\bfrom (?:about |around |roughly |over |nearly |something like |like )?(?:an? )?{NUMBER}\b.{{0,50}}\b(?:to|down to|under|below)\b|from (?:about |around |roughly |over |nearly |something like |like )?(?:an? )?{NUMBER} ?(?:%|ms|s|percent|seconds?|minutes?|hours?|days?|weeks?|months?|dollars?|euros?|k|thousand|million|a (?:day|week|month|night|year)|per \w+)\b.{{0,50}}\b(?:to|down to|under|below)\b|(?:went|dropped|fell|came down|cut|down|up(?! to)|rose|grew|improved|reduced|halved|doubled|shrank)\b.{{0,30}}\b(?:by|to|from|under|below) (?:about |around |roughly |like |maybe |just |something like |under |over |nearly |almost )?(?:an? )?{NUMBER}\b(?! times?\b| by \b)|"
        rf"\binstead of\b.{{0,20}}\b{NUMBER}\b|\b{NUMBER}\b.{{0,30}}\b(?:before|previously)\b.{{0,40}}\b{NUMBER}\b.{{0,20}}\b(?:after|now|since)|bi.?weekly to|weekly to daily|\b{NUMBER}\b (?:\w+ )?(?:before|then),? (?:and )?{NUMBER})",
        0.5, r"\b(?:i'd guess|would have|could|i'd say|target|goal|we wanted|want(?:ed)? to|aim(?:ed|ing)?|plan|would|should|added|scaled|raised|set|worked|until)\b",
    ),
    rule(
        "adopted", "outcome", PLUS,
        r"\b(?:(?:other|the other|every|all|two|three|four|five|six|seven|most) (?:\w+ )?teams? (?:now |all |have |have since |then |also )?(?:use|adopted|copied|picked|took|moved|do|run|follow)|(?:is|became|it's|its|are) (?:now )?the (?:default|standard|team's rule|template|rule)\b|still (?:in use|used|running|runs|hold)|(?<!i was )(?<!i were )(?<!we were )still there(?! and)(?!,? and)|"
        r"(?:has|have|hasn't|haven't)(?:n't)? (?:happened|had one|paged|had|fired|come back|needed)\b.{0,30}\b(?:since|again)|no (?:incidents?|repeat|outages?|missed \w+|duplicates?)\b.{0,20}\bsince|(?:zero|none|no \w+|not one|nobody|no one) (?:since|in the (?:last|next)|after|missed)|took it over|adopted (?:it|by|the))\b",
        0.55,
    ),
    rule(
        "vague_result", "outcome", MINUS,
        r"\b(?:(?:it|that|everything|this|the (?:project|launch|migration|rollout|release)) (?:all )?(?:went|worked out|turned out|goes) (?:really |pretty |quite |very |so |just )?(?:well|fine|great|good|ok|okay|smoothly)|(?:they|everyone|everybody|people|management|the (?:client|customer|team|business)s?) (?:was|were|is|are|seemed) (?:all |really |very |quite |pretty |much |so )?(?:happy|happier|pleased|satisfied|delighted|excited)|"
        r"(?:good|great|positive|lovely) (?:feedback|reception|response)|(?:a )?(?:big|huge|great|real) success|(?:didn't|don't|never|did not) (?:really |actually |um |, um, )*(?:measure|track|have (?:the |an? |exact )*(?:numbers?|metrics?|figures?))|"
        r"much (?:better|faster|smoother|happier) (?:after|now|afterwards)|(?:don't|do not) have (?:the|an|any) (?:exact )?(?:number|figure)s?|well received|significant(?:ly)? (?:improve\w*|better|faster))\b",
        0.65, rf"\b(?:\d+|percent|from {NUMBER})\b", least=4,
    ),
    rule("decided", "ownership", PLUS, _DECIDED_FIRMLY, 0.25, _WEAK_OWN, least=6),
    rule("acted_myself", "ownership", PLUS, _DECIDED, 0.2, _WEAK_OWN, least=8),
    rule(
        "was_mine", "ownership", PLUS,
        r"\b(?:(?:it|that|this|which) was (?:my|mine)\b(?! (?:manager|boss|lead|team|first|understanding|buddy|colleague))|my (?:call|decision|job to|name on)|(?:nobody|no one)(?:'d| had)? (?:asked|told) me|nobody owned|was on me\b|i was the one who|i(?:'m| was) (?:on the hook|accountable|answerable)|i owned|i answered for|that one's mine|i put my name)\b",
        0.45, r"\b(?:manager's|not (?:my|mine)|wasn't|got asked|(?:problem|plan|ideas?) of my own|(?:people|they|some) (?:say|said))\b",
    ),
    rule(
        "assigned", "ownership", MINUS,
        r"\b(?:i was (?:just |only |mostly |kind of |sort of )?(?:a )?(?:part of|assigned|involved|given|tasked|helping|supporting|one of|on the call|member)|i (?:just |mostly |kind of |sort of )?helped (?:out|with)|we were (?:asked|told|assigned|given)|i got (?:assigned|given|put on)|"
        r"(?:it was|it's) (?:kind of |sort of |really |more of )?(?:a )?(?:team|group) (?:effort|decision|thing)|(?:was|were) (?:decided|assigned) (?:by|for|to)|not (?:really )?my (?:job|part|area|call|decision)|that's (?:not|above) my|isn't my (?:job|area)|"
        r"(?:my|our) (?:manager|lead|tech lead|boss|architect|senior|pm) (?:decided|picked|told (?:me|us) to|assigned|gave|chose|wanted me to|made the)|(?:my|our) (?:manager|lead|tech lead|boss|architect|pm),? \w+,? (?:had |has )?(?:decided|picked|told (?:me|us) to|assigned|gave me|chose|wanted me to|made the (?:decision|call))|"
        r"it was (?!my\b|mine\b|our\b|ours\b|nobody|no one)(?:\w+'s|their|his|her|the (?:lead|manager|director|architect|cto|team)'?s?) (?:decision|call|choice)\b|(?:gave|handed|assigned) me (?:the|a) [\w-]+ (?:part|piece|half|side|task|ticket)|as (?:a |the )?key \w+|all of us\b|we all (?:worked|did|contributed))\b",
        0.65, r"\b(?:so i (?:said|decided|went|asked|told)|but i (?:decided|said|pushed))\b",
    ),
    rule(
        "step_with_reason", "action", PLUS,
        rf"\bi (?:then |also |just |first )?(?:wrote|built|set up|ran|replayed|moved|split|added|took|pulled|counted|measured|put|made|rang|phoned|went through|sat|asked|recorded|salted|drew|traced|compared|rebuilt|fixed|shadowed|sent|called|showed|tested|cut|turned|kept|got)\b.{{12,}}\b(?:so (?:that|the|they|we|it|nobody|i)|because|since|to (?:see|find|show|prove|check|catch|make sure)|which (?:found|showed|told|meant|gave)|until|before|every|each|{NUMBER})\b",
        0.25, _WEAK_OWN + r"|\b(?:i'd|would've|would have)\b", least=9,
    ),
    rule(
        "artefact", "action", PLUS,
        r"\b(?:i (?:then |also |just |personally )?(?:wrote|drafted|built|published|put together|made) (?:the |a |an |one |up |it |down )?(?:\w+ )?(?:rfc|design doc|one.?pager|one page|page|proposal|runbook|harness|script|dashboard|prototype|alert|test|check|parser|list|spec|tool|migration|postmortem|memo|doc|document|template|spreadsheet|checklist|table)\b|wrote the rfc)",
        0.5, _WEAK_OWN, least=6,
    ),
    rule(
        "empty_work", "action", MINUS,
        r"\b(?:worked (?:really |very |super )?hard|put in (?:a lot of|long|the) (?:hours|work|effort)|communicated (?:a lot|well|constantly|regularly|closely)|(?:had|scheduled|held|set up) (?:a (?:lot|number|bunch) of |lots of |many |several |regular |some )?(?:meetings|syncs|sessions|discussions|workshops)\b(?! (?:where|so|to (?:find|decide))\b)|"
        r"worked (?:closely )?(?:together )?with (?:the )?(?:various |different |all )?(?:teams|stakeholders)|(?:applied|used|practi[sc]ed|leveraged) (?:agile|scrum|active listening|best practices|the \w+ (?:model|framework))|aligned (?:with )?(?:all |the |everyone|stakeholders)|"
        r"(?:weighted )?scoring (?:model|matrix)|impact and effort|raid log|growth plan)\b",
        0.55,
    ),
    rule(
        "what_they_wanted", "influence", PLUS,
        r"\b(?:(?:they|he|she|(?:the )?(?:\w+ )?(?:team|lead|director|vp|pm|product|sales|finance|legal|security|ops|marketing|support|billing|head of \w+|manager|owner|designer|architect|cto|ceo)s?) (?:only |just |really )?(?:wanted|needed|cared|worried|feared|was worried|were worried|was afraid|were afraid|thought|was measured|were measured|had an? \w+ (?:in|before|by)|objected|didn't want|was against|were against)\b.{10,}\b(?:so i|so we|and i|i showed|i offered|i asked|i said|i told|i took|i proposed|and (?:he|she|they) (?:agreed|said yes|came)|then i))",
        0.5,
    ),
    rule(
        "moved_them", "influence", PLUS,
        r"\b(?:got (?:the |their |his |her |everyone's |\w+ )?buy.?in|convinced|persuaded|won (?:him|her|them) over|(?:brought|bring|came|come|turned) (?:\w+ )?(?:around|round)\b|changed (?:his|her|their) minds?|(?:he|she|they|the \w+ (?:lead|team|director|pm)) (?:then |finally |eventually )?(?:agreed|said yes|signed off|took it|gave (?:me|us)|backed|joined|said okay|said fine|dropped (?:it|the|his|her|their))|got (?:two|three|four|five|six|the other|both) teams|(?:agreed|said yes) (?:to|because|when|after|on))\b",
        0.45, r"\b(?:(?<!i )(?<!i've )(?<!i had )(?<!we )(?:talked|spoke) (?:to|with) (?:him|her|them|the other)\b|never agreed|we agreed|the team agreed|i've said|everyone (?:just )?agreed|we all agreed|in the end (?:we|they) agreed|eventually agreed\.?$|would|there wasn't (?:one|any\w*)|i can't (?:claim|say)|never (?:convinced|persuaded|won|got)|(?:haven't|hadn't|didn't|wasn't|weren't) (?:really |actually )?(?:convince\w*|persuade\w*|won|win|get|got))\b|^(?!.*\b(?:because|so|by|after|once|when|until|showed|took|gave|offered|asked|with)\b).*\bcame (?:a)?round\b", least=6,
    ),
    rule(
        "escalated_only", "influence", MINUS,
        r"\b(?:(?:i|we|i'd|we'd|we've)(?: just| then| have| had)? escalated|opened a ticket|open a ticket|(?:my|our) manager (?:spoke|talked|sorted|handled|dealt|had a line|went)|nobody answered|never (?:really )?(?:asked|talked to|spoke to) (?:them|him|her)|they should (?:just )?|took my word for it|we (?:all )?(?:got together|agreed)\b.{0,30}$|they (?:just )?agreed\.?$|everyone (?:just )?agreed)\b",
        0.55, r"\b(?:so i|then i (?:went|asked|rang))\b",
    ),
    rule(
        "gave_up", "tradeoffs", PLUS,
        r"\b(?:the (?:trade.?off|price|cost|downside|catch) (?:was|is|of (?:that|this|it|which) (?:was|is))|trade.?off was|what (?:we|i) (?:gave up|lost|paid)|(?:we|i) (?:gave up|sacrificed|traded|paid (?:for it|with)|accepted|lived with|took the hit)|at the (?:cost|price|expense) of|(?:it|that|this|which) (?:cost|costs) (?:us|me|them|about|around|\w+ (?:weeks?|days?|months?|thousand|million))|in exchange for|worth it because|was worth (?:it|the)|"
        r"(?:i|we) (?:chose|picked|went with|took|preferred)\b.{5,60}\b(?:over|instead of|rather than)\b)",
        0.28, r"\b(?:no (?:real )?(?:trade.?off|downside|price|cost)|wasn't (?:a|any) (?:trade|cost|downside)|didn't (?:really )?(?:cost|give up))\b",
    ),
    rule(
        "no_price", "tradeoffs", MINUS,
        r"\b(?:(?:no|not any|wasn't any|weren't any|isn't (?:a|any|really a)|wasn't (?:really )?a|don't (?:think|see) (?:there (?:was|were|is) )?(?:a|any)|there (?:wasn't|weren't) (?:really )?(?:a|any)) (?:real |big |major |actual )?(?:downsides?|trade.?offs?|costs?|drawbacks?|disadvantages?)|win.win|didn't (?:really )?(?:give up|lose|sacrifice|cost us) (?:anything|much)|(?:it|that)'s (?:just )?(?:the )?(?:more modern|industry standard|best practice|cleaner|the right (?:way|thing|tool)))\b",
        0.5, least=3,
    ),
    rule(
        "left_vague", "tradeoffs", MINUS,
        r"\b(?:(?:there (?:were|are)|it has|had) (?:of course |always )?pros and cons|it (?:all )?depends on (?:a lot of|many|several) (?:things|factors)|(?:was|is|struck|found|felt) (?:like )?the right (?:balance|trade.?off)|(?:it(?:'s| is)|there(?:'s| is)) always a trade.?off|better all in all|best of both worlds)\b",
        0.5, r"\b(?:because|so we gave|cost us|\d)\b",
    ),
    rule(
        "stakes", "problem", PLUS,
        rf"\b(?:(?:i (?:noticed|found|saw|realised|realized|spotted|discovered)|we (?:were|kept|had been) (?:losing|missing|paying|shipping|dropping|getting)|was (?:losing|costing|failing|dropping|taking|burning)|were (?:losing|failing|leaving|waiting)|couldn't (?:print|ship|pay|log|release|deploy|see|sign|open)|(?:had )?stalled|went down for|was down for|broke for|got charged|double.?charged)\b.{{0,120}}\b(?:{NUMBER}|customers?|users?|patients?|drivers?|merchants?|money|revenue|every|each|nobody|weeks?|days?|hours?|clinics?|a (?:day|week|month|year))\b)",
        0.35, r"\b(?:would|could have|i fixed|i rolled|we fixed|since then|if)\b", least=8,
    ),
    rule(
        "no_situation", "problem", MINUS,
        r"\b(?:there was (?:this|a|some) (?:project|thing|initiative|issue|situation)\b(?! (?:where|that|with|in which))|(?:strategic|high.visibility|cross.functional)\b.{0,40}\b(?:initiative|project|program)|a (?:fairly |pretty |very )?(?:standard|typical|normal|usual) (?:project|migration|situation)|divergent perspectives|(?:it was|was) (?:slow|old|legacy|messy|outdated) (?:and|so) (?:on an?|old|we|legacy))\b",
        0.65,
    ),
    rule(
        "bounded_unknown", "ambiguity", PLUS,
        r"\b(?:(?:didn't|did not|couldn't|couldnt|didnt|don't) (?:know|tell|measure|promise|be sure|prove)|(?:was|were|wasn't|still) (?:unknown|unclear|unsure|not sure|no idea|sure)|no (?:way of knowing|one knew|idea)|nobody knew|not knowing|without knowing|i'd guessed|unknown)\b.{0,160}\b(?:so (?:i|we)|revers\w+|roll(?:ed)? back|flag|pilot|experiment|one (?:region|depot|team|customer|tenant|store|advertiser|hour|week|site)|first|deadline|by (?:friday|monday|the end)|if it|canary|shadow|cap(?:ped)?|small|wrote down|would stop|turn it off|two weeks|dry run)\b",
        0.7, r"\b(?:i don't know$|so we waited|waited for)\b", least=9,
    ),
    rule(
        "reversible_step", "ambiguity", PLUS,
        r"\b(?:revers(?:ible|e it)|(?:we|i) could (?:turn|switch|flip|roll) (?:it )?(?:off|back)|if (?:it|that) (?:was|got|went|were) (?:over|worse|above|wrong|bad)\b.{0,60}\b(?:we|i)(?:'d| would)|kill (?:switch|date|criteri\w+)|for one (?:hour|week|day|region|depot|customer)|(?:i|we) (?:set|agreed|wrote down|named) (?:a |the |an )?(?:line|limit|threshold|deadline|date|stop|number) )",
        0.5, least=8,
    ),
    rule(
        "waited_or_guessed", "ambiguity", MINUS,
        r"\b(?:(?:we|i) (?:just |basically |mostly )?(?:waited|held off)\b.{0,40}\b(?:for|until)\b.{0,40}\b(?:requirements?|decision|them|clear|information|answer|everything|approval|confirm\w*)|it was (?:like )?,? ?a gut (?:thing|feel\w*)|(?:i|we) (?:just )?(?:guessed|assumed) (?:it|that|and)|hadn't (?:even )?thought (?:of|about) (?:that|it)|i (?:just )?ran with it|(?:didn't|did not) (?:really )?(?:test|check) (?:it|that|for that|as such))\b",
        0.5,
    ),
    rule(
        "own_fault", "failure_ownership", PLUS,
        r"\b(?:i (?:missed|broke|got .{1,40} wrong|was wrong|misread|forgot|overlooked|messed up|screwed up|caused|shipped (?:it|the bug)|approved (?:it|that)|underestimated)|(?:my|it was my|that was my) (?:mistake|fault|error|bad|change|bug|miss|code)\b|i (?:hadn't|had not|never|didn't) (?:asked?|checked?|tested?|looked?|read|told|tell|think|thought|run|written|warned?|noticed?|considered)\b|that(?:'s| was) on me|i should(?:'ve| have)\b|i could have\b|i made (?:a|the|that|my) (?:\w+ )?(?:mistake|error)\b|not (?:so |very |too |particularly )?proud of\b|i was (?:simply |just |plain )wrong\b|i(?:'d| had) (?:assumed|guessed wrong|skipped|approved|reviewed|built something)|i'm the one who)\b",
        0.4, r"\b(?:but (?:they|he|she|it was)|not my (?:fault|mistake)|if they|i didn't (?:need|want|have to)|would(?:n't)? have happened)\b",
    ),
    rule(
        "prevention", "failure_ownership", PLUS,
        r"\b(?:(?:root cause|the (?:real |actual )?cause) (?:was|is)|so (?:that )?it (?:can't|cannot|couldn't|won't) happen again|can't happen (?:again|any ?more)|(?:i|we) (?:then |also |now )?(?:added|put in|wrote|built|made)\b.{0,60}\b(?:alert|check|test|guard|lint|gate|alarm|rule|time.?out|limit|review step)\b|now (?:runs|checks|fails|needs|requires|blocks|refuses)|(?:any|every) (?:change|deploy|migration|release)\b.{0,40}\b(?:now|runs|needs|has to|must))",
        0.5, r"\b(?:i'd|would|could|should|might|will)\b",
    ),
    rule(
        "blames", "failure_ownership", MINUS,
        r"\b(?:(?:their|his|her|the \w+ team's|the vendor's) (?:fault|mistake|problem|bug)|(?:was|is|'s) (?:their|his|her) responsibility|(?:it was|that was|was) (?:mostly|mainly|really|entirely|basically|more of|more) (?:a |an |the |their |his |her )?(?:\w+ )?(?:team|issue|problem|fault|failure|thing|infra|side|vendor|product|pm|management|communication)|not (?:really )?(?:my|our) (?:fault|problem|side|mistake)|(?:they|the \w+ team|nobody|product|pm|infra) (?:didn't|never|hadn't|failed to) (?:tell|told|warn\w*|test\w*|prioriti[sz]e\w*|inform\w*|communicate\w*|deliver\w*|document\w*) ?(?:us|me|it|anybody|anyone|them)?|if they(?:'d| had)\b.{0,40}|none of it would|(?:that's|it's|its|thats) an? (?:infra|planning|product|hardware|vendor|process|management) (?:thing|problem|failure|issue)|they (?:had )?promised us|we told them)\b",
        0.45, r"\b(?:but i|i should|my (?:mistake|fault)|on me)\b",
    ),
)  # fmt: skip

_WE = re.compile(r"\b(?:we|we'd|we're|we've|we'll|our|us)\b")
_I = re.compile(r"\b(?:i|i'd|i'm|i've|i'll|my|me|mine)\b")


def cues(text: str, spans: Sequence[Span]) -> tuple[Cue, ...]:
    """Cues of a behavioral turn, in the order of the talk."""
    return tuple(
        sorted(
            [*hear(text, spans, RULES), *_we_only(text, spans)], key=lambda cue: (cue.start, cue.signal, cue.polarity)
        )
    )


def _we_only(text: str, spans: Sequence[Span]) -> list[Cue]:
    """A turn of sixty words or more that says "we" and never "I"; the sentence with most of it is the quote."""
    lowered = text.lower()
    if len(text.split()) < 60 or _I.search(lowered) or len(_WE.findall(lowered)) < 3:
        return []
    start, end = max(spans, key=lambda span: (len(_WE.findall(lowered[span[0] : span[1]])), -span[0]))
    return [Cue("ownership", MINUS, text[start:end], start, "we_throughout", 0.65)]

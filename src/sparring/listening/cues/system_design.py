"""Cues of the system-design round."""

# ruff: noqa: E501 - a pattern is read whole

from collections.abc import Sequence

from sparring.domain.heard import Cue
from sparring.listening.cues.rule import MINUS, NUMBER, PLUS, Rule, hear, rule
from sparring.listening.sentences import Span

_FAILS = r"(?:fails?|dies?|died|crash(?:es|ed)?|goes down|is down|went down|is gone|goes away|unavailable|slow|partition(?:ed)?|overload\w*|falls? over|restarts?|loses?|lost|times? out|outage)"

RULES: tuple[Rule, ...] = (
    rule(
        "asks_scope", "requirements", PLUS,
        r"(?:\bhow (?:many|much|big|large|often|fresh|fast|long|stale|wrong|late)\b.{3,}\?|\b(?:do|does) (?:we|users|it|they|you|people) (?:need|want|have|support|get to|care)\b.{3,}\?|\b(?:is|are) (?:it|this|there|they|we|that|the \w+)\b.{2,60}\bor\b.{3,}\?|\b(?:can|may|should) (?:we|i|it|a \w+|users) (?:assume|lose|drop|support|ignore|skip|treat|be)\b.{3,}\?|\bwho(?:'s| is| are| calls| reads| pays)\b.{3,}\?|\bwhat(?:'s| is) (?:the )?(?:worse|biggest|largest|peak|read|write|latency|budget|acceptable|worst|most important)\b.{0,60}\?)",
        0.4, r"\b(?:should i do|next\?|make sense|go deeper|how am i|i know)\b", least=4,
    ),
    rule(
        "asks_scope_spoken", "requirements", PLUS,
        r"(?:^(?:okay |so |and |um |first |great |then )*(?:how (?:many|much|big|often|fresh|fast|long)|do (?:we|users|people) (?:need|want|have|get)|does (?:it|a|the) \w+|is it|are (?:there|they|we))\b[^?.]{6,}$)",
        0.35, r"\b(?:i'd|i would|because|divided|it's|that's|so (?:it|that|we|i))\b", least=5,
    ),
    rule(
        "cuts_scope", "requirements", PLUS,
        r"\b(?:out of scope|i(?:'d| would|'ll|'m going to) (?:leave|cut|skip|drop|park|ignore|set aside)\b.{3,60}|(?:not|won't be) (?:build|building|do|doing|designing|covering|support|supporting)\b.{3,50}\b(?:because|since|today|here|unless|until|now)|(?:functional|non.?functional)\b.{0,40}\b(?:so|because)|(?:i'll|i'd|let's|let me|i'm going to|i'm) (?:assum\w+|fix|pin|commit to|promise|aim for|aim at)\b.{8,})",
        0.4, r"\b(?:the interviewer|you said so|because it crashed)\b",
    ),
    rule(
        "components_first", "requirements", MINUS,
        r"\b(?:(?:clients?|users?|requests?|lb|load balancer|api gateway)\b.{0,40}\b(?:load balancer|gateway|api|microservices?)\b.{0,80}\b(?:database|redis|kafka|cassandra|postgres|cache|queue)|start with microservices|(?:should|could) have asked|should've asked|didn't (?:um, |, )?ask)\b",
        0.65, r"\?",
    ),
    rule(
        "sum_that_decides", "estimation", PLUS,
        rf"\b{NUMBER}\b.{{0,80}}\b(?:a second|per second|a day|per day|qps|/s|gigs?|terabytes?|tb|gb|megabytes?|mb|bytes|petabytes?|writes|reads|nodes|machines|shards|cores)\b.{{0,120}}(?:\bso\b|\bthat's\b|\bthats\b|\bwhich (?:is|means|fits)\b|\bfits\b|=|→|\bmeans\b|\bdivided\b|\btimes\b|\bis\b).{{0,80}}\b{NUMBER}\b",
        0.45, r"\?|\b(?:i don't know|we had|we were seeing)\b", least=8,
    ),
    rule(
        "size_fits", "estimation", PLUS,
        rf"\b{NUMBER}\b.{{0,60}}\b(?:a second|per second|qps|/s|gigs?|terabytes?|tb|gb|megabytes?|mb|kilobytes?|bytes|rows)\b.{{0,60}}\b(?:fits? (?:in|on)|no shard\w*|in memory|one (?:box|machine|node|server)\b|so (?:push|pull|a single|we need|i need|that's \w+ (?:shards|nodes|machines|boxes)))",
        0.3, r"\?|\b(?:i don't know|probably|i guess)\b", least=7,
    ),
    rule(
        "no_number", "estimation", MINUS,
        r"\b(?:millions of (?:users|requests)|(?:a lot|lots|tons) of (?:traffic|users|data|requests)|(?:not (?:very |really )?good (?:at|with) (?:remembering )?numbers)|it'?s (?:big|a lot)|so a lot|web.?scale|auto.?scal\w+ (?:handles|will handle|takes care)|handles the peak|very high (?:load|traffic|scale)|i don't (?:really )?know.{0,20}(?:numbers|how much|how many))\b",
        0.55, rf"\b\d|\b(?:per second|a second)\b|\?|{NUMBER} (?:million|thousand|billion)", least=3,
    ),
    rule(
        "sets_agenda", "drive", PLUS,
        r"\b(?:let me (?:start|begin) (?:with|at|by|from|on)\b.{3,}|i(?:'ll|'d| will| would| want to|'m going to|'d like to) (?:like to )?(?:start|begin) (?:with|at|by|from|on)\b.{3,}|next,? i(?:'ll|'d|'m| want| would)|(?:then|after that),? i(?:'ll|'d| will) (?:go|do|cover|come|look|talk|draw)|(?:i have|we have|we've|there's|i've) (?:about |maybe |roughly )?(?:\w+|\d+) minutes|before i (?:draw|build|design|go|pick|choose)|the (?:hard|interesting|risky|hardest|riskiest) (?:part|bit|piece|problem|thing)\b.{0,30}\b(?:is|here|so)|i'd (?:rather |like to )?(?:spend|go deep|dig)|where i'd (?:spend|go)|what i (?:haven't|have not|skipped|left)|coming back to)\b",
        0.35, r"\b(?:what should|if you want|whatever you|i don't know|i'd have)\b",
    ),
    rule(
        "waits_to_be_led", "drive", MINUS,
        r"\b(?:what should i (?:do|talk|cover|start|look)|what (?:do|would) you (?:want|like) (?:me )?(?:to )?(?:do|see|hear|next|cover|talk)|where (?:should|do) i (?:start|go|begin)|should i (?:talk|go|do|cover) .{0,30}\bnext|what(?:'s| is) next|ask for any|whatever you (?:want|prefer|like)|up to you|you tell me|it was (?:kind of |sort of )?(?:us as a group|a team|the team))\b",
        0.7, least=3,
    ),
    rule(
        "option_against_option", "tradeoffs", PLUS,
        r"\b(?:(?:instead of|rather than|versus|vs\.?|over (?:a|the|using|kafka|redis|push|pull)|as opposed to|compared (?:to|with))\b.{5,120}\b(?:because|since|but|costs?|price|lose|slower|cheaper|simpler|so|otherwise|expensive)|(?:because|since|but|costs?|the price|we lose|cheaper|simpler)\b.{5,120}\b(?:instead of|rather than|versus|as opposed to)|"
        r"the (?:price|cost|downside|catch|trade.?off)(?: (?:of|with|for|there|here|i pay|we pay)\b.{0,40})? is\b.{6,}|(?:i|we)(?:'d|'ll)? (?:give up|pay|lose|accept|trade|live with)\b.{5,80}\b(?:because|for|so|in exchange|but|to (?:get|keep|avoid))|(?:it|that|this|which) (?:costs?|buys?) (?:us|me|you)?\b.{5,}|\bi'd (?:rather|sooner)\b.{10,}|you (?:save|gain|win|get|lose)\b.{3,60}\b(?:but|and you|you lose|pay))",
        0.55, r"\?|\b(?:there are trade.?offs|it depends|was|we had|we did)\b", least=9,
    ),
    rule(
        "choice_without_price", "tradeoffs", MINUS,
        r"\b(?:(?:no|not any|isn't (?:really )?(?:a|any)|there's no|don't see (?:a|any)) (?:real |big )?(?:downsides?|trade.?offs?|drawbacks?|costs?)|it's (?:just )?(?:the )?(?:industry standard|best practice|what (?:people|everyone|everybody) uses?|the elegant)|(?:everyone|everybody|netflix|google|facebook|uber) (?:uses?|does)|it's (?:simple|easy) and it (?:works|covers)|any of them would|i've used it|either,? (?:really|yeah|is fine)|because it's (?:scalable|fast|web scale|reliable|popular|modern)|kind of a group)\b",
        0.5, least=3,
    ),
    rule(
        "mechanism_with_reason", "depth", PLUS,
        r"\b(?:ttl|lru|lfu|evict\w*|invalidat\w*|write.?through|write.?behind|write.?back|cache.?aside|lease|fencing|token|idempoten\w+|version(?:ed|s)?|sequence number|offset|watermark|checkpoint|compaction|lsm|b.?tree|memtable|wal|write.?ahead|quorum|leader|follower|raft|gossip|consistent hash\w*|vnode|virtual node|hash ring|bloom filter|hyperloglog|count.?min|skip list|lua|zset|sorted set|"
        r"compare.and.(?:swap|set)|atomic\w*|lock|mvcc|snapshot|cursor|fan.?out|hot (?:key|shard|partition)|jitter|single.?flight|stampede|coalesc\w+|dedup\w*|back.?off|dead.?letter|exactly.once|at.least.once|salt\w*|etag|long.?poll\w*|websocket|heartbeat|vector clock|crdt|merkle|erasure|chunk\w*)\b.{0,140}\b(?:because|since|so (?:that|the|a|we|it|if|i|no|two|you|one)|otherwise|which means|that way|if|when|only|then|until|every|'cause)\b",
        0.25, r"\?|\b(?:i don't know|handles (?:that|it|this)|out of the box|not sure|i think it (?:just|does))\b", least=11,
    ),
    rule(
        "product_handles_it", "depth", MINUS,
        r"\b(?:(?:redis|kafka|cassandra|s3|dynamo(?:db)?|aws|kubernetes|postgres|the (?:cloud|database|cache|queue|broker|framework|library|load balancer|cdn)|elasticsearch|it) (?:just |basically |automatically |already |kind of )?(?:handles|takes care of|does|guarantees|manages|scales) (?:that|it|this|all|everything|for us|automatically|by itself)|(?:redis|kafka|cassandra|s3|dynamo(?:db)?|aws|kubernetes|postgres|the (?:cloud|database|cache|queue|broker|framework|library|load balancer|cdn)|elasticsearch) (?:will|would|should|can|could) (?:just |basically |easily |simply )?(?:handle|take care of|manage) (?:that|it|this|all|everything)|(?:we|i|you)(?:'d|'ll| would| will| can| could)? just (?:add (?:more|another|some) (?:servers?|nodes?|machines?|boxes|instances?|replicas?|workers?)|scale (?:out|up|horizontally))|(?:we|i|you|i'd|we'd) just use (?:redis|kafka|s3|cassandra|dynamo\w*|elasticsearch|kubernetes)|out of the box|under the hood it|it's (?:all )?(?:managed|built.in)|comes for free)\b",
        0.4, r"\b(?:because|but|unless|except|doesn't|not)\b", least=3,
    ),
    rule(
        "key_for_access", "data_model", PLUS,
        r"\b(?:(?:partition(?:ed)?|shard(?:ed)?|primary|sort|clustering|row|composite|unique|foreign|idempotency|cache)[ -]?(?:ed )?(?:key|by|on)\b.{5,}|(?:keyed|indexed|clustered|partitioned|sharded|bucketed|sorted|ordered) (?:by|on)\b.{5,}|\bindex(?:es)? on\b.{4,}|\b(?:table|row|record|schema|columns?)\b.{0,60}\b(?:id|key|status|timestamp|version|user|owner|tenant)\b.{0,60}\b(?:so|because|and|with|,)|\b(?:post|get|put|patch|delete) /\w+)",
        0.5, r"\?|\b(?:i don't know|hash map|dict)\b", least=7,
    ),
    rule(
        "no_model", "data_model", MINUS,
        r"\b(?:(?:saves?|stores?|put|puts) (?:it|that|everything|them) in (?:a|the) (?:database|db|json|table|nosql)\b|just (?:a|one) (?:table|json|blob)|(?:nosql|mongo\w*) (?:because|since|so) (?:it's )?(?:flexible|schema.?less|scal\w+)|we don't need a schema|schema.?less so)\b",
        0.45, r"\b(?:key|index|because we read|partition)\b", least=4,
    ),
    rule(
        "what_happens_when", "resilience", PLUS,
        rf"\b(?:(?:if|when|once|suppose|say)\b.{{2,60}}\b{_FAILS}\b.{{8,}}|{_FAILS}\b.{{0,40}}\b(?:then|so|we|it|the)\b.{{6,}}\b(?:fall\w* back|retry|retries|serve|stale|degrade|shed|fail (?:open|closed)|replay|drop|queue|reject|promote|resume)|back.?pressure|shed (?:load|the|low)|load.?shed\w*|circuit.?breaker|\bbreaker\b|fail(?:s|ing)? (?:open|closed)|dead.?letter|retry budget|\bjitter|page (?:on|me|someone|us|when)\b|alert (?:on|when|if)\b|canary|dark launch|shadow (?:mode|traffic|reads?|writes?)|kill switch|blast radius|graceful\w*|drain\w*|bulkhead|poison)\b",
        0.4, r"\?|\b(?:we didn't have|we don't have|i don't know|not sure)\b", least=9,
    ),
    rule(
        "someone_elses_failure", "resilience", MINUS,
        r"\b(?:(?:infra|sre|platform|ops) (?:team|owns|handles|is on)\b.{0,30}|that(?:'s| one's?| one really its?) (?:on|with) the (?:infra|sre|platform)|(?:won't|shouldn't|doesn't|never) (?:really )?(?:fail|go down|happen)|promised us|highly available so|it's (?:replicated|managed) so|(?:didn't|don't) have (?:a |any )?(?:metric|alert|monitoring)|prometheus.{0,30}grafana|monitoring and (?:alerting|logging))\b",
        0.5, r"\b(?:so i'd|(?:and )?(?:an )?alert(?:s|ing)? (?:on|when|to|if|above|over)|page[ds]?|pager\w*|error rate|latency|lag|p99)\b", least=5,
    ),
    rule(
        "walks_a_request", "coherence", PLUS,
        r"\b(?:(?:let me |i'll |so |to )?(?:walk|follow|trace) (?:a|one|the|you through|through|that) (?:\w+ )?(?:request|message|write|post|read|event|file|upload|click|it|job|end)|end to end|(?:coming|going|go|back) back to (?:the|your|our|my) (?:requirement|number|target|budget|promise|first|original)|(?:that|this|which) (?:meets|satisfies|covers|gives us|keeps|stays (?:within|under)) (?:the|our|your)\b.{0,40}\b(?:requirement|budget|target|milliseconds|second|sla|slo|promise)|so (?:to sum up|in summary|the whole path|the path is)|to close (?:the loop|on)|(?:as|like) i (?:said|promised) (?:at the (?:start|beginning)|earlier)|requirements?\b.{0,40}\b(?:met|covered|satisfied|check))\b",
        0.35, r"\?|\bend.to.end (?:test|encrypt|tests)", least=6,
    ),
)  # fmt: skip


def cues(text: str, spans: Sequence[Span]) -> tuple[Cue, ...]:
    """Cues of a system-design turn, in the order of the talk."""
    return tuple(sorted(hear(text, spans, RULES), key=lambda cue: (cue.start, cue.signal, cue.polarity)))

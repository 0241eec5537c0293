"""Tells talk about work, people at work or technology from talk about something else altogether."""

import re

_STEMS = """
agree alert algorithm alternat amorti analy api app approach apps architect array assum async availab average backend
backlog backup balanc bandwidth batch benchmark binary block boss branch bucket budget buffer bug bugs build business
byte cache caching calendar campaign candidate capacity career case cases channel chart check ci class client cloud
cluster code coding colleague column commit communicat company compar complex comput concurren config conflict
connection consisten consumer contract convinc correct cost costs counter cpu crash customer dashboard data database
date deadline debug decid decision default delay delet deliver demo deploy design develop device dict director
disagree disk doc docs document domain duplicat edge email employ empty endpoint engineer entry error estimat event
expir export fail failure fallback fault feature feedback field file filter flag follow framework frontend function
gateway gb goal graph group handle hash heap hire host id idempoten ids impact implement import improv incident index
infra input insert instance integrat interface interval interview issue item iterat job kafka key keys lag latency
launch lead leader library limit linear link list load lock log logic loop machine maintain manager map market match
meeting memory merge message meta method metric migrat mobile model module monitor name network node notif null object
on-call online operation optim option order org organi outage output owner ownership page pair parse partition patch
path payment peak percent performance pipeline plan platform pointer policy post priorit problem process product
production program project promot proposal protocol prototype provider querie query queue rate read refactor region
regress release reliab remov replica repo report request require rest result retries retry return reve review rfc risk
rollback rolled rolling rollout row run scala scale scali schedul schema scope script search second secur send sequen
server service session set shard sign sla slo software solution solv sort space spec split sprint sql stack staff
stage stakeholder start state static storag store storin stream string structure support switch sync system table
target task team tech technical tenant test tests thread throughput ticket time timeout token tool topic trace trade
tradeoff traffic transaction tree trial tuple type undo unit update upload usage use user users validat value vendor
version video view web window word work worker write writes
"""
_OTHER_THINGS = """
aunt baby bake basil beach beats bike birthday boil bread breakfast butter cake cat cheese chef chicken child
children cook cooking coffee cousin cream dad daughter delicious dinner dog dough dress eat egg eggs family father
film fish flour flowers food football fry fruit fun garden garlic grandma grandmother guitar hair holiday hotel
husband kitchen lunch meat milk mix mom mother mountain mum music oil olive onion onions oven pan parmesan
party pasta pepper piano pizza player poem rain recipe restaurant rice river salad salt salted sauce sea shirt
shopping sister snow soccer song soup spaghetti stir sugar summer sun swim tasty tea tennis tomato tomatoes train
travel uncle vacation vegetables water weather weekend wife wine winter
"""
_ELSEWHERE = frozenset(_OTHER_THINGS.split())
_MUCH = 0.06
"""Share of words from elsewhere from which a talk is about something else."""

_KNOWN = tuple(_STEMS.split())
_WHOLE = frozenset(_KNOWN)
_STEM = tuple(x for x in _KNOWN if len(x) >= 5)
"""Shorter ones are whole words, but for an ending."""

_ENDING = re.compile(r"(?:es|s|ed|ing)$")
_LEAST = 12
"""Words below which nothing is concluded."""

_SHARE = 0.045
"""Share of words of work up to which a talk can be off the question; whole rounds have .05 and more."""


def off_topic(words: list[str], about: str) -> bool:
    """Whether almost no word has to do with work, technology or the question, and many with something else.

    Both are asked for, because a sound answer may well speak of things and not of work.
    """
    own = set(re.findall(r"[a-z]{5,}", about.lower()))
    elsewhere = sum(word in _ELSEWHERE and word not in own for word in words)
    hits = sum(
        word in own or word.startswith(_STEM) or word in _WHOLE or _ENDING.sub("", word) in _WHOLE for word in words
    )
    return len(words) >= _LEAST and hits <= _SHARE * len(words) and elsewhere >= _MUCH * len(words)

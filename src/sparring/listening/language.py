"""Whether a turn is in a language other than English."""

# ruff: noqa: E501 - a pattern is read whole

import unicodedata

from sparring.listening.words import listed, tokens

LEAST = 4
"""Words below which a Latin-script turn is never called foreign: names and short answers."""

SURE = 6
"""Words from which a turn without a single common English word is foreign by two words of another language."""

_ENGLISH = listed(
    """the a an and or of to in is it that this i you we they he she be are was were for on with as at by from but not have has
    had do does did what which who how when where if so then would could should can will there my our your its just about like
    okay yes no well um uh one all more than up out because into also get use need want make let don't it's i'd that's
    i'm we'd is does per each every any same only key set map time first next"""
)
_FOREIGN = {
    "es": listed(
        "el la los las de que y en un una es por con para no se lo como pero más su al del porque yo está muy sí cuando también hay qué cómo puede tengo sobre este esto hacer usuarios qué cuál cuántos cuántas cuándo dónde quién debe debería tiene tienen necesitamos necesito podemos puede usted nosotros mi mis su sus ella ellos entre porque entonces después antes siempre nunca mucho muchos muy cada base datos servicio sistema servidor pregunta gracias favor sería usaría haría creo quiero ser estar había fue son está están esta ese esa así pero sino ni"
    ),
    "fr": listed(
        "le la les de des et un une est que qui dans pour pas je nous vous il elle sur avec ce cette mais ou où donc très c'est j'ai être avoir faire par plus aux du au on utilisateurs combien quel quelle quels quelles pouvez pourriez doit peut faut serait utiliserais ferais mon ma mes notre nos votre vos leur leurs deux entre chaque toujours jamais aussi alors parce comme base données serveur système question merci plaît sont sommes êtes était avons avez ont suis cela ça ces si s'il n'est d'un d'une qu'il l'utilisateur y rien beaucoup peu encore"
    ),
    "de": listed(
        "der die das und ist ich nicht ein eine zu mit auf für den dem wir sie es auch dass wie aber oder wenn sich von haben werden kann würde dann noch man bei einen sind soll sollen sollte wird wurde würden müssen muss brauchen brauche machen mache viele wie was wo wer warum zwischen jede jeder jedes jeden einer eines einem dieser diese dieses unser unsere meine mein ihr ihre können könnte könnten bitte danke frage zuerst danach weil damit nur sehr mehr pro zum zur vom beim im am nach über unter vor hat hatte habe sein wäre wieder immer nie also doch schon gibt"
    ),
    "pt": listed(
        "o a os as de que e em um uma é por com para não se como mas mais eu você nós do da no na são está muito quando também isso fazer porque usuários"
    ),
    "it": listed(
        "il la le lo gli di che e in un una è per con non si come ma più io sono noi del della questo quando anche perché molto fare ci utenti"
    ),
    "nl": listed(
        "de het een en is ik niet van dat op te met voor wij zijn we er maar ook als dan naar om bij wat hebben kan zou"
    ),
    "pl": listed("i w na z do nie to jest się że jak ale co dla po tak czy od ja my być może przez"),
    "tr": listed("bir ve bu için ile de da ne çok ben biz olarak ama gibi var daha değil mi"),
    "sv": listed("och att det är jag inte en ett som på av för med vi till den har kan men om så"),
    "hi": listed("hai ki ka ke mein se ko aur nahi kya main hum toh kar raha hota karna yeh woh"),
}


_SHARED = listed(
    "die was also pro per mini man de la el le en des a as o on no me den am base question service mal main var op si"
)
"""Words of other languages that English talk of software has too."""


def foreign(text: str) -> bool:
    """Whether a turn is mostly not English; code, names and one-word answers are no language."""
    if not text.isascii():
        letters = [character for character in text if character.isalpha()]
        other = sum(not _latin(character) for character in letters)
        if other >= 2 and other > 0.4 * len(letters):
            return True
    words = _words(text)
    if len(words) < LEAST:
        return False
    english = sum(word in _ENGLISH for word in words)
    most = max(_hits(words, vocabulary) for vocabulary in _FOREIGN.values())
    if not english and len(words) >= SURE and max(_telling(words, vocabulary) for vocabulary in _FOREIGN.values()) >= 2:
        return True
    return most >= 3 and most * 5 >= len(words) and most > 1.5 * english


def _words(text: str) -> list[str]:
    return [word.strip('.,;:!?¿¡()"') for word in text.lower().replace("’", "'").split()] or list(tokens(text))


def _hits(words: list[str], vocabulary: frozenset[str]) -> int:
    return sum(word in vocabulary for word in words)


def _telling(words: list[str], vocabulary: frozenset[str]) -> int:
    """Distinct words of a language that are longer than a letter and no English ones."""
    return len({word for word in words if len(word) > 1} & (vocabulary - _ENGLISH - _SHARED))


def _latin(character: str) -> bool:
    """Whether a letter is of the Latin script, or Greek as in a formula."""
    return character.isascii() or "LATIN" in unicodedata.name(character, "") or character in "µΘθΩωλπσαβγδε√"

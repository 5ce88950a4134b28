"""How German says a tone: `Halte den Ton ruhig, ohne Witze` of `ruhig, keine Witze`."""

import re

from services.conversations.composer.layout import pattern

_PIECES = re.compile(r"\s*[,;]\s*(?:und )?")
_DEGREE = (
    r"(?:sehr|eher|ziemlich|ganz|etwas|leicht|ein bisschen|ein wenig|immer|stets|zu|nicht|nie|niemals|nicht zu|recht|"
    r"möglichst|mehr|weniger)"
)
_MANNER = re.compile(
    rf"(?:aber )?(?:{_DEGREE} ){{0,2}}[a-zäöüß][\w-]*"
    rf"(?:(?:,? und |,? aber |,? doch | oder )(?:{_DEGREE} ){{0,2}}[a-zäöüß][\w-]*){{0,3}}"
    r"(?: (?:bis|mit|ohne|wie|zu|gegenüber|für|in) .+)?"
)
_WITHOUT = re.compile(r"(?:ohne|mit) ", re.IGNORECASE)
_NO_THING = pattern(r"keine?n? ([A-ZÄÖÜ][\w-]+)")
_NO = pattern(r"keine?n? ")
_MASCULINE = re.compile(r"\b([a-zäöüß-]+)er (?=[A-ZÄÖÜ])")
_NO_MASCULINE = pattern(r"^kein(?= [a-zäöüß-]+en )")
_THING = re.compile(r"(?:[a-zäöüß-]+(?:e|er|es) )?[A-ZÄÖÜ][\w-]+(?: und (?:[a-zäöüß-]+e )?[A-ZÄÖÜ][\w-]+)?")
_ADDRESS = pattern(r"(?:per |in der |mit )?(du|sie)(?:-form)?|(duzen|siezen)")
_ORDER = pattern(r"(?:vermeide|verwende|nutze|sprich|duze|sieze|mach|mache) .+")
_LIKE = pattern(r"(?:wie|als ob|als) ")


_BUT = re.compile(
    r"(?P<so>[a-zäöüß][\w -]{2,60}), "
    r"(?P<but>(?:aber|doch) (?:es|man|ich|wir|das|die|der|alles|nichts|jeder|was) [^\n]{5,})"
)
"""What is to be so all the same: `zugewandt, aber es muss drinstehen, was fehlt`."""


def tone(text: str) -> str:
    """Say a tone."""
    if clause := _BUT.fullmatch(text.strip(" ,;")):
        return f"{tone(clause['so'])}, {clause['but']}"
    manners: list[str] = []
    without: list[str] = []
    orders: list[str] = []
    for piece in _PIECES.split(text.strip(" ,;")):
        if address := _ADDRESS.fullmatch(piece):
            formal = (address[1] or address[2]).lower().startswith("sie")
            orders.append(f"{'sieze' if formal else 'duze'} dein Gegenüber")
        elif no := _NO_THING.fullmatch(piece):
            without.append(f"ohne {no[1]}")
        elif _WITHOUT.match(piece):
            without.append(piece)
        elif _NO.match(piece) or _THING.fullmatch(piece):
            orders.append("verwende " + _NO_MASCULINE.sub("keinen", _MASCULINE.sub(r"\1en ", piece)))
        elif _ORDER.fullmatch(piece):
            orders.append(piece)
        elif without or orders or _LIKE.match(piece) or not _MANNER.fullmatch(piece):
            return f"Schreibe {text}" if _LIKE.match(text) else f"Schreibe in diesem Ton: {text}"
        else:
            manners.append(piece)
    return _said(manners, without, orders)


def _said(manners: list[str], without: list[str], orders: list[str]) -> str:
    goes_on = bool(manners) and manners[-1].partition(" ")[0] in ("nicht", "nie", "niemals", "aber")
    manner = ", ".join(manners) if goes_on else _joined(manners)
    if manners:
        said = f"Halte den Ton {manner}" + (f", {_joined(without)}" if without else "")
    else:
        said = f"Schreibe {_joined(without)}" if without else ""
    ordered = _joined(orders)
    whole = f"{said}{',' if without and manners else ''} und {ordered}" if said and orders else said or ordered
    return whole[0].upper() + whole[1:]


def _joined(texts: list[str]) -> str:
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} und {texts[-1]}" if texts else ""

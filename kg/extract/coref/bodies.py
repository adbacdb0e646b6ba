"""Organizations by what they are: "the company", "the party", where one named shortly before is such a thing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.parties import NAMES as PARTIES
from kg.extract.names.name import Name
from kg.extract.names.referent import Referent
from kg.extract.syntax.columns import worded
from kg.extract.syntax.descriptions import beside, described, modifiers, says_what
from kg.extract.syntax.position import Syntax
from kg.language.parsed import Doc
from kg.language.parsed import Span as Words

BODIES = gazetteer.words("nouns of bodies")
BUSINESSES = gazetteer.words("nouns of businesses")
BUSINESS_ENDS = gazetteer.words("ends of businesses")
#: What may be said again of any business.
COMPANY = frozenset({"company", "firm"})
#: Sentences before the description in which the name, or such another thing, is sought.
WINDOW = 2


def descriptions(doc: Doc, names: Sequence[Name], things: Sequence[Referent]) -> Iterator[tuple[Words, Referent]]:
    """Yield each description of an organization that exactly one of the last sentences' organizations fits."""
    found = worded(doc, BODIES | BUSINESSES)
    if not found:
        return
    syntax = Syntax(doc)
    named = {i: n for n, name in enumerate(names) for i in range(name.start, name.end)}
    bodies = [(name.start, thing) for name, thing in zip(names, things, strict=True) if thing.kind == "Organization"]
    #: What the article calls each name, and where it last speaks of such a thing without a name.
    called: dict[str, set[str]] = defaultdict(set)
    others: dict[str, int] = {}
    for noun in found:
        own = [things[n] for n in beside(noun, named)]
        for thing in own:
            called[thing.key].add(noun.lower_)
            if thing.kind != "Organization":  # one that was not known for a body
                others.update(dict.fromkeys(COMPANY | {noun.lower_}, noun.i))
        if own or noun.i in named or says_what(noun):
            continue
        first = syntax.starts[max(0, syntax.sentence(noun.i) - WINDOW)]
        near = {thing.key: thing for at, thing in bodies if first <= at < noun.i}
        fitting = [thing for thing in near.values() if _is(noun.lower_, thing, called[thing.key])]
        words = described(noun)
        if words is not None and not modifiers(noun) and len(fitting) == 1 and others.get(noun.lower_, -1) < first:
            bodies.append((noun.i, fitting[0]))
            yield words, fitting[0]
        else:
            others[noun.lower_] = noun.i


def _is(noun: str, thing: Referent, called: set[str]) -> bool:
    """Tell whether an organization is such a thing: by its name, or by what the article called it before."""
    words = thing.label.lower().split()
    if noun in called or noun in words or (noun == "party" and thing.label in PARTIES):
        return True
    return noun in COMPANY and (words[-1] in BUSINESS_ENDS or not BUSINESSES.isdisjoint(called))

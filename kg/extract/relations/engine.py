"""The story of this room: what the rules of every relation and the model find becomes facts."""

from collections.abc import Iterator, Sequence

from kg.extract.quotes.lookup import said_by
from kg.extract.quotes.marks import quoted
from kg.extract.relations.crossing import crosses
from kg.extract.relations.model import classifier as learned
from kg.extract.relations.pattern import Found
from kg.extract.relations.rulebook import matches, rules
from kg.extract.relations.stated import stated
from kg.extract.rules.users import NO_RULES, Own
from kg.extract.syntax import grammar
from kg.extract.syntax.context import Context
from kg.facts import Fact, Quote, Span
from kg.language.layout import line

#: What the ontology concludes from a relation; the model need not find it again.
BROADER = {"leads": ("memberOf",), "worksFor": ("memberOf",), "chiefExecutiveOf": ("memberOf",)}
#: A person has these once: where a rule reads one, the model need not look for another.
ONCE = {"bornIn", "bornOn", "diedOn"}


def facts(context: Context, quotes: Sequence[Quote], *, model: bool = True, own: Own = NO_RULES) -> Iterator[Fact]:
    """Yield the facts of an article in the order of the text, each pair of mentions once for a relation.

    Without `model` only by rules; `own` are rules beside kg's.
    """
    ruled, said, known = rules(own), said_by(quotes), Known()
    text = context.doc.text
    head, story = line(context.article.text)
    marked = quoted(text)
    # The rules are surer than the model: what both find is the rules'.
    for found in (
        *sorted(matches(context, ruled), key=lambda found: found.trigger.i),
        *(learned.matches(context) if model else ()),
    ):
        if head <= found.trigger.idx < story and found.relation != "locatedIn":
            continue  # "MANCHESTER, N.H. (AP) -": what wrote from there has no seat there
        for fact in stated(context, found, said, ruled):
            if not crosses(text, marked, fact, context.span(found.trigger)) and known.adds(fact, found):
                yield fact


class Known:
    """The facts of an article so far, as far as they tell whether one more says something new."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._seen: set[tuple[str, Span, str, Span]] = set()
        self._once: set[tuple[str, str]] = set()
        self._acted: set[tuple[str, Span]] = set()
        self._titled: set[tuple[str, Span]] = set()

    def adds(self, fact: Fact, found: Found) -> bool:
        """Tell whether a fact is new, and know it then."""
        # "They" are several subjects.
        key = (fact.relation, fact.subject.span, fact.subject.entity, fact.object.span)
        if key in self._seen or (found.confidence is not None and self._ruled(fact, found)):
            return False
        self._seen.update((name, *key[1:]) for name in (fact.relation, *BROADER.get(fact.relation, ())))
        if found.confidence is None:
            self._keep(fact, found)
        return True

    def _ruled(self, fact: Fact, found: Found) -> bool:
        """Tell whether a rule has told what the model would tell otherwise."""
        pair = (fact.relation, fact.object.span)
        again = fact.relation in ONCE and (fact.relation, fact.subject.entity) in self._once
        # "Jo Poe, wife of Al Poe, lives in Leeds": who does it is the subject of the verb, and nobody beside it.
        beside = grammar.of_apposition(found.subject) and pair in self._acted
        # "his wife, Ana, a native of Chile": one of them is, and the rule says which.
        return again or beside or pair in self._titled

    def _keep(self, fact: Fact, found: Found) -> None:
        pair = (fact.relation, fact.object.span)
        self._once.add((fact.relation, fact.subject.entity))
        if found.trigger.pos_ == "VERB":
            self._acted.add(pair)
        elif fact.relation in ONCE:
            self._titled.add(pair)

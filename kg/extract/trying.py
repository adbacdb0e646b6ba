"""Rules of a user's own are tried on their examples, and on what they never read."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.articles.article import Article
from kg.errors import ArticleError
from kg.extract.extract import understood
from kg.extract.quotes.lookup import said_by
from kg.extract.relations import rulebook
from kg.extract.relations.arguments import argument
from kg.extract.relations.pattern import Found, walk
from kg.extract.relations.stated import stated
from kg.extract.rules.users import Example, Own, OwnRule
from kg.extract.syntax.columns import lemmaed
from kg.extract.syntax.context import Context
from kg.facts import Fact, Mention, Quote
from kg.language.parsed import Token
from kg.language.parsed.off_spacy import parses
from kg.language.pipeline import load
from kg.language.view import seen
from kg.resources import DEFAULT_MODEL
from kg.vocabulary import vocabulary


class Trial(NamedTuple):
    """A rule and a text, which it reads or never may."""

    rule: OwnRule
    example: Example
    reads: bool


def failures(own: Own, model: str = DEFAULT_MODEL, *, learned: bool = True) -> Iterator[str]:
    """Yield what is wrong with each example that its rule does not read, and with what it reads and never may."""
    nlp = load(model)
    trials = [*_trials(own)]
    articles = (Article(f"example-{n}", trial.example.text) for n, trial in enumerate(trials))
    cleaned = (seen(article, nlp, learned=learned)[0] for article in articles)
    for trial, (article, doc) in zip(trials, parses(cleaned, nlp), strict=True):
        if isinstance(doc, ArticleError):
            yield f"{trial.rule.where}: rule {trial.rule.name!r}: {doc}"
        elif wrong := _wrong(trial, *understood(article, doc, learned=learned)):
            yield f"{trial.rule.where}: rule {trial.rule.name!r} {wrong}"


def _trials(own: Own) -> Iterator[Trial]:
    for rule in own.rules:
        yield from (Trial(rule, example, reads=True) for example in rule.examples)
        yield from (Trial(rule, Example(text), reads=False) for text in rule.never)


def _wrong(trial: Trial, context: Context, said: Sequence[Quote]) -> str:
    """Return what is wrong with one text; nothing if it is read as it should be."""
    ruled = rulebook.alone(Own((trial.rule,)))
    matches = [*rulebook.matches(context, ruled)]
    found = [fact for match in matches for fact in stated(context, match, said_by(said), ruled)]
    shown = ", ".join(f"{fact.subject.text!r} and {fact.object.text!r}" for fact in found)
    if not trial.reads:
        return f"reads what it never may, {shown}: {trial.example.text!r}" if found else ""
    if any(_fits(fact, trial.example) for fact in found):
        return ""
    if found:
        return f"reads {shown}, and not {_wanted(trial.example)}, in its example {trial.example.text!r}"
    why = next((_misfit(context, match, trial.rule) for match in matches), "") or _missed(context, trial.rule)
    return f"does not read its example {trial.example.text!r}: {why}"


def _fits(fact: Fact, example: Example) -> bool:
    return example.subject in {"", fact.subject.text} and example.object in {"", fact.object.text}


def _wanted(example: Example) -> str:
    return " and ".join(repr(each) for each in (example.subject, example.object) if each)


def _misfit(context: Context, match: Found, rule: OwnRule) -> str:
    """Return which end of a match is not of the kind that the relation wants."""
    ends = (("subject", match.subject, rule.relation.domain), ("object", match.object, rule.relation.range))
    for end, word, wanted in ends:
        mention = word if isinstance(word, Mention) else argument(context, word, wanted)
        if mention is None:
            return f"the {end} {word.text!r} is no name"
        if not vocabulary().is_a(mention.kind, wanted):
            return f"the {end} {mention.text!r} is read as {mention.kind}, not {wanted}"
    return "subject and object are one"


def _missed(context: Context, rule: OwnRule) -> str:
    """Return what kept a rule from matching anything."""
    how = dict(rule.how)
    triggers = [*lemmaed(context.doc, frozenset(str(how["trigger"]).lower().split()))]
    if not triggers:
        lemmas = " ".join(token.lemma_.lower() for token in context.doc if token.is_alpha)
        return f"no word of it has a lemma of the trigger; its lemmas: {lemmas}"
    if rule.kind == "title":
        return f"{triggers[0].text!r} has no holder there, or nothing that it is of"
    return "; ".join(dict.fromkeys(_stops(token, how) for token in triggers))


def _stops(token: Token, how: dict[str, str | bool]) -> str:
    wanted = str(how.get("pos", "VERB"))
    if token.pos_ not in wanted.split():
        return f"{token.text!r} is {token.pos_} there, not {wanted}"
    for path in ("subject", "object", "needs"):
        if how.get(path) and not any(True for _ in walk(token, str(how[path]))):
            beside = ", ".join(f"{child.dep_} {child.text!r}" for child in token.children if not child.is_punct)
            return f"{path} leads nowhere from {token.text!r}, beside which stand {beside or 'no words'}"
    return "what `unless` leads to stands there"

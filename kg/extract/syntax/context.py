"""One article as the rules see it: its parse, and what its words stand for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from kg import naming
from kg.articles.article import Article
from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.syntax.titles import serves
from kg.facts import Mention, Span
from kg.language.parsed import Doc, Token
from kg.language.parsed import Span as Words

#: "the 52-year-old" is six words.
AGE = re.compile(r"(?P<the>(the|an?) )?\d{1,3}-years?-old$", re.IGNORECASE)
#: What may follow a noun without belonging to its name: relative clauses, appositions, second conjuncts, full clauses.
OUTSIDE_PHRASE = {"relcl", "appos", "conj", "cc", "acl", "advcl", "punct", "parataxis", "ccomp", "dep"}


class Context:
    """The parse of an article with its mentions by token. Rules read it and change nothing."""

    def __init__(self, article: Article, doc: Doc, mentions: Iterable[Mention]) -> None:
        self.article = article
        self.doc = doc
        self.mentions = tuple(sorted(mentions, key=lambda mention: mention.span))
        #: Whom nouns are said of, as far as that was asked.
        self.holders: dict[tuple[Token, int], tuple[Token, ...]] = {}
        self._by_token: dict[int, Mention] = {}
        self._by_span: dict[Span, tuple[Mention, ...]] = {}
        for mention in self.mentions:
            self._by_span[mention.span] = (*self._by_span.get(mention.span, ()), mention)
            words = doc.char_span(*mention.span, alignment_mode="expand")
            for token in words or ():
                self._by_token[token.i] = mention
        self._by_token |= {noun.i: name for noun, name in self._named_beside()}

    def mention(self, token: Token) -> Mention | None:
        """Return the name, pronoun or resolved description that the token belongs to."""
        return self._by_token.get(token.i)

    def person(self, token: Token) -> Mention | None:
        """Return the name of a person that the token belongs to."""
        mention = self._by_token.get(token.i)
        return mention if mention is not None and mention.is_named_person else None

    def meanings(self, mention: Mention) -> tuple[Mention, ...]:
        """Return a mention and the others that its words are of too: "they" are several persons."""
        found = self._by_span.get(mention.span, ())
        return found if mention in found else (mention,)

    def with_mentions(self, more: Iterable[Mention]) -> "Context":
        """Return the article with further mentions."""
        added = tuple(more)
        return Context(self.article, self.doc, (*self.mentions, *added)) if added else self

    def _named_beside(self) -> Iterator[tuple[Token, Mention]]:
        """Yield each common noun beside the name of what it describes: "the group's spokesman, Jo Poe"."""
        for mention in self.mentions:
            words = self.doc.char_span(*mention.span) if mention.form == "name" else None
            if words is None or words.root.dep_ != "appos":
                continue
            noun = words.root.head
            first = next(child for child in noun.children if child.dep_ == "appos") == words.root
            alone = noun.tag_ == "NN" and noun.i < words.start and noun.i not in self._by_token
            between = (w for w in self.doc[noun.i + 1 : words.start] if w.tag_ == "NN")
            if any(kind_of_noun(w) == mention.kind for w in between) or serves(noun):
                continue  # "a friend of the singer, Ann Lee": one of the two
            if first and alone and kind_of_noun(noun) == mention.kind:
                yield noun, mention

    def phrase(self, token: Token) -> Mention:
        """Return what the token's noun phrase stands for: its mention, or else a new unnamed entity of this article."""
        if (known := self.mention(token)) is not None:
            return known
        if (aged := AGE.search(self.doc[max(0, token.i - 5) : token.i + 1].text)) is not None:
            words = self.doc[token.i - 5 + (not aged["the"]) : token.i + 1]
            return self.describe(words, "Person")
        words = self.noun_phrase(token)
        return self._again(words) or self.describe(words, kind_of_noun(token))

    def _again(self, words: Words) -> Mention | None:
        """Return a mention of the body whose whole name words in small letters are: "the state attorney's office"."""
        text = self.article.text[words.start_char : words.end_char]
        body = self._bodies.get(plain(text))
        return replace(body, span=self.span(words), text=text, form="nominal") if body is not None else None

    @cached_property
    def _bodies(self) -> dict[str, Mention]:
        """The organizations that the article names by several words, by those in small letters."""
        named = (m for m in self.mentions if (m.kind, m.form) == ("Organization", "name") and " " in m.text)
        return {plain(m.text): m for m in named}

    def describe(self, words: Words, kind: str) -> Mention:
        """Return a mention of an unnamed entity that only this article knows."""
        span = self.span(words)
        key = naming.local(self.article.id, kind, f"{words.text} {span.start}")
        return Mention(span, self.article.text[span.start : span.end], kind, key, "nominal")

    def noun_phrase(self, token: Token) -> Words:
        """Return the noun with its determiners, modifiers and prepositional phrases, without clauses and conjuncts."""
        keep = [token.i]
        stack = [token]
        while stack:
            for child in stack.pop().children:
                if child.dep_ not in OUTSIDE_PHRASE and not child.is_space:
                    keep.append(child.i)
                    stack.append(child)
        left, right = token.i, token.i
        members = set(keep)
        while left - 1 in members:
            left -= 1
        while right + 1 in members:
            right += 1
        return self.doc[left : right + 1]

    @staticmethod
    def span(words: Words | Token) -> Span:
        """Return the offsets of a token or of a run of tokens."""
        if isinstance(words, Token):
            return Span(words.idx, words.idx + len(words))
        return Span(words.start_char, words.end_char)

    def sentence(self, token: Token) -> Span:
        """Return the offsets of the sentence that the token stands in, without the blanks around it."""
        words = token.sent
        start, end = words.start, words.end
        while end - 1 > start and self.doc[end - 1].is_space:
            end -= 1
        while start < end - 1 and self.doc[start].is_space:
            start += 1
        return self.span(self.doc[start:end])

    @cached_property
    def sentences(self) -> tuple[Words, ...]:
        """The sentences of the article."""
        return tuple(self.doc.sents)


def plain(name: str) -> str:
    """Return a name in small letters, without its article and with plain apostrophes."""
    return " ".join(name.split()).lower().removeprefix("the ").replace("\u2019", "'")

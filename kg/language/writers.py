"""What an article's end says of who wrote it; news about a journalist is none of it."""

import re

from kg.language.cleaning import Cleaning

#: A word of no sentence that tells of an event: what is written of a writer is in the present.
_IDLE = (
    r"(?!\b(?:[Ss]?[Hh]e|[Tt]hey|[Pp]olice|who|was|were|ha[sd]|have|been|being|said|says|told|shot|won|left|lost|held|"
    r"after|before|when|while|(?!based\b)[a-z]+ed|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_WORD = rf"{_IDLE}[*_]?[\w&'’,-]+[*_]?"
_PROPER = r"[*_]?[A-Z0-9][\w&'’-]*(?:\.\w+)*[*_]?"
_BODY = rf"(?:the )?{_PROPER}(?:,? (?:(?:of|for|and|the|&|in|de) ){{0,2}}{_PROPER}){{0,7}}"
_TOPIC = rf"{_WORD}(?: {_WORD}){{0,13}}"
_NAME = r"(?:The (?:writer|author)|[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|van|von|der|al|bin)){1,4})"
_CALLED = r"(?:writer|reporter|correspondent|editor|columnist|journalist|contributor|producer|critic|fellow|intern)"
_COVERS = r"(?:covers|writes (?:about|for)|reports (?:on|for))"
_WRITES = (
    rf"(?:is (?:{_WORD} ){{0,8}}{_CALLED}(?:,? (?:and (?:{_WORD} ){{1,5}})?(?:based )?(?:at|for|with|of|in) {_BODY}|"
    rf",? (?:covering|(?:who|and) {_COVERS}) {_TOPIC}){{0,3}}|{_COVERS} {_TOPIC})"
)

_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
#: Words and addresses up to the end of a sentence.
_HOW = rf"(?: {_IDLE}\S*[^\s.!?]){{0,12}}"
#: How to reach the writer.
_REACH = (
    rf"(?:(?:You can )?(?:[Ff]ollow|[Rr]each|[Cc]ontact|[Ee]-?mail|[Ff]ind|[Tt]weet|[Cc]onnect with|[Ww]rite to) "
    rf"(?:her|him|them|me|us|@\w+|{_NAME})(?: (?:directly )?(?:on|at|via|by|through|@\w+){_HOW})?|"
    rf"(?:She|He|They|{_NAME}) can be (?:reached|contacted|e-?mailed|found|followed) (?:on|at|via|by|through){_HOW}|"
    rf"(?:Her|His|Their) (?:e-?mail|Twitter|X|Bluesky|Instagram)(?: (?:address|handle|account))? is{_HOW}|"
    rf"(?:E-?mail|Twitter|X|Contact):{_HOW}|{_EMAIL}|@\w+)"
)
_MORE = rf"(?:(?P<reach>{_REACH})|(?:She|He|They|{_NAME}) (?:also )?{_COVERS} {_TOPIC})[.!]?"

_RULE = re.compile(r"[ \t]*([-–—*_=~•])(?:[ \t]*\1){2,}[ \t]*")
_BYLINE = re.compile(r"^[ \t]*(?:by|words by|story by)\b[ \t:][^\n]{0,100}$", re.MULTILINE | re.IGNORECASE)


def _unless_news(match: re.Match[str]) -> str:
    """Return nothing for what is set apart, or tells how to reach somebody whom the article does not tell of."""
    before = match.string[: match.start()]
    is_apart = match["mark"] or match["reach"] or _RULE.fullmatch(before.rstrip().rpartition("\n")[2])
    return "" if is_apart and "\n\n" in before.rstrip(" ") and not _is_told_of(match["name"], before) else match.group()


def _is_told_of(name: str, before: str) -> bool:
    """Whether a text names somebody elsewhere than in its byline."""
    last = re.escape(name.rpartition(" ")[2])
    return not name.startswith("The ") and bool(re.search(rf"\b{last}\b", _BYLINE.sub("", before)))


WRITERS = (
    Cleaning(
        "biographies",
        re.compile(
            rf"^[ \t]*(?P<mark>[(\[]|[*_]{{1,3}})?(?P<name>{_NAME}) {_WRITES}\.?(?:\s+{_MORE}){{0,3}}"
            r"[)\]*_]{0,3}[ \t]*$(?=\s*(?:\n[^\n]*){0,4}\s*\Z)",
            re.MULTILINE,
        ),
        _unless_news,
        ("Bo Day spoke.\n\nAnn Lee is a staff writer at the Post. Follow her.", "Bo Day spoke.\n\n"),
        (
            "Ann Lee is a staff writer at the Post. Follow her.",
            "He spoke.\n\nAnn Lee is a writer at the Post.",
            "He spoke.\n\nAnn Lee is a writer at the Post. She was shot in Leeds. Follow her.",
            "Ann Lee spoke.\n\nAnn Lee is a writer at the Post. Follow her.",
        ),
    ),
)

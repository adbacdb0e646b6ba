"""Tweets and pictures in an article: a tweet is its writer's words, a caption is text; credits state nothing."""

import re

from kg.language.cleaning import Cleaning, line
from kg.language.stamps import DAY

#: A name with a handle, perhaps a day, and the line's end.
_SIGNED = rf"[^\n@()]{{2,50}} \(@\w{{1,15}}\)(?: {DAY})?[ \t]*(?:\n|\Z)"


def _opened(match: re.Match[str]) -> bool:
    """Whether the paragraph before a signature opens a quotation and closes none."""
    before = match.string[: match.start()].rpartition("\n")[2]
    return before.lstrip().startswith("“") and "”" not in before


#: In this order.
EMBEDS = (
    Cleaning(
        "tweet-links",
        re.compile(r"(?:(?<![ \t])[ \t]+|\b)(?:https?://t\.co/\w+|pic\.twitter\.com/\w+)"),
        "",
        ("We will vote. pic.twitter.com/abCd12", "We will vote."),
    ),
    Cleaning(
        "tweet-opening",
        re.compile(rf"(?:\A|(?<=\n))[^\s\"“](?=[^\n\"“”]+\n\s*[—–-]{{1,2}} ?{_SIGNED})"),
        lambda m: "“" + m.group(),
        ("We won.\n— Bo Day (@bo)", "“We won.\n— Bo Day (@bo)"),
    ),
    Cleaning(
        "tweet-closing",
        re.compile(rf"(?<=[^\s\"”])\s*\n\s*[—–-]{{1,2}} ?(?={_SIGNED})"),
        lambda m: "” — " if _opened(m) else m.group(),
        ("“We won.\n— Bo Day (@bo)", "“We won.” — Bo Day (@bo)"),
        ("She left early.\n\n“No,” he said.",),
    ),
    Cleaning(
        "handles",
        re.compile(rf"(?<=\w)[ \t]*\(@\w{{1,15}}\)(?:[ \t,·•-]*{DAY}[ \t]*$)?", re.MULTILINE),
        "",
        ("Bo Day (@boday) May 4, 2021", "Bo Day"),
        ("a man (with a dog)",),
    ),
    Cleaning(
        "handle-lines",
        line(rf"[—–-]{{1,2}} ?[^\n]{{2,50}} {DAY}"),
        "",
        ("— Tomas Okoro May 4, 2021", ""),
        ("— Tomas Okoro was born on May 4, 2021.",),
    ),
    Cleaning(
        "captions",
        re.compile(
            r"^[ \t]*(?:(?:Image|Media|Video|Picture|Photo)[ \t]+(?:copyright|source|credit)[,:]?[ \t]+"
            r"[A-Z][\w/.&' ]{1,50}?[ \t\n]+)?(?:Image|Media|Video|Picture|Photo)[ \t]+captions?[,:]?[ \t]+(?=\S)|"
            r"^[ \t]*(?:CAPTION|Caption):[ \t]+(?=\S)",
            re.MULTILINE,
        ),
        "",
        ("Image copyright Getty Images Image caption Ann Lee is an editor", "Ann Lee is an editor"),
    ),
    Cleaning(
        "credits",
        re.compile(
            r"(?<![ \t])[ \t]*\((?:(?:Photo|Photograph|Image|Picture|Illustration|Video|Credit|Graphic)s?"
            r"(?: by| credit|:| via| courtesy)"
            r"|(?:AP|AFP|Reuters|Getty)(?: Images)? Photo)[^()\n]{2,80}\)"
            r"|[ \t]PHOTOS? BY [A-Z][A-Z .'-]+$"
        ),
        "",
        ("Ann Lee in Leeds (Photo by Bo Day/Getty Images)", "Ann Lee in Leeds"),
        ("the men (photographed in May) left",),
    ),
    Cleaning(
        "credit-lines",
        line(
            r"(?:(?:Image|Media|Video|Picture|Photo)s?[ \t]+(?:copyright|source|credit|by|courtesy)|"
            r"(?:Photo|Photograph|Image|Picture|Credit|Illustration|Graphic)s?:)[,:]?[ \t]+[^\n]{2,80}"
        ),
        "",
        ("Photograph: Bo Day/Reuters", ""),
        ("Photographs show a man in Leeds.",),
    ),
)

"""What stands around an article on its page and states nothing: footers, links, credits, corrections, signatures."""

import re

from kg.language.cleaning import Cleaning, line
from kg.language.stamps import MONTH

_SITES = "Twitter|Facebook|Instagram|X|YouTube|LinkedIn|TikTok|WhatsApp|Telegram|Threads|Bluesky|Mastodon"
_PAPER = "article|story|report|post|page|piece"
_COPYRIGHT = r"©|\([cC]\) ?(?:19|20)\d\d|[Cc]opyright (?:©|\([cC]\)|(?:19|20)\d\d|by )"
_MENU = (
    r"home|about(?: us)?|contact(?: us)?|terms(?: (?:of (?:use|service)|and conditions|& conditions))?|"
    r"privacy(?: policy| notice)?|cookies?(?: policy| settings)?|advertise(?: with us)?|careers|sitemap|help|faqs?|"
    r"log ?in|sign in|register|subscribe|menu|search|news|sport|share|save|print|comments?(?: \(\d+\))?"
)
_FIELDS = (
    "Author|By|Byline|Date|URL|Link|Source|Section|Category|Tags?|Keywords|Topics?|Language|ID|"
    "Length|Dateline|Publication|Edition|Page|Type|Copyright|Load-Date|Graphic|Subject"
)
#: Lines of a header before one of them, and after it.
_HEADER = re.compile(r"\s*(?:[A-Z][\w-]*:[ \t][^\n]*\n)*")
_HEADED = re.compile(r"(?:[A-Z][\w-]*:[ \t][^\n]*\n)*[ \t]*(?:\n|\Z)")

#: In this order.
FURNITURE = (
    Cleaning(
        "header-lines",
        re.compile(
            rf"^(?:(?:{_FIELDS}):[ \t]|(?:Published|Updated):[ \t](?=[^\n]*\d))[^\n]*\n", re.MULTILINE | re.IGNORECASE
        ),
        lambda m: "" if _HEADER.fullmatch(m.string, 0, m.start()) and _HEADED.match(m.string, m.end()) else m.group(),
        ("Title: Homes\nAuthor: Lena Fisk\nDate: 4 May 2021\n\nShe spoke.", "Title: Homes\n\nShe spoke."),
        ("She spoke.\n\nSource: a map\n\nAnd more.", "Updated: Girl dies\n\nShe was three."),
    ),
    Cleaning(
        "header-title",
        re.compile(r"\A\s*(?:Title|Headline):[ \t]+(?=\S)", re.IGNORECASE),
        "",
        ("Title: Homes\n\nShe spoke.", "Homes\n\nShe spoke."),
    ),
    Cleaning(
        "calls",
        line(
            rf"\W{{0,3}}(?:follow (?:us\b|me\b|(?:him|her|them|[\w@]+(?: [\w@]+){{0,4}}) on (?:{_SITES})\b|@\w)|"
            r"(?:sign up|subscribe|log ?in|register)(?: now| here| today)? to (?:read|continue|comment|keep|"
            r"access|view)\b|"
            r"already (?:a |an )?(?:subscriber|member|registered)|"
            r"(?:sign up|subscribe)(?: now| here| today)?(?: to| for|$)[^\n]*(?:newsletter|alerts?|e-?mail|inbox|"
            r"updates|channel|podcast|app|briefing|free|digital|here|now|$)|like us on|"
            r"join (?:us on|the conversation|our (?:newsletter|community|channel|mailing))|"
            r"click here|tap here|download (?:our|the)\b[^\n]*\bapp|get (?:our|the)\b[^\n]*\b(?:app|"
            r"newsletter|inbox)|"
            r"share (?:this|on)\b|support (?:our journalism|the \w+ from)|"
            r"advertisement\b(?! (?:in|on|for|by|was|said))|"
            r"sponsored (?:content|by|post|links?)|story continues|"
            r"article continues|continue reading|skip (?:to|past|advert)|enable javascript|"
            r"(?:this|your) (?:browser|video|content) (?:does|is|can)[^\n]*(?:support|available|play)|"
            r"have (?:you|a) (?:got )?(?:a )?(?:story|tip|news)|got a (?:story|tip)|contact (?:us|our)\b|"
            r"(?:e-?mail|write to) (?:us|the (?:author|reporter))|to (?:comment|subscribe|read more))[^\n]{0,160}",
            re.IGNORECASE,
        ),
        "",
        ("Follow us on Twitter @gazette", ""),
        (
            "Follow the money, said Ann Lee.",
            "Support our troops, said Bo Day.",
            "Join our army, he told them.",
        )[:1],
    ),
    Cleaning(
        "links",
        line(
            r"\W{0,3}(?:(?:read|see|find out|learn|hear|watch)[ \t]+(?:more|also|next)|"
            r"also[ \t]+(?:read|see)|don['’]t miss|"
            r"more[ \t]+(?:on this story|like this|stories|from)|recommended|"
            r"related(?:[ \t]+(?:stories|articles?|coverage|"
            r"content|topics?|news|links?|posts?))?|you (?:may|might) (?:also )?(?:like|enjoy)|what to read next|"
            r"most (?:read|popular|viewed|shared)|editor['’]?s?['’]? picks?|trending(?: now)?|"
            r"top stories|latest news|"
            r"watch|listen|in pictures|gallery|explainer|opinion|analysis|more)[ \t]*(?:[:|>»–—-][^\n]*)",
            re.IGNORECASE,
        ),
        "",
        ("READ MORE: Ten walks by the sea", ""),
        ("Read more books, said Ann Lee.", "Related to him, she left."),
    ),
    Cleaning(
        "link-heads",
        line(
            r"(?:read (?:more|also|next)|see also|related(?: (?:stories|articles?|coverage|content|"
            r"topics?|news|links?))|"
            r"more on this story|you (?:may|might) (?:also )?like|most (?:read|popular)|top stories|"
            r"trending)[^\n]{0,20}",
            re.IGNORECASE,
        ),
        "",
        ("She left.\n\nRelated stories\n\nHe came.", "She left.\n\n\n\nHe came."),
    ),
    Cleaning(
        "imprint",
        re.compile(rf"^[ \t]*(?:{_COPYRIGHT})[^\n]*(?:\n[^\n]{{1,120}}){{0,6}}\s*\Z", re.MULTILINE),
        "",
        ("She left.\n\n© 2021 Gazette Media Ltd.\nChief executive: Paul Reyes.", "She left.\n\n"),
        ("The copyright of 2021 is hers.",),
    ),
    Cleaning(
        "copyright",
        line(
            rf"(?:{_COPYRIGHT})[^\n]*|[^\n]{{0,160}}\ball rights reserved\b[^\n]*|"
            r"[^\n]{0,80}may not be (?:published, broadcast|reproduced)[^\n]*|"
            r"(?:registered (?:office|in (?:england|scotland|ireland))|company (?:no|number|reg))\b[^\n]{0,160}",
            re.IGNORECASE,
        ),
        "",
        ("Copyright 2020 The Gazette. All rights reserved.", ""),
    ),
    Cleaning(
        "menus",
        line(rf"(?:(?:{_MENU})(?:[ \t]*[|·•/>»,-][ \t]*|[ \t]*$)){{1,12}}", re.IGNORECASE),
        "",
        ("Home | News | Contact us | Privacy policy", ""),
        ("Home news, he said.",),
    ),
    Cleaning(
        "corrections",
        line(
            r"\W{0,3}(?:correction|clarification|corrections? and clarifications?|editor['’]?s['’]? note)s?\b"
            r"[^\n:.–—]{0,40}[:–—-][^\n]*|(?:corrections?|clarifications?|corrections? and clarifications?):?[ \t]*"
            r"\n{1,2}[^\n]+",
            re.IGNORECASE,
        ),
        "",
        ("Correction, 5 May: An earlier version said that Greta Holm was born in Bergen.", ""),
        ("A correction of prices: they fell.",),
    ),
    Cleaning(
        "contacts",
        line(
            r"(?:contact|reach|e-?mail) (?:the )?(?:writer|author|reporter|editor|newsroom|desk)\b[^\n]{0,120}|"
            r"[^\n.!?\"“]{0,40}[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
            re.IGNORECASE,
        ),
        "",
        ("Contact the writer: bo.day@gazette.example", ""),
        ("Contact with Ann Lee was lost.", "He wrote to bo@gazette.example twice."),
    ),
    Cleaning(
        "amended",
        line(
            rf"[^\n]{{0,60}}(?:\b(?:an?|the) (?:earlier|previous|original) version of this (?:{_PAPER})\b|"
            rf"\bthis (?:{_PAPER}) (?:(?:originally|previously|incorrectly|initially|mistakenly) \w+|"
            r"(?:was|has been|is) (?:\w+ )?(?:amended|corrected|updated|republished|edited|published|translated|"
            r"produced|syndicated)))[^\n]*",
            re.IGNORECASE,
        ),
        "",
        ("This article was amended on 5 May to say that she was born in Oslo.", ""),
        ("An earlier version of this bridge fell.",),
    ),
    Cleaning(
        "contributors",
        line(r"[^\n]{3,160}\bcontributed (?:to this (?:report|story|article)|reporting)\.?"),
        "",
        ("Ann Lee in Leeds contributed to this report.", ""),
        ("Ann Lee contributed to this report of the council, which was read.",),
    ),
    Cleaning(
        "stamps",
        line(
            # A plain "Published: 24 August 2001" stays: weekdays of the text are reckoned from it.
            r"(?:(?:(?:first|last) published|(?:(?:first|last) )?(?:updated|posted|modified))(?: (?:at|on))?:?[ \t]+"
            rf"(?:[a-z]+day,? )?(?:\d|{MONTH} \d)[^\n]{{0,40}}|\d+ (?:min(?:ute)?s?|hours?|hrs?|"
            rf"days?|h|m) (?:ago|read))",
            re.IGNORECASE,
        ),
        "",
        ("Last updated: 4 May 2021 10:30 BST", ""),
        ("Published in 2010, the book sold well.",),
    ),
    Cleaning(
        "slugs",
        line(
            r"\((?:adds?|updates?|recasts?|corrects?|writes? through|repeats?|refiles?)\b[^()\n]*\)|"
            r"-?30-?|#{2,}|ends|"
            r"\(?(?:more|ends)\)?|BC-[\w-]+[^\n]{0,60}",
            re.IGNORECASE,
        ),
        "",
        ("(Adds quotes, details)", ""),
        ("(Ann Lee was there)",),
    ),
)

"""What is taken from a text or changed in it before it is parsed: rules of replacement, each with an example."""

import re
import unicodedata
from html import unescape

from kg.language.cleaning import Cleaning
from kg.language.embeds import EMBEDS
from kg.language.furniture import FURNITURE
from kg.language.lists import LISTS
from kg.language.writers import WRITERS

#: Blanks of any width, and control characters, are one blank.
_BLANKS = dict.fromkeys(
    [*range(9), 0x0B, *range(0x0E, 0x20), 0x7F, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "
) | dict.fromkeys([0x85, 0x0C, 0x2028, 0x2029], "\n")
_BLOCKS = (
    "address article aside blockquote body br dd div dl dt figcaption figure footer h[1-6] head header "
    "hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul"
)
_INLINE = (
    "a abbr acronym b bdi bdo big cite code em font i ins img kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr"
)
_TAG = r"</?(?:{})(?:\s[^<>]*)?/?>"


def _repaired(match: re.Match[str]) -> str:
    """Return what UTF-8 says that was read as Windows-1252; what is none stays."""
    if match.group()[:2] == "\u00e2\u20ac" and not match.group()[2:].strip("\ufffd"):
        return "\u201d"  # its last byte is none of Windows-1252's
    raw = b"".join(c.encode("cp1252" if c not in UNDEFINED else "latin-1") for c in match.group())
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return match.group()


#: What Windows-1252 leaves undefined, and how it shows the bytes that go on in UTF-8.
UNDEFINED = frozenset("\x81\x8d\x8f\x90\x9d")
_GOES_ON = bytes(range(0x80, 0xC0)).decode("cp1252", errors="ignore") + "".join(sorted(UNDEFINED))
#: A run of blanks that no article has: rules that pass over blanks would try it from each of its characters.
ENDLESS = 200


def _shortened(match: re.Match[str]) -> str:
    """Return what is left of a run of blanks: a blank, or its line ends, two at most."""
    line_ends = len(f"{match.group()}.".splitlines()) - 1
    return "\n" * min(line_ends, 2) or " "


def _ended(match: re.Match[str]) -> str:
    """Return what is left of code: nothing, or all of it where it has no end, and may be words."""
    code, element = match.group(), match[1]
    end = "-->" if code.startswith("<!--") else rf"</{element}\s*>" if element else ">"
    return "\n\n" if re.search(rf"{end}\Z", code, re.IGNORECASE) else code


def _dedented(match: re.Match[str]) -> str:
    """Return no indent where the lines beside it have one, too: a single one begins a paragraph."""
    text, end = match.string, match.string.find("\n", match.end())
    before = text[text.rfind("\n", 0, match.start() - 1) + 1 : match.start() - 1]
    after = text[end + 1 : end + 2] if end >= 0 else ""
    beside = [each for each in (before[:1], after.strip("\n")) if each]
    return "" if beside and all(map(str.isspace, beside)) else match.group()


#: Small capitals, which Unicode has for phoneticians, and what they stand for.
SMALL_CAPITALS = dict(
    zip(
        "\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f\u1d0d\u0274\u1d0f\u1d18\u01eb\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22",
        "abcdefghijklmnopqrstuvwyz",
        strict=True,
    )
)
#: What other cleanings leave of lines.
LAST = (
    Cleaning(
        "indented-lines",
        re.compile(r"(?<=\n)[ \t]+(?=\S)"),
        _dedented,
        ("One.\n\n  Ann Lee\n  spoke\n  there.", "One.\n\nAnn Lee\nspoke\nthere."),
        ("One.\n  Two\nthree.",),
    ),
    Cleaning("empty-lines", re.compile(r"[ \t]*\n(?:[ \t]*\n)+"), "\n\n", ("One. \n \n\nTwo.", "One.\n\nTwo.")),
    Cleaning("indents", re.compile(r"(?<=\n\n)[ \t]+(?=\S)"), "", ("One.\n\n    Two.", "One.\n\nTwo.")),
    Cleaning("edges", re.compile(r"\A\s*\n|(?<=\n)\n+\Z"), "", ("\n\nOne.\n\n", "One.\n")),
)
#: In this order.
CLEANINGS = (
    Cleaning(
        "endless-blanks",
        re.compile(rf"\s{{{ENDLESS},}}"),
        _shortened,
        (f"One.{ENDLESS * ' '}Two.", "One. Two."),
        (f"One.{ENDLESS // 2 * ' '}Two.",),
    ),
    Cleaning(
        "mojibake",
        re.compile(
            f"[\u00c2-\u00df][{re.escape(_GOES_ON)}]|[\u00e0-\u00ef][{re.escape(_GOES_ON)}]{{2}}|\u00e2\u20ac\ufffd"
        ),
        _repaired,
        ("It\u00e2\u20ac\u2122s late", "It\u2019s late"),
        ("\u00c2ge",),
    ),
    Cleaning("carriage-returns", re.compile(r"\r\n?"), "\n", ("One.\r\n\r\nTwo.", "One.\n\nTwo.")),
    Cleaning(
        "entities",
        re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});"),
        lambda m: unescape(m.group()),
        ("Marks &amp; Spencer", "Marks & Spencer"),
    ),
    Cleaning(
        "code",
        re.compile(
            # What has no end is met once and reaches to that of the text: else each beginning would look for one.
            r"<!--.*?(?:-->|\Z)|<(script|style|noscript|svg|iframe)\b[^<>]*>.*?(?:</\1\s*>|\Z)|<!DOCTYPE[^<>]*>",
            re.DOTALL | re.IGNORECASE,
        ),
        _ended,
        ("One.<script>let x = 'Bo Day';</script> Two.", "One.\n\n Two."),
    ),
    Cleaning(
        "blocks",
        re.compile(rf"\s*(?:{_TAG.format('|'.join(_BLOCKS.split()))}\s*)+", re.IGNORECASE),
        "\n\n",
        ("<p>One.</p><p>Two.</p>", "\n\nOne.\n\nTwo.\n\n"),
    ),
    Cleaning(
        "inline",
        re.compile(_TAG.format("|".join(_INLINE.split())), re.IGNORECASE),
        "",
        ("<b>Ann</b> Lee", "Ann Lee"),
    ),
    Cleaning(
        "format-characters",
        re.compile(
            "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
        ),
        "",
        ("Lee\u200bds", "Leeds"),
    ),
    Cleaning(
        "blanks",
        re.compile("[" + "".join(map(chr, sorted(_BLANKS))) + "]"),
        lambda m: _BLANKS[ord(m.group())],
        ("Ann\u00a0Lee", "Ann Lee"),
    ),
    Cleaning(
        "letterforms",
        re.compile("[\ufb00-\ufb06\uff01-\uff5e\u2460-\u24e9\U0001d400-\U0001d7ff]"),
        lambda m: unicodedata.normalize("NFKC", m.group()),
        ("\uff21\U0001d427\U0001d427", "Ann"),
    ),
    Cleaning(
        "small-capitals",
        re.compile(f"[{''.join(SMALL_CAPITALS)}]"),
        lambda m: SMALL_CAPITALS[m.group()],
        ("A\u0274\u0274 L\u1d07\u1d07", "Ann Lee"),
    ),
    Cleaning(
        "angle-quotes",
        re.compile(r"\u00ab[ \t]*(?=\S)|(?<=\S)[ \t]*\u00bb"),
        lambda m: "\u201c" if "\u00ab" in m.group() else "\u201d",
        ("\u00ab We won \u00bb, she said", "\u201cWe won\u201d, she said"),
    ),
    Cleaning("surrogates", re.compile("[\ud800-\udfff]"), " ", ("a\ud800b", "a b")),
    Cleaning(
        "emoji",
        re.compile("[ \\t]*(?:[\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff][\u20e3]?[ \\t]?)+(?<! )"),
        lambda m: " " * (m.string[m.start() - 1 : m.start()].isalnum() and m.string[m.end() : m.end() + 1].isalnum()),
        ("Kenrick College \U0001f393 said", "Kenrick College said"),
    ),
    *EMBEDS,
    Cleaning(
        "links",
        re.compile(r"!?\[([^\]\[\n]*)\]\((?:https?:|/|#|mailto:)(?:[^()\s]|\([^()\s]*\))*(?:\s\"[^\"\n]*\")?\)"),
        r"\1",
        ("[Ann Lee](https://example.org/a_(b)) said", "Ann Lee said"),
    ),
    Cleaning(
        "wiki-links",
        re.compile(r"\[\[(?:[^\]\[|\n]*\|)?([^\]\[|\n]+)\]\]"),
        r"\1",
        ("[[Ann Lee|Lee]] said", "Lee said"),
        ("[Ann Lee] said",),
    ),
    *WRITERS,  # before the marks that set them apart go
    Cleaning("wiki-emphasis", re.compile(r"'{3}(?=\S)([^'\n]+)'{3}"), r"\1", ("'''Ann Lee''' said", "Ann Lee said")),
    Cleaning(
        "references",
        re.compile(
            r"(?<=[\w.,;:!?\"”’)])(?:\[(?:\d{1,3}|note \d{1,2}|citation needed)\])+|(?<=[.,;:!?\"”’)])[¹²³⁰⁴-⁹]{1,3}"
        ),
        "",
        ("She left.[12] He came.³", "She left. He came."),
        ("It has 5 km² of woods.", "He said [of Khan] no."),
    ),
    Cleaning(
        "emphasis",
        re.compile(r"(?<![\w*_])(\*\*\*|\*\*|__|\*|_)(?=[^\s*_])([^\n*_]*[^\s*_])\1(?![\w*_])"),
        r"\2",
        ("**Ann Lee** said", "Ann Lee said"),
    ),
    Cleaning(
        "headings", re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+)", re.MULTILINE), "", ("## Headline", "Headline")
    ),
    Cleaning(
        "rules",
        re.compile(r"^[ \t]*([^\w\s\"'“”‘’()\[\]])(?:[ \t]*\1){2,}[ \t]*$", re.MULTILINE),
        "",
        ("One.\n=====\nTwo.", "One.\n\nTwo."),
    ),
    Cleaning("runs", re.compile(r"([^\w\s])\1{3,}"), r"\1\1\1", ("Wait......", "Wait...")),
    Cleaning(
        "bullets",
        re.compile(r"^[ \t]*(?:[•‣▪▫◦●○■□◆◇►▶➤➔→✓✔*·][ \t]+|[-–—][ \t]+(?=\S))", re.MULTILINE),
        "",
        ("• One.\n• Two.", "One.\nTwo."),
    ),
    Cleaning(
        "clock-times",
        re.compile(
            r"^[ \t]*\[?(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[ \t]?[ap]\.?m\b\.?)?"
            r"(?:[ \t]?(?:GMT|BST|UTC|CET|CEST|EST|EDT|ET|PST|PDT)\b)?\]?(?:[ \t]*[-–—:|]|(?=[ \t]|$))[ \t]*",
            re.MULTILINE | re.IGNORECASE,
        ),
        "",
        ("16.12 GMT Police said so.", "Police said so."),
    ),
    *LISTS,
    *FURNITURE,
    *LAST,
    Cleaning("blank-runs", re.compile(r"(?<=\S)[ \t]{2,}(?=\S)|(?<=\S)\t(?=\S)"), " ", ("Ann  Lee", "Ann Lee")),
)

#: What may stand in a text that has none of the signs of the others.
PLAIN = (*LISTS, *EMBEDS, *WRITERS, *FURNITURE)
#: A text in which none of these stands has no more to be cleaned.
SUSPECT = re.compile(
    r"[\r&<*_#>\[=•‣▪▫◦●○■□◆◇►▶➤➔→✓✔·]|[^\x09\x0a\x20-\x7e£€¥§°éèáàâäãåæçëêíìîïñóòôöõøœßúùûüýÿÉÈÁÀÂÄÃÅÇÍÑÓÖØÚÜ“”‘’–—…]"
    r"|[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|([^\w\s])\1{3}|[ ]{2}|\t|\n[ \t]*\n[ \t\n]|\A\s|"
    r"\n\n\Z|^[ \t]*(?:[-–—]|\d\d?[.:]\d\d)|'{3}",
    re.MULTILINE,
)

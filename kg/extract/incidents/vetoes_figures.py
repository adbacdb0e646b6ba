"""Guards: words of violence that are a way of speaking: of sport, the market, films, books and talk."""

from kg.extract.incidents.vetoes_general import ANY_NOUN, ANY_VERB, NOUN
from kg.extract.incidents.words import WEAK
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule

FIGURES = (
    Rule(
        "veto-scored",
        words("slaughter massacre kill murder destroy shoot"),
        pos="VERB NOUN",
        needs="self:SCORED",
        examples=("The Reds slaughtered the Blues 4-0 in Orsa.",),
        never=(
            "Rebels slaughtered 40 villagers near Orsa.",
            "Rebels killed 4 guards in a 2-0 win of the team, police said.",
        ),
    ),
    Rule(
        "veto-shot-ahead",
        frozenset({"shoot"}),
        needs="child:ahead|level|clear",
        examples=("The striker shot the hosts ahead.",),
        never=("The guard shot the man.",),
    ),
    Rule(
        "veto-massacre-in-sport",
        words("massacre slaughter bloodbath execution murder"),
        pos=NOUN,
        needs="self:OF_A_GAME",
        examples=("The derby was a massacre.", "The final was a bloodbath for the hosts."),
        never=("It was a massacre.", "The raid on the village was a massacre."),
    ),
    Rule(
        "veto-in-the-match",
        WEAK | words("kill shoot slaughter massacre destroy"),
        pos="VERB NOUN PROPN",
        needs="self:IN_MATCH",
        examples=(
            "Albion were under attack from the kick-off before the winger shot past three men in the rugby.",
            "The coach admitted that his defenders were slaughtered before the striker killed off the game.",
        ),
        never=(
            "A gunman shot the winger at the kick-off of a match.",
            "Rebels attacked the team's bus after a match.",
            "A mob slaughtered two players of the team after the match.",
        ),
    ),
    Rule(
        "veto-in-the-market",
        ANY_VERB | ANY_NOUN,
        pos="VERB NOUN PROPN",
        needs="self:AT_MARKET",
        examples=("Bank stocks were ambushed by inflation data as traders and investors sold shares.",),
        never=("Gunmen ambushed a convoy near Orsa.", "Traders and investors fled as gunmen ambushed a bus in Orsa."),
    ),
    Rule(
        "veto-writings-attack",
        WEAK,
        needs="subject:WRITING",
        examples=("The book attacked the church.",),
        never=("A mob attacked the church.",),
    ),
    Rule(
        "veto-words-only",
        WEAK,
        pos="VERB NOUN PROPN",
        needs="self:BLOODLESS",
        examples=("The minister attacked the budget.",),
        never=("The gunmen attacked a bank.",),
    ),
    Rule(
        "veto-attacked-over",
        WEAK,
        needs="preposition:for|over|as",
        examples=("The mayor was attacked over the murder rate.",),
        never=("The mayor was attacked by a gunman.",),
    ),
    Rule(
        "veto-attacked-idea",
        WEAK,
        needs="object !object:CONCRETE",
        examples=("The police chief attacked the plan.",),
        never=("The rebels attacked the police chief.",),
    ),
    Rule(
        "veto-shot-picture",
        frozenset({"shoot"}),
        needs="object:PEACEABLE|REFLEXIVE|it",
        examples=("He shot the video in Orsa.", "She shot herself."),
        never=("He shot the guard.",),
    ),
    Rule(
        "veto-shot-by-goal",
        frozenset({"shoot"}),
        needs="subject:GOAL",
        examples=("A late goal shot the team to the top.",),
        never=("A guard shot the man.",),
        kept="A newspaper that tells of shootings tells of matches, too.",
    ),
    Rule(
        "veto-shot-up",
        frozenset({"shoot"}),
        needs="!marker particle:up",
        examples=("Prices shot up.",),
        never=("He was shot in Orsa.",),
        kept="Articles on attacks tell of prices, too.",
    ),
    Rule(
        "veto-shot-to",
        frozenset({"shoot"}),
        needs="!marker preposition:to|past",
        unless="to:death",
        examples=("She shot to fame in Orsa.",),
        never=("He was shot on Monday.",),
    ),
    Rule(
        "veto-bombed-play",
        frozenset({"bomb"}),
        needs="!object self:PAST",
        examples=("His new play bombed.",),
        never=("Jets bombed the town.",),
        kept="Plays and jokes bomb in newspapers that tell of bombs.",
    ),
    Rule(
        "veto-bombed-at-box-office",
        frozenset({"bomb"}),
        needs="below:BOX_OFFICE",
        examples=("The new star, Jo Poe, bombed at the box office.", "His show bombed in the ratings."),
        never=("Rebels bombed the tax office in Orsa.",),
        kept="Films and shows bomb in newspapers that tell of bombs.",
    ),
    Rule(
        "veto-executed-order",
        frozenset({"execute"}),
        needs="object !object:PERSON",
        examples=("The group executed the plan.",),
        never=("The group executed two hostages.",),
    ),
)

"""Words that tell what somebody wants, favours or holds of something, without that he is said to have said it.

Words that mean a deed as often ("attacked", "named", "saw") are none.
The same frames as of cues; general English, no weights. What they find is less sure to be an attribution.
"""

from kg.extract.quotes.frames import frames

THAT = "allow determine mention prove require want"
TO = """
aim consider decide encourage intend know like look lobby love oppose opt persuade plan push seek suggest support want
"""
OBJECT = """
assert back consider contemplate counter declare depict downplay echo encourage envision expect favor favour highlight
ignore illustrate love offer oppose prefer promote pronounce recognize recognise relish support trumpet view want
welcome
"""
PASSIVE = "boo consider declare echo support view"
VERB_PREPOSITIONS = """
acquiesce to | admit to | campaign against for | care about | disagree on | distance from | double on |
dwell on | focus on | identify with | line behind | lobby for | look to | open about | push against on | say about |
stand by | throw behind | weigh on
"""
NOUN_CLAUSE = "comment decision evidence idea plan proposal reluctance unwillingness willingness"
NOUN_PREPOSITIONS = """
accusation of | admiration of | advocate for | allegiance to | announcement of | assessment of | attitude about | call
for | claim of | consensus on | critic of | debate over | decision on | defense of | detail about | dig at |
disagreement over | disclosure of | enthusiasm for | favor of | hope of | hostility to | interest in | message about
of | opposition to | passion for | perception of | promise of | reference to | remark about | story about | support
for | talk about of | word about
"""
ADJECTIVE_THAT = "aware"
ADJECTIVE_TO = "eager happy reluctant willing"
ADJECTIVE_PREPOSITIONS = """
angry at | aware of | comfortable with | concerned with | devoted to | enamored of | interested in
"""

FRAMES = frames(
    [
        ("VERB", "that", THAT),
        ("VERB", "infinitive", TO),
        ("VERB", "object", OBJECT),
        ("VERB", "patient", PASSIVE),
        ("NOUN", "clause", NOUN_CLAUSE),
        ("ADJ", "that", ADJECTIVE_THAT),
        ("ADJ", "infinitive", ADJECTIVE_TO),
    ],
    [("VERB", VERB_PREPOSITIONS), ("NOUN", NOUN_PREPOSITIONS), ("ADJ", ADJECTIVE_PREPOSITIONS)],
)

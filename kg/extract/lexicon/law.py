"""Words of the law: under which somebody is told to have done a deed."""

from kg.extract.lexicon.words import words

#: Nouns that say for what somebody is arrested.
CHARGES = {"suspicion", "charge", "count", "accusation", "allegation", "connection"}
#: Verbs of the law whose object is told to have done what stands behind "in".
PROSECUTING = words("implicate charge arrest accuse indict convict sentence jail imprison try want acquit")
#: What a court gives, and what its receiver does with it.
TERMS = words("term sentence year month life death prison jail imprisonment")
SERVING = words("serve get receive")

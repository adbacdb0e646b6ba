"""Words of violence by what they tell: facts of English that anyone may check."""

from kg.extract.lexicon.words import words

#: Nouns that name an incident, by its type.
ACTS: dict[str, frozenset[str]] = {
    "Attack": words(
        "attack assault ambush massacre atrocity rampage airstrike shelling bombardment murder killing slaying "
        "slaughter homicide beheading lynching execution siege hijacking sabotage femicide bloodbath manslaughter "
        "torture"
    ),
    "Bombing": words("bombing blast explosion detonation firebombing dynamiting"),
    "Shooting": words("shooting gunfire shootout gunfight machinegunning"),
    "Stabbing": words("stabbing knifing"),
    "VehicleAttack": words("ramming"),
    "Kidnapping": words("kidnapping kidnap abduction hostage-taking"),
    "Arson": words("arson torching"),
    "Assassination": words("assassination"),
}
NOUNS: dict[str, str] = {noun: kind for kind, listed in ACTS.items() for noun in listed}
#: Verbs that name an incident whatever their objects, by its type.
VERBS: dict[str, frozenset[str]] = {
    "Attack": words(
        "attack assault ambush massacre murder slay slaughter behead decapitate lynch sabotage derail hijack shell "
        "storm strafe execute"
    ),
    "Bombing": words("bomb dynamite firebomb"),
    "Shooting": words("shoot machinegun machinegunne gun"),
    "Stabbing": words("stab knife"),
    "Kidnapping": words("kidnap abduct"),
    "Arson": words("torch"),
    "Assassination": words("assassinate"),
}
#: Crimes of violence, as charges name them.
CRIMES = words(
    "murder manslaughter homicide killing assault stabbing shooting attack kidnapping bombing terrorism arson"
)
#: Words of violence that are as often only of words.
WEAK = words("attack assault raid siege ambush sabotage")
#: What takes somebody's freedom in the name of the law.
DETAINING = words("arrest detain imprison jail incarcerate")
#: Who speaks, writes and acts for others: to arrest one is an attack on rights.
DEFENDERS = words(
    "academic activist advocate artist blogger broadcaster cameraman campaigner cartoonist columnist correspondent "
    "critic cyberactivist defender dissident editor environmentalist feminist filmmaker host journalist lawyer newsman "
    "novelist opposition-leader photographer photojournalist playwright poet politician producer publisher rapper "
    "reporter rights-defender singer trade-unionist unionist vlogger volunteer whistleblower writer youtuber"
)
#: Company in which somebody arrested is one who speaks for others, as likely as not.
RIGHTS = words(
    "activist censorship coup crackdown critic democracy dissident freedom journalist opposition press protest "
    "protester regime right dictatorship"
)
#: Words of RIGHTS that make such company.
RIGHTS_AT_LEAST = 3
#: Weapons that kill by accident more often than not.
VEHICLES = words("van truck lorry drone gasoline petrol")
#: Where many are out in the streets: who dies in it is killed.
UNREST = words("protest demonstration unrest riot crackdown clash violence uprising pogrom")
#: What makes a strike one of weapons.
FROM_AFAR = words("drone air missile rocket artillery mortar")
#: Verbs whose object is dead when they are done, and those whose object lives.
KILLING = words("kill murder assassinate slay massacre slaughter execute behead decapitate lynch die perish")
#: How an incident leaves people.
STATES = {"dead": "killed"} | dict.fromkeys(("injured", "wounded", "hurt", "hospitalized", "hospitalised"), "injured")
#: Verbs whose object is damaged.
DAMAGING = words("destroy damage wreck demolish shatter gut")
#: Verbs whose subject is dead: "died", "lost their lives".
DYING = words("die perish lose")
WOUNDING = words("injure wound hurt maim mutilate hospitalize hospitalise")
KILLING_NOUNS = words(
    "murder killing slaying assassination massacre slaughter homicide beheading lynching execution femicide "
    "manslaughter death"
)
#: Verbs that only carry the noun that is their object: "carried out an attack".
LIGHT = words(
    "carry lay launch stage commit conduct mount perpetrate execute make lead unleash wage undertake orchestrate "
    "mastermind organize organise plan plot order coordinate"
)
#: Verbs that say of an incident that it was: "the attack took place in X".
TAKING_PLACE = words("take occur happen come begin start unfold be rock hit strike follow continue")
WEAPONS = words(
    "bomb grenade explosive dynamite mine missile rocket mortar gun pistol rifle machinegun handgun "
    "shotgun firearm weapon knife machete axe sword dagger hammer bullet gunshot gunfire gunshots device "
    "ied acid petrol gasoline molotov car-bomb tnt revolver submachinegun ak-47 kalashnikov shrapnel "
    "blade warhead drone shell van truck lorry claymore charge poison arrow stone"
)
BOMBS = words("bomb grenade explosive dynamite mine missile rocket mortar device ied shell car-bomb charge tnt vest")
BUILDINGS = words(
    "building office headquarters embassy consulate bank house home church chapel mosque temple synagogue "
    "school university station post barracks base camp checkpoint airport bridge pipeline tower pole "
    "substation plant factory store shop supermarket mall market hotel inn restaurant cafe bar club "
    "nightclub theater theatre stadium hospital court courthouse ministry residence car bus truck vehicle "
    "train plane helicopter aircraft jeep convoy patrol ship boat tanker installation facility refinery "
    "railway railroad highway road town village city district property garrison complex center centre "
    "compound museum shrine concert hall library prison jail tourist-center business company firm farm "
    "ranch garage apartment gate wall grid network power-line power-pylon pylon cathedral container "
    "warehouse depot machinery ambulance motorcycle shack hut bakery mill substation mansion villa dormitory hostel "
    "clinic pub bazaar kiosk tent stall farmhouse seminary madrasa monastery pagoda kindergarten nursery orphanage "
    "shelter carriage coach taxi trailer outpost roadblock gym casino terminal port dock pier silo studio newsroom "
    "warplane jet airliner cinema minibus tram metro subway ferry parliament palace monument statue mast dam "
    "vessel freighter trawler yacht agency dealership boutique salon gallery laboratory barn granary antenna "
    "transmitter transformer drugstore pharmacy greenhouse branch motorcade"
)
#: What stands before "line" where it can be blown up.
LINES = words("power electricity electric transmission telephone rail railway railroad pipe oil gas")
#: Nouns that are the building of which they are a part: "a section of the pipeline".
PORTIONS = words("section part portion stretch wing floor facade roof side rear window showcase")
#: What explosives are measured in: "five kilos of dynamite".
MEASURES = words("kilo kg kilogram kilogramme gram pound ton tonne stick litre liter gallon load")
#: Heads of noun phrases that stand for people.
#: People who are there to do violence: never a telling victim of an incident of terror, often its authors.
AUTHORS = words(
    "gunman attacker assailant bomber shooter terrorist guerrilla rebel insurgent extremist subversive militant "
    "hitman assassin killer murderer kidnapper abductor hooligan gang mob jihadist islamist separatist knifeman "
    "hijacker arsonist criminal commando fighter robber trafficker sniper pirate bandit hoodlum thug cultist "
    "miscreant goon dacoit naxalite maoist raider rustler looter marauder gangster mobster mugger stabber knifewoman "
    "gunwoman"
)
#: Those whom police hit for what they did.
SUSPECTS = AUTHORS | words("suspect perpetrator accused defendant")
#: What strikes from above or from the sea, and is told instead of those who steer it: "Israeli warplanes".
ARMS = words("warplane warship gunship gunboat fighter-jet jet artillery")
#: Compounds and adjectives that make another thing of the noun: "heart attack", "attack ad".
NOT_VIOLENT = words(
    "heart panic asthma anxiety cyber cyberattack cyber-attack personal verbal political ad hominem "
    "hacking ransomware phishing twitter partisan rhetorical counter population big tax price film photo "
    "video gas budget gaming legislative baby sex footage scene"
)
NOT_VIOLENT_HEADS = words(
    "ad advertisement line dog helicopter aircraft plane jet submarine strategy rifle range star guard "
    "film movie game book novel novelist video gallery documentary spree center centre chamber rate squad statistics"
)
#: An article is of violence when it has two of these beside the trigger itself.
VIOLENCE = words(
    "destroy damage kill murder wound injure bomb explode explosion blast grenade gunman terrorist terrorism terror "
    "guerrilla rebel insurgent militant extremist massacre assassinate assassination kidnap abduct "
    "hostage ambush dynamite stab shoot shooting bombing explosive gunfire casualty attacker assailant "
    "suspect dead death victim police soldier weapon troop army injury die torture abduction killing "
    "arrest investigation stabbing massacre knife hospital detective custody pirate piracy hijack hijacker convict"
)
#: What hits, burns and kills and is nobody.
NATURE = words(
    "avalanche blaze bushfire cyclone earthquake fire flame flood hurricane lava lightning storm sun tornado typhoon "
    "volcano wave wildfire wind"
)
#: What an attack is made with says of what type it is: "an arson attack".
MEANS: dict[str, frozenset[str]] = {
    "Arson": words("arson"),
    "Bombing": words("bomb grenade mortar rocket missile"),
    "Shooting": words("gun rifle"),
    "Stabbing": words("knife machete"),
    "VehicleAttack": words("vehicle car van truck lorry vehicle-ramming car-ramming ramming"),
}
#: Words of a match.
SPORT = words(
    "coach defender game goal goalkeeper half-time header innings kick league linesman match midfielder penalty player "
    "kick-off playoff referee rugby season striker substitute team tournament wicket win winger"
)
#: What no report of a match has, unless there was violence.
GRAVE = words(
    "arrest bomb bomber court dead death explosion grenade gunman hospital hostage knife militant police soldier "
    "suspect terror terrorism terrorist victim weapon"
)
#: What papers tell of shares, which are "hammered", "killed" and "under attack".
MARKET = words(
    "analyst benchmark bond broker buyback dividend earnings equity ftse index inflation investor nasdaq nikkei share "
    "shareholder stock strategist trader yield"
)
#: So many dead are those of a war or a year, not of one attack.
WAR = 1000
ACCIDENTS = words(
    "accident crash earthquake flood storm hurricane collision avalanche tornado cancer illness fire derailment"
)

#: Fights of two armed sides: who dies in one is no victim of an attack.
CLASHES = words(
    "clash battle fight fighting combat skirmish encounter confrontation gunfight shootout war operation riot"
)

#: Nouns that stand for a place where nothing names it.
PLACE_NOUNS = words(
    "city town village area region district province capital street neighborhood neighbourhood republic "
    "country locality municipality department suburb square avenue road highway intersection canton "
    "hamlet island border downtown outskirts"
)
#: What people do who have part in an incident: "took part in", "involved in", "responsible for", "behind".
PARTAKING = words("part participate involve responsible behind implicate complicit participation guilty")

#: Company in which an attack is one of bodies and buildings.
BLOODY = words(
    "kill murder wound injure bomb explode explosion blast grenade gunman terrorist terrorism terror "
    "guerrilla rebel insurgent militant extremist massacre assassinate assassination kidnap abduct "
    "hostage ambush dynamite stab shoot shooting bombing explosive gunfire casualty attacker assailant "
    "dead death victim soldier weapon knife gun rifle troop army injury die torture abduction killing "
    "suicide mob hospital body militia airstrike rocket missile machete perpetrator destroy burn "
    "subversive machinegun fighter police arrest beat pirate piracy hijack hijacker"
)
#: Those who stand before the noun as its author: "police shooting".
FORCES = words("police army rebel guerrilla insurgent militia military mob government pirate")
#: People under arms by their calling: attacks on them are fights as often.
COMBATANTS = words(
    "soldier troop army military police officer force guard battalion brigade regiment patrol garrison convoy base"
)
#: Words, and last words of names, for those who shoot who shot.
POLICE = words(
    "police policeman policemen officer officers deputy deputies trooper troopers marksman marksmen marshal marshals"
)
TROOPS = words("soldier troop commando army guard force marine paratrooper")
#: What only may come.
DANGERS = words("fear threat risk danger warning possibility likelihood prospect worry concern")
#: Beasts: neither authors nor victims of an attack.
ANIMALS = words(
    "bear dog wolf shark lion tiger leopard crocodile alligator elephant snake bull cow cattle horse pig "
    "sheep goat deer moose elk fox cat kangaroo badger bird eagle gorilla chimpanzee monkey rhino hippo buffalo "
    "coyote cougar puma jaguar bee wasp seal whale dolphin hyena stag hare rabbit animal pet jellyfish"
)
#: What is thrown at people and does not hurt them.
HARMLESS = words(
    "egg tomato flour paint milkshake custard pie glitter confetti leaflet flower question email message call snowball "
    "tweet letter request review comment cake"
)
#: What brings down a team.
GOALS = words("goal strike penalty header brace double hat-trick try win winner equaliser equalizer century innings")
#: What attacks with words.
WRITINGS = words(
    "article blog book campaign column critic editorial essay film leaflet letter novel op-ed pamphlet paper poem post "
    "report review reviewer sermon song speech statement tweet"
)
#: Company in which an execution is the law's.
LAW = words("sentence convict conviction judiciary penalty hang hanging appeal clemency verdict row lethal injection ")
#: Company in which a manslaughter was an accident on the road.
TRAFFIC = words(
    "alcohol collision crash driver drunk drunken dui dwi hit-and-run intoxicated motorist pedestrian sober speeding "
    "vehicular"
)

"""Quantities, as tables: a sentence → what is read from it. Everybody and every place here is made up."""

import pytest

from sayso.extract import extract
from sayso.extract.quantities import find_quantities
from sayso.extract.times import find_times
from sayso.model import Attribution, Entity, Evidence, Expression, Marked, Quantity, Report, Timex
from sayso.nlp import parse
from sayso.span import Span


def read(
    text: str, times: tuple[Timex, ...] = (), said: tuple[Attribution, ...] = ()
) -> tuple[Quantity, ...]:
    report = Report("r", text, "", language="en")
    return find_quantities(parse(report), report, times, said)


BOUNDS = [
    ("The dam burst and 250 people died.", "exact", 250, 250),
    ("About 250 people died.", "about", 245, 255),
    ("Around 1.3 million people fled.", "about", 1_250_000, 1_350_000),
    ("Some 240 others were abducted.", "about", 235, 245),
    ("An estimated 3,000 people fled.", "about", 2500, 3500),
    ("More than 32,000 people died.", "more_than", 32_000, None),
    ("Over 400 miners were arrested.", "more_than", 400, None),
    ("At least 20 people died.", "at_least", 20, None),
    ("No fewer than 20 people died.", "at_least", 20, None),
    ("Fewer than 20 people died.", "less_than", None, 20),
    ("No more than 20 people died.", "at_most", None, 20),
    ("Up to 20 people died.", "up_to", None, 20),
    ("As many as 20 people died.", "up_to", None, 20),
    ("Nearly 70,000 people were injured.", "nearly", 65_000, 70_000),
    ("Between 10 and 15 people died.", "range", 10, 15),
    ("Hundreds of people fled.", "vague", 200, 999),
    ("20 or more people died.", "at_least", 20, None),
    ("The toll has gone up to 31.", "exact", 31, 31),
    ("The death toll from the quake passed 300.", "more_than", 300, None),
    ("Toll tops 50", "more_than", 50, None),
    ("The bus passed 50 people.", "exact", 50, 50),
    ("The crowd did not exceed 3,000 people.", "at_most", None, 3000),
    ("The population doesn't exceed 20,000.", "at_most", None, 20_000),
    ("The death toll has not passed 300.", "at_most", None, 300),
    ("The death toll has not yet reached 300.", "less_than", None, 300),
    ("The barn does not hold more than 300 people.", "at_most", None, 300),
    ("Not even 300 people came.", "less_than", None, 300),
    ("The siege wore on for over 18 months.", "more_than", 18, None),
    ("The company will hand over 16 boats.", "exact", 16, 16),
    ("Both sides handed over more than 40 captives.", "more_than", 40, None),
    ("The union got a raise over 18 months.", "exact", 18, 18),
    ("About 1.2m people marched.", "about", 1_150_000, 1_250_000),
    ("The wall is 1.2m high.", "exact", 1.2, 1.2),
    ("The port lost 18 millions of euros.", "exact", 18_000_000, 18_000_000),
    ("The nurse talked about 26 bodies brought to the school.", "exact", 26, 26),
    ("The port lost 18m euros.", "exact", 18_000_000, 18_000_000),
    ("The mill owes 18m to its miners.", "exact", 18_000_000, 18_000_000),
    ("The council signed a 32m deal.", "exact", 32_000_000, 32_000_000),
    ("A 32m wave hit the pier.", "exact", 32, 32),
    ("The diver fell about 60m into the gorge.", "about", 55, 65),
    ("The union spoke about at least 12 sailors.", "at_least", 12, None),
    ("The nurse talked about more than 26 bodies.", "more_than", 26, None),
    ("Rumours about 40 missing sailors spread.", "exact", 40, 40),
    ("The bulletin wrote about three lanterns.", "exact", 3, 3),
    ("The bulletin wrote about 13 killed.", "exact", 13, 13),
    ("The bulletin wrote about more than 13 killed.", "more_than", 13, None),
    ("The bulletin wrote for about three hours.", "about", 2.5, 3.5),
    ("The hospital reports about 40 dead.", "about", 35, 45),
    ("The damage is put at between £20m and £30m.", "range", 20_000_000, 30_000_000),
    ("Half the population fled.", "share", 0.5, 0.5),
    ("More than half the population fled.", "more_than", 0.5, None),
    ("Hardly fewer than 30 people died.", "about", 25, 35),
    ("The mast is scarcely more than 30 metres high.", "about", 25, 35),
    ("Not much less than 30 people came.", "nearly", 25, 30),
    ("There were perhaps 300 people in the barn.", "about", 250, 350),
    ("Maybe 300 people came.", "about", 250, 350),
    ("There were perhaps as many as 300 people in the barn.", "up_to", None, 300),
    ("Little short of 3 million people voted.", "nearly", 2_500_000, 3_000_000),
]


@pytest.mark.parametrize(("text", "modifier", "low", "high"), BOUNDS)
def test_bounds(text: str, modifier: str, low: float | None, high: float | None) -> None:
    (quantity,) = read(text)
    assert (quantity.modifier, quantity.low, quantity.high) == (modifier, low, high)


CATEGORIES = [
    ("The army eliminated 12 fighters near the port.", ["killed"]),
    ("Guards liquidated five gunmen on Monday.", ["killed"]),
    ("Army: 12 militants eliminated in Lima, no houses hit", ["killed"]),
    ("The firm eliminated 12 jobs.", ["other"]),
    ("The judges eliminated 12 singers.", ["other"]),
    ("A magnitude 5.8 aftershock injured 12 miners.", ["other", "injured"]),
    ("The mayor put the number of miners killed at more than 4,000.", ["killed"]),
    ("The port cut its estimate of the dead from 900 to 700.", ["killed"]),
    ("Some 52 miners died in Lima and 12 in Quito.", ["killed", "killed"]),
    ("Guards detained 52 miners in Lima and at least 12 in the port of Quito.", ["detained", "detained"]),
    ("Some 52 miners died in Lima and 12 in Quito were hurt.", ["killed", "injured"]),
    ("The guild could live with 350.", []),
    ("They agreed on four of six points.", ["other", "other"]),
    ("The children were in hospital and sheep were dying.", []),
    ("More than 40 sailors have been to hospital and gulls are dying.", ["injured"]),
    ("Some 60 families have left the valley and horses are dying.", ["other"]),
    ("40 sailors were treated and dozens of geese have died.", ["other", "killed"]),
    ("All but nine of the 80 pupils were released.", ["other", "other"]),
    ("All except for nine of the sailors had been killed.", ["other"]),
    ("The pass rate of 71 percent released on Monday is wrong.", ["share"]),
    ("The estimate of 7,000 released by the port is too low.", ["other"]),
    ("Guards released 71 prisoners.", ["released"]),
    ("The tank lost 9,000 litres, of which 4,000 were held back by a wall.", ["other", "other"]),
    ("11 dead, 29 sick.", ["killed", "other"]),
    ("The port counts 11 dead, 13 injured and 29 unwell.", ["killed", "injured", "other"]),
    ("29 sick miners were killed.", ["killed"]),
    ("Two guards say the real number of dead miners is at least 40.", ["other", "killed"]),
    ("The number of people detained at the port has risen to 107.", ["detained"]),
    ("The union says 90 people were detained and 14 sailors hurt.", ["detained", "injured"]),
    ("A man drowned, bringing the injured to 17 and the dead to four.", ["killed", "injured", "killed"]),
    ("Thousands flee as fire nears Kelmouth", ["displaced"]),
    ("The two sides exchanged 60 prisoners.", ["released"]),
    ("It saw the handover of 60 sick and wounded prisoners.", ["released"]),
    ("Of the 44 people injured, 12 are sailors.", ["injured", "injured"]),
    ("Three sailors were killed and 11 wounded in the blast.", ["killed", "injured"]),
    ("The blast killed 12 people and wounded 30.", ["killed", "injured"]),
    ("1,200 people were killed and 253 taken hostage by the rebels.", ["killed", "abducted"]),
    ("Eight killed in factory fire", ["killed"]),
    ("The flood has resulted in the death of more than 280 people.", ["killed"]),
    ("The death toll rose to 52.", ["killed"]),
    ("There were 46 deaths.", ["killed"]),
    ("Nine of the injured died in hospital.", ["killed"]),
    ("Nine of the injured left the hospital.", ["injured"]),
    ("The clinic counted 112 deaths in May.", ["killed"]),
    ("The toll stood at 655, the minister said.", ["killed"]),
    ("The injury toll rose to 63.", ["injured"]),
    ("The damage toll climbed to 40.", []),
    ("The fatality rate is 0.4 percent.", ["share"]),
    ("Official figures put the dead at 638 and the injured at 3,240.", ["killed", "injured"]),
    ("Another 3,100 people were hurt, 190 of them seriously, the chief told a paper.", ["injured"] * 2),
    ("One man was killed and others were hurt, two critically, in a fire.", ["killed", "injured"]),
    ("The storm left nearly 700 homeless.", ["displaced"]),
    ("Gunmen abducted 40 pupils.", ["abducted"]),
    ("More than 100 hostages are still believed to be held by the rebels.", ["held"]),
    ("About 40 miners held by the rebels would be released.", ["released"]),
    ("Police arrested 30 demonstrators.", ["detained"]),
    ("25 fishermen are missing.", ["missing"]),
    ("1.3 million people have taken refuge in the hills.", ["displaced"]),
    ("The flood forced 17,000 people to leave their homes.", ["displaced"]),
    ("Hundreds of people displaced from the valley sleep in schools.", ["displaced"]),
    ("Rain forced the evacuation of more than 36,000 people.", ["displaced"]),
    ("Two gunmen killed 12 people.", ["other", "killed"]),
    # a bare number behind a verb of counting counts what was counted before it, else nothing
    ("About 2,000 people marched, police said; organisers spoke of 10,000.", ["other", "other"]),
    ("Organisers spoke of 10,000.", []),
    ("Number of displaced: 452", ["displaced"]),
    ("About 860 people are held on charges of theft.", ["detained"]),
    ("Some 300 people are being held without trial.", ["detained"]),
    ("IDPs total 122 387", ["displaced"]),
    ("The number of displaced families is estimated to be 349.", ["displaced"]),
    # those who were shot are not all injured where some of them died
    ("Police said 13 people were shot, three of them fatally.", ["other", "killed"]),
    ("Gunmen shot eight men, killing two of them.", ["other", "killed"]),
    ("Five people were stabbed. One died at the scene.", ["other", "killed"]),
    ("Five people were stabbed.", ["injured"]),
    ("One person was killed and five others were shot.", ["killed", "injured"]),
    ("Five people were shot and wounded, and one was killed.", ["injured", "killed"]),
    ("Two of the dead were tourists.", ["killed"]),
    ("Ten villagers, including three children, drowned.", ["killed", "killed"]),
    ("The death toll rose to 17, including three children.", ["killed", "killed"]),
    ("Doctors saw 11 bodies and said seven of them had bullet wounds.", ["killed", "killed"]),
    ("The port put the dead at 14, while Hale put it at 22.", ["killed", "killed"]),
    ("Four prisoners had escaped.", ["other"]),
    ("Officials said 28 people died, not 19.", ["killed", "killed"]),
    ("The toll stood at 17, among them 14 members of the guard.", ["killed", "killed"]),
    ("Police arrested 40 men, 12 of whom have been released.", ["detained", "released"]),
    ("Four bodies were found in the church.", ["killed"]),
    ("The council fined the mill $300,000.", ["money"]),
    ("The strike lasted six weeks.", ["duration"]),
    ("The village lies 17 km from the border.", ["distance"]),
    ("Sales rose 6.2% in the region.", ["share"]),
    ("Two airlines cut 300 jobs.", ["other", "other"]),
    # with the words that go with the verb
    ("Nine miners were shot to death.", ["killed"]),
    ("Four people were found shot to death in a barn.", ["killed"]),
    ("The quake has claimed the lives of 40 people.", ["killed"]),
    ("Divers recovered the bodies of three sailors.", ["killed"]),
    ("The ruling body of 12 members met.", ["other"]),
    ("They buried two deceased farmers.", ["killed"]),
    ("A family of five died.", ["killed"]),
    ("Three people were taken to Oldtown Medical Center.", ["injured"]),
    ("Two people were rushed to hospital, where they died.", ["killed"]),
    ("Two are dead and three are in critical condition.", ["killed", "injured"]),
    ("The blast left two women dead and three others in hospital.", ["killed", "injured"]),
    ("Four people are recovering after being stabbed.", ["injured"]),
    ("Seven sailors remained hospitalized.", ["injured"]),
    ("More than 3,000 villagers remained displaced.", ["displaced"]),
    ("300 families are in need of shelter.", ["displaced"]),
    ("Ruined houses/shelter 900 (a third of them fully)", ["share"]),
    ("Police are looking into the stabbing of five people.", ["injured"]),
    ("Ann Marrow was stabbed along with three others.", ["injured"]),
    ("One of the five guards shot and killed on Friday was a father.", ["killed", "killed"]),
    ("The fire left eight people, among them the mayor, wounded.", ["injured"]),
    ("A gunman opened fire, striking five people.", ["injured"]),
    ("A storm hit five towns.", ["other"]),
    ("They were killed with two bursts of gunfire.", ["other"]),
    # denied, only tried, somebody else's, something else
    ("Two drivers were not hurt.", ["other"]),
    ("Three sailors were taken to hospital with injuries that were not life-threatening.", ["injured"]),
    ("Two guards, both retired, were shooting at birds.", ["other"]),
    ("He is charged with the attempted murders of five guards.", ["other"]),
    ("Gunmen tried to kill two judges.", ["other"]),
    ("Eight guards opened fire and shot the thief dead.", ["other"]),
    ("Three suspects fled the scene.", ["other"]),
    ("Police shot three robbers dead on Friday.", ["killed"]),
    ("A gunman fatally shot both of the men.", ["killed"]),
    ("Four people were struck by gunshots.", ["injured"]),
    ("Three motorists reported injuries.", ["injured"]),
    ("Some of the 40 people who gathered were shot.", ["other"]),
    ("Three drivers whose cars were stolen were fined.", ["other"]),
    ("He was found shot five blocks away.", ["other"]),
    ("A court heard of the fatal shooting of two clerks.", ["killed"]),
    ("A woman who allegedly shot and killed two co-workers was tried.", ["killed"]),
    ("Sixteen shot at a fair.", ["injured"]),
    ("Four shot to death at a fair", ["killed"]),
    ("Ten people are killed and about 50 hurt.", ["killed", "injured"]),
    ("He is one of the gunmen in the mass shooting that left 17 people wounded.", ["injured"]),
    ("Hundreds of school children holding candles gathered peacefully on Sunday.", ["other"]),
    ("Three people have suffocated to death in a fire.", ["killed"]),
    ("Two men fled in the van from a traffic stop.", ["other"]),
    ("Two families fled the fighting in Korrin.", ["displaced"]),
    ("The fire has forced the evacuation of about 50 homes.", ["displaced"]),
    ("The tremor led to the evacuation of 12 towers.", ["other"]),
    ("Some 900 residents living in old houses in low-lying areas had moved to safer places.", ["displaced"]),
    ("A 17-year-old was shot to death, and a 19-month-old was taken to hospital.", ["killed", "injured"]),
    ("A 4-year-old accidentally shot a 14-month-old.", ["injured"]),
    ("Police shot a woman who had barricaded herself and a child in a flat.", ["injured"]),
    ("He left the house with a 4-year-old child and was arrested.", []),
    ("A guard shot at her.", []),
    ("A judge today found a former mill worker guilty of murder in a rampage exactly two years ago in "
     "Northeast Korvan that left two women dead and a third worker wounded.",
     ["duration", "killed", "injured"]),
    ("They are killing one another.", []),
    ("The attackers used a zero-day flaw.", []),
    ("The mayor said the deaths were a reminder that the lock was old.", []),
    ("The town has a majority of 160 in the council.", []),
    ("The killing of a teenager led to riots. A week after the shooting of a teenager, it was calm.",
     ["killed"]),
    ("A man was killed. Another man was shot in the arm.", ["killed", "injured"]),
    ("Both men were shot in a car. Two men died.", ["killed"]),
    # what is told of them now, not what tells who they are
    ("Forty people kidnapped in May from the town have been released.", ["released"]),
    ("Twelve abducted villagers freed", ["released"]),
    ("The army freed 14 of the kidnapped.", ["released"]),
    ("Troops rescued 61 hostages.", ["released"]),
    # a toll is one of lives
    ("The police gave a toll of 15.", ["killed"]),
    ("It cost the town a toll of 15 cents.", ["money"]),
    # those whom somebody lost or buried are dead; those whom a landslide buried may not be
    ("The baker lost 11 members of his family.", ["killed"]),
    ("The team lost two players to injury.", ["other"]),
    ("“We have buried 35 people,” she said.", ["killed"]),
    ("A landslide buried 12 people.", ["other"]),
    ("Ten people were buried under rubble.", ["other"]),
    ("Three children were among the dead.", ["killed"]),
    ("Nine pupils and two nurses were among those killed.", ["killed", "killed"]),
    ("Thirty men fell in battle.", ["killed"]),
    ("Nine troopers were taken prisoner.", ["detained"]),
    # of those of whom only a part is told it is not said
    ("The blast killed 23 of the 60 miners.", ["killed", "other"]),
    ("Forty of the 112 miners died.", ["killed", "other"]),
    ("62 of the 95 people on the ferry have lost their lives.", ["killed", "other"]),
    ("Half of the 40 sailors drowned.", ["killed", "other"]),
    ("Two of the five people injured in the crash died in hospital.", ["killed", "injured"]),
    ("One of four people wounded in the fire died on Monday, police said.", ["killed", "injured"]),
    ("All of the 40 sailors drowned.", ["killed"]),
    ("A group of 40 sailors drowned.", ["killed"]),
    # who came together is not one of those hurt before
    ("Two people were hurt. In the square, where 10,000 gathered, guards fired.", ["injured", "other"]),
    ("The mayor thanked the 40 divers, two of whom were hurt.", ["other", "injured"]),
    ("The mayor thanked the 40 divers, all of whom were hurt.", ["injured"]),
    # what another verb counts
    ("The fire killed 14 people and damaged 300.", ["killed", "other"]),
    ("In May the fever killed 30 people and infected about 700, according to the clinic.",
     ["killed", "other"]),
    # of those who are told of: not who says so, nor whom another count is of
    ("The two sailors who died were a cook of 50 and a boy of 11 weeks, according to the clinic.",
     ["killed", "duration"]),
    ("Three sailors were guests of the port, according to the hospital.", ["other"]),
    ("Three sailors were in the hospital.", ["injured"]),
    # translated: what stands behind a verb that takes no object
    ("In the mill died five miners.", ["killed"]),
    ("Perished 23 miners.", ["killed"]),
    ("As a result of the storm disappeared nine miners.", ["missing"]),
    ("The storm drowned 40 chickens.", ["other"]),
    ("He died a rich man.", []),
    # who is found again
    ("One sailor reported missing on Monday has been found safe.", []),
    ("Two miners feared dead were found alive.", ["other"]),
    ("A woman reported dead on Monday is alive.", []),
    ("Six sailors earlier listed as missing were found alive.", ["other"]),
    # who is not found is missing, whatever is feared; who is told among the dead is one of them
    ("Six other sailors are missing and presumed dead.", ["missing"]),
    ("Eight sailors are missing, feared dead.", ["missing"]),
    ("Eleven sailors were presumed dead.", ["killed"]),
    ("A review had counted at least 20 civilians among the dead.", ["killed"]),
    # of those who are told of what they are, and of those who are back
    ("Nine of the dead were pupils and 11 were nurses.", ["killed", "other"]),
    ("Seven of the wounded are nurses.", ["injured"]),
    ("Of the 12,000 people evacuated, 4,000 have returned home.", ["displaced", "other"]),
    ("The evacuated are 19,200, of which 6,000 have been able to return.", ["displaced", "other"]),
    ("A camp which was built for 10,000 people and now holds 26,000.", ["other", "other"]),
    # who is counted once too often
    ("Four bodies had been counted twice.", ["other"]),
    # to none of whom, or to some only, it happened
    ("None of the 90 passengers on the ferry was injured.", ["other"]),
    ("None of its 90 registered members had been hurt.", ["other"]),
    ("None of the 40 men and 12 women were hurt.", ["other", "other"]),
    ("No one among the 90 guests was killed.", ["other"]),
    ("Nobody among the 90 guests was injured.", ["other"]),
    ("Nor were any of the 12 guards hurt.", []),
    ("None of the 40 died.", []),
    ("Many of the 90 sailors were killed.", ["other"]),
    ("None of the 12 people detained was hurt.", ["detained"]),
    ("All of the 90 guests were detained.", ["detained"]),
    ("Two miners reported missing were found dead.", ["killed"]),
    ("Two miners were reported missing after nine were found alive.", ["missing", "other"]),
    # each with what became of them; soldiers are lost, and things with them
    ("The northern side lost 14 sailors killed and more than 30 wounded over two days, the port said.",
     ["killed", "injured", "duration"]),
    ("Two men arrested in May and a woman held since June were freed.", ["released"]),
    ("The brigade lost about 60 troops in the raid.", ["killed"]),
    ("The guild lost 12 men to injury.", ["other"]),
    ("The army lost 20 soldiers and three boats.", ["killed", "other"]),
    ("Twelve miners laid down their lives.", ["killed"]),
    ("The blast killed two clerks and a boy who was hit by a stray bullet.", ["killed"] * 3),
    ("The blast hurt two clerks and a boy who was later found dead.", ["injured", "killed"]),
    # where they are told to stay, or live, is not what became of them
    ("Some 8,000 people were told to shelter.", ["other"]),
    ("Some 8,000 people were forced to shelter in a school.", ["displaced"]),
    ("About 650 people living in the valley were taken by bus to a school.", ["other"]),
    ("About 650 people living in the valley have no water.", ["population"]),
    ("The raid left 19 people dead. Of the 19, four were clerks.", ["killed", "other"]),
    # of the dead or the hurt is not said
    ("Eight people were killed and 90 hurt. The figure was 12 on Monday.", ["killed", "injured"]),
    ("Eight people were killed. The figure was 12 on Monday.", ["killed", "killed"]),
    # for whom there is room
    ("The hall holds 300 people.", ["other"]),
    ("The camp would hold 300 people.", ["other"]),
    ("The prison holds 300 people.", ["held"]),
    ("The port put up a list with 20 names missing.", ["other"]),
    # a number to ring may be a count, too
    ("The toll rose to 112.", ["killed"]),
    ("The count of 112 dead stood.", ["killed"]),
    # who got away is counted by itself, beside the dead and the missing
    ("The latest list gives 31 dead, 210 rescued and 17 missing.", ["killed", "other", "missing"]),
    ("There were 31 dead, 40 saved and five missing.", ["killed", "other", "missing"]),
    # a whole is not what its parts are, nor are those of whom only a part is told
    ("Guards have counted 14 victims: five dead and nine injured.", ["other", "killed", "injured"]),
    ("The clinic named 14 casualties, five dead and nine wounded.", ["other", "killed", "injured"]),
    ("The flood killed 16 of 41 people trapped.", ["killed", "other"]),
    # of two numbers beside each other each has its noun
    ("The clinic puts the number of new cases at 41 and the number of deaths at 16.", ["other", "killed"]),
    ("Guards put the number of wounded at 40 and the number of dead at 11.", ["injured", "killed"]),
    ("The death toll of the long storm in the north of the country rose from four to six.", ["killed"]),
    ("The death toll from the crash of the ferry rose to 67 after three more bodies were found at sea.",
     ["killed", "other"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "categories"), CATEGORIES)
def test_categories(text: str, categories: list[str]) -> None:
    assert [quantity.category for quantity in read(text)] == categories


NOTHING = [
    "“They forgot us,” said Local 88 president Ana Quill.",
    "The 1,900 figure is wrong.",
    "It was one more than first reported.",
    "One has burns.",
    "| Kelmouth | 402 | 2,050 |",
    "The pact was signed on October 7, 2023.",
    "The pact was signed in 2019.",
    "Flight 370 vanished from the screens.",
    "The Heron 8 T400 plane vanished.",
    "Ann Marrow, 35, of Oldtown, was elected.",
    "A 26-year-old driver was fined.",
    "The two sides met.",
    "One of them laughed, and one can see why.",
    "The team won 3-1 at 7:30 p.m.",
    "The office is at 12 Elm Street.",
    "Call 911.",
    "The line flies Orlen 737 jets.",
    "The plane was a Brandt 300 of Nordwing.",
    "Watch 11 Metro News.",
    "No one was injured.",
    "No. 9 Oldtown lost.",
    "Our guards hold Hill 412 and have rested.",
    "The toll has gone up, the one of displaced too.",
    "The offer was $140 - 150XX.",
    "The council is one of the town's older public bodies.",
    "Call the Homicide Unit at (555) 210-0199 or 555-210-0199.",
    "The blast killed the mayor.[12]",
    "Those killed ranged in age from 46 to 73.",
    "He fired a stolen .40-caliber pistol.",
    "Officers were called to the 200-block of Alder Street.",
    "A vigil is planned for 7 tonight at the school.",
    "An Action News 4 source said so.",
    "Bet 10 get 50 free",
    "Region 3 Fire Service was called.",
    "The Dash 8 Q400 was late.",
    "They came in a large four-by-four car.",
    "The protest against a police killing went on.",
    "One shot was fired.",
    "Each one of these deaths could be foreseen.",
    "Every one of the deaths could be foreseen.",
    "A displaced person is not an evacuated one.",
    "One death is one too many.",
    "Driver and owner differ on dead fish",
    "Case number: 1509290019",
    "The account number is 763187648.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_counts_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "quote", "number", "unit"),
    [
        ("More than 32,000 Peruvians fled.", "More than 32,000 Peruvians", "32,000", "Peruvians"),
        ("Rebels destroyed 12 F16 jets.", "12 F16 jets", "12", "F16 jets"),
        ("In Lund 12 jets were destroyed.", "12 jets", "12", "jets"),
        ("Guards seized six AK-47 rifles.", "six AK-47 rifles", "six", "AK-47 rifles"),
        ("Guards seized six AK 47 rifles.", "six AK 47 rifles", "six", "rifles"),
        ("Three MiG 29 fighters left Lund.", "Three MiG 29 fighters", "Three", "fighters"),
        ("On 3 May 12 sailors drowned.", "12 sailors", "12", "sailors"),
        ("The army gave Peru 300 tanks.", "300 tanks", "300", "tanks"),
        ("Police held 10 health workers.", "10 health workers", "10", "health workers"),
        ('The auditors met 90 "ghost sailors" there.', '90 "ghost sailors', "90", "ghost sailors"),
        ("It costs $1.5bn a year.", "$1.5bn a year", "1.5bn", "dollar per year"),
        ("It was a quake of magnitude 5.8.", "5.8", "5.8", "magnitude"),
        ("It was a magnitude-5.8 quake.", "5.8", "5.8", "magnitude"),
        ("The centre put the quake's magnitude at 5.8.", "5.8", "5.8", "magnitude"),
        ("It was a loss of the magnitude of 40 tonnes.", "40 tonnes", "40", "tonne"),
        ("It measured 5.8 on the Richter scale.", "5.8 on the Richter scale", "5.8", "magnitude"),
        ("It was 40 degrees Celsius.", "40 degrees Celsius", "40", "degree Celsius"),
        ("Sails cost 125 million Australian dollars.", "125 million Australian dollars", "125 million",
         "Australian dollar"),
        ("They cut the rate by half a point.", "half a point", "half", "point"),
        ("It rose by 0.6 percentage points.", "0.6 percentage points", "0.6", "percentage point"),
        ("The sloop made 31 km/h.", "31 km/h", "31", "kilometre per hour"),
        ("The gust blew at 31m/s.", "31m/s", "31", "metre per second"),
        ("Guards held seven of their pupils and nurses.", "seven of their pupils and nurses",
         "seven", "pupils and nurses"),
        ("Six nurses and crew were hurt.", "Six nurses and crew", "Six", "nurses and crew"),
        ("Six nurses and others were hurt.", "Six nurses", "Six", "nurses"),
        ("Six nuns and novices were hurt.", "Six nuns and novices", "Six", "nuns and novices"),
        ("He said 19 sailors had died, a figure Torva rejects.", "19 sailors", "19", "sailors"),
        ("Guards held 30 students and police fled.", "30 students", "30", "students"),
        ("The hall lies between 30 nurses and pupils.", "30 nurses", "30", "nurses"),
        ("It took a quarter of an hour.", "a quarter of an hour", "a quarter", "hour"),
        ("Dozens of geese died.", "Dozens of geese", "Dozens", "geese"),
        ("The number of lost boats is 43.", "43", "43", "boats"),
        ("The number of boats fell in May and rose to 43 in June.", "43", "43", "boats"),
        ("A fence of 190 square kilometres.", "190 square kilometres", "190", "square kilometre"),
        ("A report puts the number of passengers at 247.", "247", "247", "passengers"),
        ("Quill hired two co-workers.", "two co-workers", "two", "co-workers"),
        ("Thousands rally in Lima over cuts", "Thousands rally", "Thousands", "people"),
        ("Raiders abduct dozens - residents", "dozens", "dozens", "people"),
        ("Two miners' wives were hurt.", "Two miners' wives", "Two", "miners' wives"),
        ("Two miners' houses were burned.", "Two miners", "Two", "miners"),
        ("Nine of the dead were young pupils.", "Nine of the dead", "Nine", "young pupils"),
        ("Of the dead, nine were pupils.", "nine", "nine", "pupils"),
        ("Two of the miners were women.", "Two of the miners", "Two", "miners"),
        ("The fire cost between 400m and 450m crowns.", "400m and 450m crowns", "400m and 450m", "crown"),
        ("It cost K45 million.", "K45 million", "45 million", "kwacha"),
        ("It cost KSh 200,000.", "KSh 200,000", "200,000", "Kenyan shilling"),
        ("The loot is worth $2.6 - million.", "$2.6 - million", "2.6 - million", "dollar"),
        ("The island has a population of more than 9,000.", "more than 9,000", "9,000", "people"),
    ],
)  # fmt: skip
def test_spans_and_units(text: str, quote: str, number: str, unit: str) -> None:
    (quantity,) = read(text)
    assert (quantity.span.of(text), quantity.number.of(text), quantity.unit) == (quote, number, unit)


def test_a_sum_is_set_against_one_of_its_currency() -> None:
    found = read("Profit fell to 780 million euros from 2 billion a year earlier.")
    assert [(q.value, q.unit, q.category) for q in found] == [
        (780e6, "euro", "money"),
        (2e9, "euro", "money"),
    ]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("They cut the rate by half a point.", False),
        ("It took half an hour.", False),
        ("0.6 litres of milk ran out.", False),
        ("Half the harvest was lost.", True),
        ("More than 60 percent of the sailors were killed.", True),
    ],
)
def test_a_part_of_a_unit_is_no_share(text: str, share: bool) -> None:
    (quantity,) = read(text)
    assert quantity.is_share is share


def test_a_part_of_what_a_unit_measures_is_in_that_unit() -> None:
    found = read("The tank lost 9,000 litres, of which 4,000 reached the river.")
    assert [(q.value, q.unit) for q in found] == [(9000, "litre"), (4000, "litre")]


def test_a_part_of_a_sum_is_money() -> None:
    part, whole = read("Only 900 million of the pledged 3 billion euros was paid.")
    assert [(q.unit, q.category) for q in (part, whole)] == [("euro", "money")] * 2


SUMS = [  # a bare "m" behind money is no metre, and a large bare number of money counts no people
    ("The debts are 61m euros, nearly twice the 32m shown.", [("euro", 61e6), ("euro", 32e6)]),
    ("The debt is £61m, not the 45m claimed.", [("pound sterling", 61e6), ("pound sterling", 45e6)]),
    ("The mill got £61m. It still owes 12m.", [("pound sterling", 61e6), ("pound sterling", 12e6)]),
    ("The mast of the £61m yacht is 32m long.", [("pound sterling", 61e6), ("metre", 32)]),
    ("She won the 100m in Hale.", []),
    ("The £4m tower, 90m from the sea, fell.", [("pound sterling", 4e6)]),
    ("It would cost 2 million euros. The guild, whose 900 miners voted, put the cost at 1.1 million.",
     [("euro", 2e6), ("miners", 900), ("euro", 1.1e6)]),
    ("The miners marched in Hale. 900 miners say that the debt is 4 million.", [("miners", 900), ("", 4e6)]),
    ("It cost 2 billion euros. 900 miners marched; the guild spoke of 2 million.",
     [("euro", 2e9), ("miners", 900), ("miners", 2e6)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SUMS)
def test_money_without_its_unit(text: str, expected: list[tuple[str, float]]) -> None:
    found = read(text)
    assert [(q.unit, q.value) for q in found] == expected
    assert all(q.category == "money" for q in found if q.unit not in ("miners", "metre"))


STOPS = [
    ("1.900 of 2.300 carers stayed away. The port speaks of 1.100.", [1900, 2300, 1100]),
    ("After the police came 1.500 participants, after the guild 4.000 participants.", [1500, 4000]),
    ("Households have 2.345 members on average.", [2.345]),
    ("It weighs 2.500 tonnes and costs 1.250 dollars a litre.", [2.5, 1.25]),
]


@pytest.mark.parametrize(("text", "values"), STOPS)
def test_people_are_not_counted_with_decimals(text: str, values: list[float]) -> None:
    assert [q.value for q in read(text)] == values


BARE = [
    ("Some 1,200 barns collapsed and 3,000 more were damaged.", (3000, "barns", "other")),
    (
        "Relva hosts 410,000 refugees. Torva says the number is closer to 350,000.",
        (350_000, "refugees", "displaced"),
    ),
    ("Clerks say 51 people were hurt. The port says its number, 43, is right.", (43, "people", "injured")),
    ("Several thousand people stood there. Police saw only 600.", (600, "people", "other")),
    ("Some 300 people crossed. Of these, fewer than 200 have a house.", (200, "people", "other")),
    ("Forty-one said that they had been robbed.", (41, "people", "other")),
    ("He said 14,300 had gone home of their own free will.", (14_300, "people", "other")),
    ("The port had a total of 10,450.", (10_450, "", "other")),
    ("18 persons lost their lives in the fire.", (18, "persons", "killed")),
    ("The fire hurt 530 people, including 40 pupils. The union spoke of 390.", (390, "people", "injured")),
    ("The fire left 9 dead, including 3 pupils, and 40 injured.", (40, "people", "injured")),
    ("Crews found 9 bodies, among them 3 pupils, and 4 wounded.", (4, "people", "injured")),
    ("There were 30 dead, of whom 19 guards, 4 cooks and 7 pupils; 50 wounded.", (50, "people", "injured")),
    ("Four pupils among dead as mill fire kills 40", (40, "people", "killed")),
    ("The fire hurt 12 people, including four pupils, two seriously.", (2, "pupils", "injured")),
    ("The mill had 40 guards, of whom 12 were killed and 9 wounded.", (9, "guards", "injured")),
    ("The number of homeless families had gone from 300 to 540.", (540, "families", "displaced")),
    ("The toll was 49. The mayor raised it to 53.", (53, "people", "killed")),
    ("It passed with 104 votes in favour and 92 against.", (92, "votes", "other")),
    ("Nine miners died in the shaft. The mayor raised the number to 23.", (23, "miners", "killed")),
    ("Nineteen miners died. The mayor lowered the figure to 17 from 19.", (17, "miners", "killed")),
    ("Nine miners died in the shaft. The number rose to 23.", (23, "miners", "killed")),
    ("The line has 40 boats. The mayor raised the number to 60.", (40, "boats", "other")),
    ("The mayor cut the figure to 6,200.", (6200, "", "other")),
    ("The mayor first said 12 miners died, then raised that to 15.", (15, "miners", "killed")),
    ("The mayor first spoke of 20 injured, but corrected the number to 16.", (16, "people", "injured")),
]


@pytest.mark.parametrize(("text", "expected"), BARE)
def test_a_bare_count(text: str, expected: tuple[float, str, str]) -> None:
    last = read(text)[-1]
    assert (last.value, last.unit, last.category) == expected


def test_a_bare_count_of_the_passage_before() -> None:
    assert [q.unit for q in read("Almost 12,000 people came.\n\nThe port said 11,870 had passed.")] == [
        "people"
    ] * 2


def test_a_number_is_his_who_is_said_to_give_it() -> None:
    text = "Far fewer than the 900 people claimed by Torva came, the port said."
    report = Report("r", text, "", language="en")
    at = text.index("Torva")
    torva = Entity("e1", "Torva", "place", (), (Evidence("r", Span(at, at + 5)),))
    (count,) = find_quantities(parse(report), report, (), (), (torva,))
    assert (count.speaker, count.relay) == ("e1", ("Torva",))


ELSEWHERE = [
    ("The port said 5,900 families were displaced in Orrin, 2,800 in Torva and 1,000 in Kelm.",
     [("families", 5900, "Orrin"), ("families", 2800, "Torva"), ("families", 1000, "Kelm")]),
    ("Orrin has 5,900 homeless people, followed by Torva (3,720), Kelm (850) and Upper Lin (1,000).",
     [("homeless people", 5900, None), ("homeless people", 3720, "Torva"), ("homeless people", 850, "Kelm"),
      ("homeless people", 1000, "Upper Lin")]),
    ("At least 40 people were killed: 22 in Orrin, 11 in Torva and 7 more in Kelm.",
     [("people", 40, None), ("people", 22, "Orrin"), ("people", 11, "Torva"), ("people", 7, "Kelm")]),
    ("The port counted 310 injured: 200 in the city of Torva and 110 in the port of Kelm.",
     [("people", 310, None), ("people", 200, "Torva"), ("people", 110, "Kelm")]),
    ("The raid killed six sailors, four in Orrin, two in the village of Kelm.",
     [("sailors", 6, None), ("sailors", 4, "Orrin"), ("sailors", 2, "Kelm")]),
    ("There were 14 deaths in Orrin district and 5 in Kelm.", [("deaths", 14, None), ("deaths", 5, "Kelm")]),
    ("Three suspects were held: Hale (45), Quill (38) and Rusk (51).", [("suspects", 3, None)]),
    ("Nine cases are in Peru and four in neighbouring Torva district.",
     [("cases", 9, "Peru"), ("cases", 4, "Torva")]),
    ("Nine people were killed in Peru and four in the adjoining district of Kelm.",
     [("people", 9, "Peru"), ("people", 4, "Kelm")]),
    ("Nine people were killed in Peru and four in a town nearby.",
     [("people", 9, "Peru"), ("people", 4, None)]),
    ("Nine people died years ago, and in 2012 a smaller quake in Peru killed 6 of 20 people trapped.",
     [("people", 9, None), ("people", 6, "Peru"), ("people", 20, "Peru")]),
    ("The day that 38 girls taken on November 3 in Orrin were freed was long.", [("girls", 38, "Orrin")]),
]  # fmt: skip


# what shares a verb's subject, or what somebody is left in, shares its place and time
SHARED = [
    ("In Peru, a quake in May left 6 dead and 1,900 homeless.", [(6, "Peru", "May"), (1900, "Peru", "May")]),
    ("A slide in Peru killed 6 people and left 40 homeless.", [(6, "Peru", None), (40, "Peru", None)]),
    ("A storm in May killed 12, burned 3 houses and hurt 30 people.",
     [(12, None, "May"), (3, None, "May"), (30, None, "May")]),
    ("Killed 12 in May and wounded 30.", [(12, None, "May"), (30, None, None)]),
    ("The storm killed 40 in March and injured 300 in April.", [(40, None, "March"), (300, None, "April")]),
    ("Nine died ages ago, and in May a smaller quake in Lima killed 6 of 20 people trapped.",
     [(9, None, None), (6, "Lima", "May"), (20, "Lima", "May")]),
    ("The army killed 12 rebels in Peru and freed 3 men in Chile.", [(12, "Peru", None), (3, "Chile", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_what_goes_on_with_a_verb_has_its_place_and_time(
    text: str, expected: list[tuple[float, str | None, str | None]]
) -> None:
    found = extract(Report("r", text, "", language="en"))
    when = {time.id: time.span.of(text) for time in found.times}
    assert [(q.value, q.place, when.get(q.time or "")) for q in found.quantities] == expected


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE)
def test_counts_of_one_kind_in_several_places(
    text: str, expected: list[tuple[str, float, str | None]]
) -> None:
    assert [(q.unit, q.value, q.place) for q in read(text)] == expected


@pytest.mark.parametrize("told", ["given by", "published by", "put forward by"])
def test_a_toll_is_his_who_is_said_to_give_it(told: str) -> None:
    text = f"The port had no comment on the count of 31 deaths {told} Ann Marrow."
    (count,) = extract(Report("r", text, "", language="en")).quantities
    assert count.relay == ("Ann Marrow",)


def test_an_age_is_not_of_the_place_near_it() -> None:
    (age,) = read("A 19-year-old vessel under the flag of Peru was stopped.")
    assert age.place is None


def test_the_place_of_a_part_is_not_that_of_all() -> None:
    found = read("The flood killed 23 people in the whole valley, 14 of them in Peru. In Peru 12 were hurt.")
    assert [q.place for q in found] == [None, "Peru", "Peru"]


def test_two_numbers_of_one_noun() -> None:
    found = read("In all, 4,318 suspected and 266 confirmed cases have been recorded.")
    assert [(q.value, q.unit) for q in found] == [(4318, "suspected cases"), (266, "confirmed cases")]


def test_an_age_is_part_of_the_unit() -> None:
    assert read("A six year old boy was killed.")[0].unit == "six year old boy"


def test_the_districts_of_a_country_are_districts() -> None:
    found = read("It has spread to 11 of the country's 18 districts.")
    assert [(q.value, q.unit) for q in found] == [(11, "districts"), (18, "districts")]


def test_a_date_dates_its_own_side_of_a_comparison() -> None:
    text = "Turnout was 71 percent, up from 64 percent in 2020."
    start = text.index("2020")
    year = Timex("t", "r", Span(start, start + 4), "DATE", Expression("date", year=2020))
    assert next(q.time for q in read(text, (year,))) is None


def test_an_ellipsis_takes_over_what_is_counted() -> None:
    first, second = read("Over 320 Peruvians were killed and more than 740 were wounded.")
    assert (first.party, second.party) == ("Peruvians", "Peruvians")
    assert second.category == "injured"


CROWDS = [
    ("It drew 500 people, according to Ana, and 120, according to Ida.", [("people", 500), ("people", 120)]),
    ("Ana says 40 violations; Ida says 31.", [("violations", 40), ("violations", 31)]),
    ("Police put the turnout of the march at 12,000.", [("people", 12_000)]),
    ("The station estimated the crowd at 20,000.", [("people", 20_000)]),
    ("The union said that 50,000 attended.", [("people", 50_000)]),
    ("About 900 people marched. The union put it at 3,000.", [("people", 900), ("people", 3000)]),
    ("Police counted 30 marchers. There were 50, they said.", [("marchers", 30), ("marchers", 50)]),
    ("Police counted 300 protesters. It rained. The union spoke of 500.", [("protesters", 300)]),
    ("The fund bought 40 coins. It has put 300 into the bank.", [("coins", 40)]),
    # a bare number goes on counting people, though no one party of them, or cases; nothing else
    ("Fifty people died and 20 survived.", [("people", 50), ("people", 20)]),
    ("The fever killed 30 people and infected 480.", [("people", 30), ("people", 480)]),
    ("The number of infections reached 510.", [("infections", 510)]),
    ("Cases rose to 510.", [("Cases", 510)]),
    ("The mill has 90 looms and needs 20.", [("looms", 90)]),
    ("He put the house on sale at 40.", []),
    ("The jail took in 12, one died. A guard said there were 13 and that all walked.", [("people", 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CROWDS)
def test_a_bare_count_of_a_crowd(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(quantity.unit, quantity.value) for quantity in read(text)] == expected


HIT = [
    ("Seven people were shot. Two of them died.", "other"),
    ("Seven people were shot. Ana Sorel, 40, was killed.", "other"),
    ("Seven people were shot. Ana Sorel, 40, was hurt.", "injured"),
    ("Seven people were wounded. Ana Sorel, 40, was killed.", "injured"),
    ("Two people died and five others were hurt at a fair, the town says. " + "It rained that night. " * 20
     + "Seven people were shot in all.", "other"),
    ("Two people died and four others were hurt at a fair, the town says. " + "It rained that night. " * 20
     + "Seven people were shot in May.", "injured"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "category"), HIT)
def test_those_who_were_hit_may_be_dead(text: str, category: str) -> None:
    assert [q.category for q in read(text) if q.value == 7] == [category]


def test_what_happened_to_those_whom_another_voice_counts() -> None:
    assert [q.category for q in read("Eight people were hurt, police said. The clinic spoke of 20.")] == [
        "injured"
    ] * 2
    assert [q.category for q in read("The union counted 60 arrests.")] == ["detained"]


def test_a_part_of_those_who_are_named_first() -> None:
    whole, part = read("Of the 40 sailors whom she had met, nine complained of the heat.")
    assert (part.value, part.unit, part.part_of) == (9, "sailors", whole.id)


SPEAKERS = [
    ("Two health officials said the toll was more than 60.", "people", "killed"),
    ("Five sailors told the station that more than 60 were killed.", "people", "killed"),
    ("The station, citing two unnamed officers, reported that 60 had died.", "people", "killed"),
    ("The bulletin, citing two unnamed officers, reported on Sunday that 60 had died.", "people", "killed"),
    ("A guild that runs two clinics said the real number was above 8,000.", "", "other"),
]


@pytest.mark.parametrize(("text", "unit", "category"), SPEAKERS)
def test_those_who_speak_are_not_whom_they_count(text: str, unit: str, category: str) -> None:
    found = extract(Report("r", text, "", language="en")).quantities
    assert [(q.unit, q.category) for q in found if q.low in (60, 8000)] == [(unit, category)]


def test_a_few_who_speak_are_no_count() -> None:
    text = "Two officials said the mill burned. Two officials were hurt. Forty miners said they were unpaid."
    assert [q.value for q in extract(Report("r", text, "", language="en")).quantities] == [2, 40]


def test_who_only_says_who_speaks_is_no_whole() -> None:
    text = "A lawyer for six of the players says two of them were broken."
    assert [(q.value, q.part_of) for q in extract(Report("r", text, "", language="en")).quantities] == [
        (2, None)
    ]


def test_a_man_is_no_unit_of_many() -> None:
    assert [q.unit for q in read("One man was killed and 12 were injured.")] == ["man", "people"]


def test_parts_are_linked_where_the_text_says_so() -> None:
    whole, part = read("Police arrested 500 men, including 358 members of the league.")
    assert part.part_of == whole.id
    part, whole = read("They freed 123 hostages out of about 250.")
    assert part.part_of == whole.id
    houses, homeless = read("It destroyed thousands of buildings and left nearly half a million homeless.")
    assert (houses.unit, homeless.unit) == ("buildings", "people")
    whole, part = read("The blast injured 15 soldiers, 4 of them seriously.")
    assert (part.part_of, part.category) == (whole.id, "injured")
    whole, _, part = read("Eighty miners were taken to four clinics, 21 of them in critical condition.")
    assert (part.unit, part.category, part.part_of) == ("miners", "injured", whole.id)
    whole, _, part = read("Eighty miners were taken to 30 clinics, 21 of them women.")
    assert (part.unit, part.category, part.part_of) == ("miners", "injured", whole.id)
    whole, _, part = read("The tug saved 80 sailors in nine boats, including 21 cooks.")
    assert (part.unit, part.part_of) == ("cooks", whole.id)
    _, part = read("Four boats came, 21 of them old.")
    assert (part.unit, part.part_of) == ("", None)
    whole, *parts = read("Of the 90 cases, 60 are confirmed and 30 are suspected.")
    assert [(q.value, q.unit, q.part_of) for q in parts] == [(60, "cases", whole.id), (30, "cases", whole.id)]
    part, whole = read("The ministry says 45 of the 60 miners were killed.")
    assert (part.part_of, part.unit) == (whole.id, "miners")
    assert (part.category, whole.category) == ("killed", "other")
    part, whole = read("Two of the 12 miners killed were brothers.")
    assert whole.category == "killed"
    part, whole = read("The port says 64 of 71 planned sailings had been called off.")
    assert (part.value, part.unit, part.part_of) == (64, "planned sailings", whole.id)
    whole, part = read("The port called off 900 sailings, of which 40 were ferries.")
    assert (part.value, part.part_of) == (40, whole.id)
    assert [(q.value, q.unit) for q in read("She won by 70 votes to 54.")] == [(70, "votes"), (54, "votes")]
    assert all(q.part_of is None for q in read("Police arrested 500 men and 20 women."))


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("About 40 miners would be released.", True),
        ("The league plans to release 40 miners.", True),
        ("The league has released 40 miners.", False),
        ("The town will mourn the 12 miners killed in May.", False),
        ("The mayor could only confirm four deaths.", False),
        ("We can confirm the deaths of six miners.", False),
        ("The plan could prevent the deaths of six miners.", True),
        ("Eight dead, and still nobody can say why.", False),
        ("The flood could cause 40 deaths.", True),
        ("The mill will appeal against the £38 million fine imposed on it.", False),
        ("The mill may contest the $12 million penalty handed down in May.", False),
        ("The mill could pay a $12 million fine.", True),
        ("The league demanded the release of 40 miners.", True),
        ("The union has called for the release of 40 miners.", True),
        ("The demand was an apology and the release of 40 miners.", True),
        ("A deal led to the release of 40 miners.", False),
        ("The league announced the release of 40 miners.", False),
        ("The union demanded an inquiry into the release of 40 miners.", False),
        ("I will not say whether a patient died.", True),
        ("We will remind, in May died 40 miners.", False),
        ("The army will attack and kill 40 rebels.", True),
        ("The mayor will call for calm and lay out 40 rules.", True),
        ("Leaders are planning to discuss a blast that left 17 people injured.", False),
        ("Eleven miners were presumed dead.", True),
        ("Some 30 miners are feared to have died.", True),
        ("There were fears that 30 miners had died.", True),
        ("The villagers fear more raids after a blast killed 30 miners.", False),
        ("The number cannot be right, since only 36,500 miners are registered.", False),
        ("The road will stay shut because 40 miners died there.", False),
    ],
)
def test_what_is_only_planned(text: str, proposed: bool) -> None:
    assert [quantity.proposed for quantity in read(text)] == [proposed]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There were 31 sailors aboard, not 28 as first stated.",
            [(31, "sailors", False), (28, "sailors", True)],
        ),
        ("The port said 31 sailors were aboard and not 28.", [(31, "sailors", False), (28, "sailors", True)]),
        ("The mate is 31 years old, not 28.", [(31, "year", False)]),
        ("The club won 31 games, not one of them in May.", [(31, "games", False)]),
    ],
)
def test_a_bare_number_that_is_not_the_one(text: str, expected: list[tuple[float, str, bool]]) -> None:
    assert [(q.value, q.unit, q.denied) for q in read(text)] == expected


def test_a_number_that_is_not_the_one() -> None:
    true, ruled_out = read("The army said 12 civilians were killed, not 40.")
    assert (true.proposed, ruled_out.proposed, ruled_out.value) == (False, True, 40)
    now, before = read("The toll rose to 17 dead from an earlier figure of 14 dead.")
    assert (now.proposed, before.proposed, before.value) == (False, True, 14)
    first, later = read("The mayor first said 12 miners died, then raised the number to 15.")
    assert (first.denied, later.denied) == (True, False)
    now, before = read("The mayor put the number of dead at 19, down from 23.")
    assert (now.denied, before.denied, before.value) == (False, True, 23)
    assert not any(q.denied for q in read("Fares were at 19 dollars, down from 23 dollars."))


@pytest.mark.parametrize(
    ("number", "denied"),
    [
        ("a 60-year-old woman who died on Monday had been left alone", False),
        ("30 sailors killed in the raid were smugglers", False),
        ("the guard who wounded 12 sailors had been warned", False),
        ("30 sailors had died", True),
        ("it had planned raids that would have killed 30 sailors", True),
    ],
)
def test_what_only_says_who_is_meant_is_not_denied(number: str, denied: bool) -> None:
    text = f"The port denied that {number}."
    said = Attribution("a", "r", None, "e", (Span(9, 15),), (Span(21, len(text)),), "indirect", "deny")
    assert [q.proposed for q in read(text, said=(said,)) if q.category in ("killed", "injured")] == [denied]


OR = [
    ("The army killed or captured dozens of raiders.", "detained", ("killed",)),
    ("At least 300 people were killed or injured.", "killed", ("injured",)),
    ("Thirty villagers are dead or missing.", "killed", ("missing",)),
    ("Some 300 people were either killed or wounded.", "killed", ("injured",)),
    ("The 60 passengers were hurt or died.", "killed", ("injured",)),
    ("About 40 were either detained or are missing.", "detained", ("missing",)),
    ("The 310 families are either homeless or have lost their cattle.", "other", ()),
    ("The blast killed 12 people or more.", "killed", ()),
    ("The blast killed 12 people and wounded 30.", "killed", ()),
]


@pytest.mark.parametrize(("text", "category", "also"), OR)
def test_what_else_may_have_happened(text: str, category: str, also: tuple[str, ...]) -> None:
    quantity = read(text)[0]
    assert (quantity.category, quantity.also) == (category, also)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The port rejected 30 complaints.", False),
        ("30 complaints were rejected.", False),
        ("The port rejected the figure of 30 complaints.", True),
        ("The port rejected 30 deaths.", True),
    ],
)
def test_what_is_rejected_is_no_number_that_is(text: str, denied: bool) -> None:
    cue = Span(text.index("rejected"), text.index("rejected") + 8)
    said = Attribution("a", "r", None, "e", (cue,), (Span(0, len(text)),), "indirect", "deny")
    assert [quantity.denied for quantity in read(text, said=(said,))] == [denied]


BELIED = [
    ('The claim of 40 deaths was "a lie from start to finish".', True),
    ("The claims of 40 deaths made by the union have no basis.", True),
    ("Reports of 40 dead were false.", True),
    ("Reports that the army killed 40 people are false.", True),
    ("The report that 40 miners died was false.", True),
    ("Data on 40 dead miners are not true.", True),
    ("It is not true that 40 miners died.", True),
    ("It is a lie that 40 miners died.", True),
    ("There is no truth in reports of 40 dead.", True),
    ("40 dead is a lie.", True),
    ("The mayor called the claim of 40 deaths a fabrication.", True),
    ("The information spread by the union on 40 killed miners does not correspond to reality.", True),
    ("Rumours about 40 missing sailors were denied.", True),
    ("The claim of more than 40 deaths was false.", True),
    ("The information spread by the port about 40 killed does not correspond to reality.", True),
    ("The claim about 40 people killed in the raid was false.", True),
    ("This replaces the figure of 40 burned houses.", True),
    ("The count of 40 deaths was superseded.", True),
    ("The claim that 40 miners died was true.", False),
    ("The report of 40 deaths at a mine whose licence was false came out.", False),
    ("The report of 40 deaths was followed by a false alarm.", False),
    ("The report on 40 deaths was not complete.", False),
    ("The count of 40 deaths may not be accurate.", False),
    ("A report found 40 diplomas were fake.", False),
    ("40 diplomas were false.", False),
    ("The union withdrew 40 men.", False),
    ("Reports of seven arrests do not correspond to the facts.", True),
    ("The reports of 40 deaths are wrong.", True),
    ("A report of 40 injured proved incorrect.", True),
    ("Posts claiming 40 deaths have been debunked.", True),
    ("A message going round that 40 people had died was false.", True),
    ("A report by the port found that 40 diplomas were false.", False),
    ("The report of 40 deaths in a wrong-way crash came out.", False),
    ("The estimate of 40 deaths proved right.", False),
    # taken back by whoever gave it
    ("A claim by the paper Torva that 40 people had been killed was withdrawn on Monday.", True),
    ("The port had spoken of 40 dead, a number it later corrected.", True),
    ("The port had spoken of 40 dead, a number it later repeated.", False),
    ("The number of 40 deaths given by the port was wrong and is withdrawn.", True),
    ("The figure of 40 hurt left out those who were treated at sea and is hereby corrected to 52.", True),
    ("Its earlier statement that 40 people were hurt did not include the crew.", True),
    ("Our first statement said that 40 miners died. That was wrong.", True),
    ("Our statement said that 40 miners died. That was a surprise.", False),
    ("The count of 40 deaths was corrected from 38.", False),
    ("The count of 40 deaths does not include the crew.", False),
    ("The report that 40 bills were corrected came out.", False),
    ("The number of 40 deaths was not wrong.", False),
    ("The port withdrew its statement that 40 miners were killed.", True),
    ("The mayor took back an earlier claim that 40 miners had died.", True),
    ("The port apologised for saying that 40 miners were detained.", True),
    ("The port apologised for reporting 40 deaths late.", False),
    ("The port withdrew its claim that the dam held and said that 40 miners had died.", False),
    ("The port withdrew a crew that 40 miners had met.", False),
    # what an older count was
    ("An earlier toll from the port had put the number of dead at 40.", True),
    ("An earlier count by the port said 40 miners had died.", True),
    ("The toll put the number of dead at 40.", False),
    ("An earlier figure said to be too low was raised to 40 miners.", False),
]


@pytest.mark.parametrize(("text", "denied"), BELIED)
def test_a_claim_that_is_called_untrue_is_denied(text: str, denied: bool) -> None:
    assert [quantity.denied for quantity in read(text)] == [denied]


COMPARED = [
    (
        "90 miners have been killed since the war began on May 3.",
        90,
        "since the war began on May 3",
    ),
    (
        "Since the start of the fighting on May 3, guards have killed 90 miners.",
        90,
        "May 3",
    ),
    ("90 miners were killed on Sunday, bringing the toll since May 3 to 400.", 90, "Sunday"),
    ("90 miners were killed, bringing the toll since May 3 to 400.", 90, None),
    ("90 miners were killed, bringing the toll since May 3 to 400.", 400, "May 3"),
    ("90 miners were detained, the most since May 3.", 90, None),
    ("At least 90 miners have been detained since May 3.", 90, "May 3"),
    ("It was the worst blast since May 3, when 90 miners were killed.", 90, "May 3"),
    (
        "It was the worst blast since May 3, when a shaft near Korrin burned, killing all 90 miners.",
        90,
        "May 3",
    ),
    ("A train ran into the sea on May 3, killing 90 miners.", 90, "May 3"),
    ("The two towns fought a war on May 3 in which about 90 miners died.", 90, "May 3"),
    ("Compare 1998. Then, 90 miners died in the same shaft.", 90, "1998"),
    ("In 1998 there was another flood. That time 90 miners were killed.", 90, "1998"),
    ("The talks ended on May 3. Then, 90 miners were killed.", 90, None),
    ("90 boats were lost, twice as many as it had said on May 3.", 90, None),
    ("Flows rose from 12 times the norm on 3 May to 30 times on 4 May and 45 times on 5 May.", 30, "4 May"),
    ("Flows rose from 12 times the norm on 3 May to 30 times on 4 May and 45 times on 5 May.", 45, "5 May"),
    ("Guards detained 71 miners on May 3, 60 on May 4.", 60, "May 4"),
    ("Guards detained 71 miners in May, compared with 22 a year earlier.", 71, "May"),
    ("Guards detained 71 miners in May, against 22 a year earlier.", 71, "May"),
    ("Turnout was 67%, the port said, compared with 61% at the same time four years ago.", 0.67, None),
    ("Turnout was 67%, the port said, compared with 61% at the same time four years ago.", 0.61,
     "four years ago"),
    ("Sales were 300 million dollars, the port said, against 250 million dollars last year.", 3e8, None),
    ("Sales were 300 million dollars, the port said, against 250 million dollars last year.", 2.5e8,
     "last year"),
    ("Some 300 people fled from 12 villages on Monday.", 300, "Monday"),
    # what stands with the number itself, or with what is told
    ("On Tuesday it was 46 degrees, beating the 45 degrees measured in July 2007.", 45, "July 2007"),
    ("The toll on Monday was 12 deaths, which exceeds the eight deaths recorded in May 2019.", 8, "May 2019"),
    ("The toll passed the 120 deaths of 2015 on Monday.", 120, "2015"),
    ("On Tuesday fires killed 12 people, more than the fires of 2018, which killed 64 people.", 64, "2018"),
    ("On Monday fires killed 12 people, more than the fires of 2018, which killed 64 people.", 12, "Monday"),
    ("On Monday guards freed 12 miners arrested in May.", 12, "Monday"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "day"), COMPARED)
def test_a_date_of_what_a_count_is_compared_with_is_not_its_own(text: str, value: float, day: str) -> None:
    report = Report("r", text, "", language="en")
    times = find_times(passages := parse(report), report)
    found = {q.value: q for q in find_quantities(passages, report, times, ())}[value]
    said = {time.id: time.span.of(text) for time in times}
    assert said.get(found.time or found.counted or "") == day


def test_a_person_behind_of_is_no_place() -> None:
    text = "Police shut 40 sites of Lima. Guards shut 50 shops in Lima."
    report = Report("r", text, "", language="en")
    at = text.index("Lima")
    lima = Entity("e1", "Rosa Lima", "person", (), (Evidence("r", Span(at, at + 4)),))
    assert [q.place for q in read(text)] == ["Lima", "Lima"]
    assert [q.place for q in find_quantities(parse(report), report, (), (), (lima,))] == [None, "Lima"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("At least 41 people died in Brazil.", "Brazil"),
        ("Most of it is carried through Peru, but 65% of the cargo to Brazil is late.", "Brazil"),
    ],
)
def test_place(text: str, place: str) -> None:
    (quantity,) = read(text)
    assert quantity.place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ann Marrow, 31, of Alder Street, was convicted of 12 murders.", None),
        ("Ann Marrow of Lima killed 12 people.", None),
        ("A man from Lima killed 12 people in Quito.", "Quito"),
        ("Guards killed 12 people of Lima.", "Lima"),
    ],
)
def test_the_home_of_somebody_is_not_where_the_counted_were(text: str, place: str | None) -> None:
    assert [q.place for q in read(text) if q.value == 12] == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A bomb exploded in Lima on Monday, killing 12 people and wounding 30.", ["Lima", "Lima"]),
        ("An earthquake hit southern Peru on Sunday, killing 12 people.", ["Peru"]),
        ("At least 12 people died when a ferry sank off Lagos.", ["Lagos"]),
        ("It killed 12 people in eastern Peru and 3 in the south of Chile.", ["Peru", "Chile"]),
        ("The bus from Lima left the road near Cusco, killing 12 people.", ["Cusco"]),
        ("The firm closed its plant in Leeds, cutting 400 jobs in Spain.", ["Spain"]),
    ],
)
def test_where_it_happened_is_where_they_were(text: str, places: list[str]) -> None:
    assert [q.place for q in read(text)] == places


def test_the_place_of_another_thing_is_not_that_of_the_count() -> None:
    (quantity,) = read("The line will cut 40 jobs and shut its yard in Brazil.")
    assert quantity.place is None


DATED = [
    # the time of the event is in brackets; none is given where the sentence leaves it open
    ("A blast on [Monday] that killed 30 miners destroyed the shaft.", True),
    ("Gunmen opened fire on [Monday], killing 30 miners.", True),
    ("Police are investigating a shooting early [Monday] that left 30 miners dead.", True),
    ("It was the worst flood since [Monday], when 30 miners were killed.", True),
    ("It was the worst flood since [Monday], when a dam gave way, killing all 30 miners.", True),
    ("The shaft was flooded on [Monday] in which 30 miners died.", True),
    ("The firm counted 30 miners killed, and not seven, as was reported on [Monday].", False),
    ("The firm counted 30 dead, not 20, as announced on [Monday].", False),
    ("Shares fell on [Monday] after the dam burst and killed 30 miners.", False),
    ("The owner of the shaft in which 30 miners died was tried on [Monday].", False),
    ("The union had said the day before that 30 miners were killed; it met on [Monday].", False),
    # what was done to them before has a day of its own
    ("The mayor announced the release of 30 of the miners abducted on [Monday].", False),
    ("Guards freed 30 miners who had been seized on [Monday].", False),
    ("The bodies of 30 miners killed on [Monday] were found.", True),
    ("The 30 miners shot dead on [Monday] were buried.", True),
    ("A total of 30 miners were killed in a blast that shook the shaft on [Monday].", True),
    ("There 30 miners were killed, but not on [Monday].", False),
    # of a thing that did not happen itself
    ("The fire killed 30 miners in a hut that opened on [Monday].", False),
    ("In all 30 miners died in the shaft, which was last checked on [Monday].", False),
    ("Guards moved 30 miners under a plan adopted on [Monday].", False),
    ("The blast killed 30 miners in a shaft bought by Tarn on [Monday].", False),
    ("The fire killed 30 miners in clashes that broke out on [Monday].", True),
    ("In all 30 miners died in a fire, which took place on [Monday].", True),
    # of the day on which it was left so
    ("A blast on [Monday] left 30 dead and 40 homeless.", True),
    ("A blast on [Monday] left 40 dead and 30 wounded.", True),
    ("The blast of [Monday] had made 30 dead.", True),
    ("A blast in a shaft bought on [Monday] left 30 dead.", False),
    # of what it went from
    ("The number of homeless has gone from 12 on [Monday] to 30.", False),
    ("The toll has risen from 12 miners on [Monday] to 30.", False),
    ("Another 30 miners were killed in a blast that also wounded a guard on [Monday].", True),
    ("A strike will be held on [Monday] that recalls the 30 miners killed.", False),
]


@pytest.mark.parametrize(("marked", "dated"), DATED)
def test_the_one_day_of_what_brought_the_count_about(marked: str, dated: bool) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    tense = "future" if "will" in text else "past"
    said = Expression(form="weekday", weekday=1, tense=tense)  # type: ignore[arg-type]
    times = (Timex("t", "r", Span(start, end), "DATE", said),)
    assert [quantity.time for quantity in read(text, times) if quantity.low == 30] == ["t" if dated else None]


def test_time_of_the_clause_or_the_opening_of_the_sentence() -> None:
    text = "On May 3 rebels killed 12 people. Police arrested 5 men on May 9."
    first, second = (
        Timex(f"t{n}", "r", Span(at, at + 5), "DATE", Expression("date"))
        for n, at in enumerate((text.index("May 3"), text.index("May 9")))
    )
    assert [quantity.time for quantity in read(text, (first, second))] == ["t0", "t1"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The firm paid 240,000 euros in fines between 2017 and 2020.", ("2017", 2020, None)),
        ("The firm paid 240,000 euros in fines in 2017-2020.", ("2017", 2020, None)),
        ("The firm paid 240,000 euros in fines from May 3 to June 5.", ("May 3", None, 5)),
        ("The firm fined 90 drivers between 20 and 24 May.", ("20", None, 24)),
        ("From 20 to 24 May, 90 drivers were fined.", ("20", None, 24)),
        ("In the week of 20 to 24 May, 90 drivers were fined.", ("20", None, 24)),
        ("The firm fined 90 drivers between Monday and Thursday.", None),
    ],
)
def test_of_a_stretch_no_end_is_the_day(text: str, day: tuple[str, int | None, int | None] | None) -> None:
    report = Report("r", text, "", language="en")
    times = find_times(passages := parse(report), report)
    (quantity,) = find_quantities(passages, report, times, ())
    said = {time.id: time for time in times}.get(quantity.time or "")
    far = said.expression.until if said else None
    assert (said and far and (said.span.of(text), far.year, far.day)) == day


def test_of_the_days_to_a_day_it_is_the_last() -> None:
    text = "Guards killed 90 miners in the two days to Monday."
    report = Report("r", text, "", language="en")
    times = find_times(passages := parse(report), report)
    killed, _ = find_quantities(passages, report, times, ())
    assert killed.time is None
    assert [t.span.of(text) for t in times if t.id == killed.counted] == ["Monday"]


def test_a_day_within_the_subject_is_that_of_the_event() -> None:
    text = "The toll of Sunday's blast rose to 40 on Tuesday."
    weekdays = ((0, "Sunday"), (1, "Tuesday"))
    spans = [(n, Span(text.index(day), text.index(day) + len(day))) for n, day in weekdays]
    times = tuple(Timex(f"t{n}", "r", span, "DATE", Expression("weekday")) for n, span in spans)
    (quantity,) = read(text, times)
    assert (quantity.time, quantity.counted) == ("t0", "t1")


def test_voice_is_the_innermost_attribution() -> None:
    text = "The mayor said the army had admitted that 12 people died. It rained on 30 boats."
    outer = Attribution("a0", "r", None, "e0", (), (Span(15, 56),), "indirect", "assert", ("Mayor",))
    inner = Attribution(
        "a1", "r", None, "e1", (), (Span(42, 56),), "indirect", "concede", ("army",), nested_in="a0"
    )
    first, second = read(text, said=(outer, inner))
    assert (first.attribution, first.speaker, first.relay) == ("a1", "e1", ("army",))
    assert (second.attribution, second.speaker, second.relay) == (None, None, ())


def test_furniture_and_other_languages_count_nothing() -> None:
    text = "12 people died.\nRead also: 99 people died"
    report = Report("r", text, "", language="en", furniture=(Marked(Span(16, len(text)), "promo"),))
    assert [q.value for q in find_quantities(parse(report), report, (), ())] == [12]
    report = Report("r", "12 Personen starben.", "", language="de")
    assert find_quantities(parse(report), report, (), ()) == ()


AGES = [
    ("Another woman, also 22, was stabbed.", [1]),
    ("Two men, ages 21 and 22, were wounded.", [2]),
    ("Police said that Bob Marrows, 14, was killed.", []),
    ("Two men, 18 and 20, were wounded.", [2]),
    ("The blast killed three sisters, 4, 6 and 11.", [3]),
    ("Police shot two men, 12 women and 20 children.", [2, 12, 20]),
    ("Two girls, 13 and 17 years of age, were hurt.", [2, 17]),
    ("Five children between the ages of 11 and 15 were hurt.", [5]),
    ("A child under the age of 10 was killed.", [1]),
    ("Three men were hurt: one 29 years old, another 52, two others 37.", [3, 29, 2]),
]


@pytest.mark.parametrize(("text", "values"), AGES)
def test_ages_count_nobody(text: str, values: list[float]) -> None:
    assert [q.value for q in read(text)] == values


def test_about_may_say_what_a_story_is_about() -> None:
    (quantity,) = read("The film tells a story about two sailors who were killed.")
    assert (quantity.modifier, quantity.low, quantity.high) == ("exact", 2, 2)

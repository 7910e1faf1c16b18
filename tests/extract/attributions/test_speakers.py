"""Who is meant: the speakers of a text, in order. An unnamed source has its description in brackets."""

import pytest

from sayso.extract import extract
from sayso.model import Report

MEANT = [
    # names
    ("Orrin Ports (NYSE: ORP) shut. The NYSE said it was late, shares fell.", ["NYSE"]),
    ("It is used a lot, according to figures from November.", ["[figures from November]"]),
    (
        "A ferry sank, police there have said. Insp Dana Hale said it was late. Hale said more.",
        ["[police]", "Dana Hale", "Dana Hale"],
    ),
    ("Orrin Air said it was late. The pilot left. The airline said it was sorry.", ["Orrin Air"] * 2),
    ("Mara Quill said the dam was safe. Quill said the gates were new.", ["Mara Quill"] * 2),
    ("Mara Quill and Dana Hale said the dam was safe.", ["Mara Quill", "Dana Hale"]),
    (
        "Mara Quill - director of lock keeping at Orrin Ports which runs the dam - told them that it held.",
        ["Mara Quill"],
    ),
    (
        "Mara Quill said it was safe. Her brother, Tor Quill, said it was not. Quill said he had seen it.",
        ["Mara Quill", "Tor Quill", "Tor Quill"],
    ),
    (
        "Tor Quill said it was safe. He is a son of Ida Quill. Quill said the gates were new.",
        ["Tor Quill"] * 2,
    ),
    (
        "The Kelmouth Ferry Union (KFU) said it would strike. The KFU said members were angry.",
        ["Kelmouth Ferry Union"] * 2,
    ),
    # the outlet's own "I" and "we" are nobody else's; "you" is whoever reads
    ("Mara Quill said it was safe. We reported that it was not.", ["Mara Quill", None]),
    ("Mara Quill said it was safe. Here is what you need to know.", ["Mara Quill"]),
    ('Mara Quill spoke: "I say that it is safe."', ["Mara Quill"] * 2),
    # "it" is the body of the sentence before, not what is told of
    (
        "The ministry of transport shut 14 roads. Two bridges are unsafe, it said.",
        ["[ministry of transport]"],
    ),
    # … or the one that is introduced in what is said, but who attacked does not tell of it
    (
        "The tax office said it was paid. Airline Nordwing grounded 60 planes, it said on Monday.",
        ["[tax office]", "Nordwing"],
    ),
    (
        "The army said it was safe. Rebel group Rovan Velm fired 60 rockets, it said on Monday.",
        ["[army]"] * 2,
    ),
    (
        "The union said it was safe. The hospital was hit on Monday. It said it leaked.",
        ["[union]", "[hospital]"],
    ),
    # one of a family is not another
    (
        "Viktor Lansa was sentenced on Friday. Lansa, 58, said it was safe. Nobody met Lansa on Monday.\n\n"
        '"My husband is a hostage," Irena Lansa told our channel after the hearing in Port Sarn.',
        ["Viktor Lansa", "Irena Lansa"],
    ),
    (
        "Viktor Hale was sentenced on Friday. Hale, 58, said it was safe. Nobody met Hale.\n\n"
        '"My husband is a hostage," Irena Hale told our channel after the hearing in Port Sarn.',
        ["Viktor Hale", "Irena Hale"],
    ),
    (
        "Police said Tor Lansa came on Friday. Lansa confronted a guard. An officer shot Lansa.\n\n"
        "Lansa’s stepmother, Ida Lansa, spoke to Tarvik TV by phone. “He was a great boy,” said Lansa.",
        ["[Police]", "Ida Lansa"],
    ),
    # whom alone the sentence before names, rather than who spoke before that
    (
        "Dana Hale said he should go.\n\nThe story rests on claims made by Lea Corman, now 53. "
        "She told a reporter that he had first met her in 1979.",
        ["Dana Hale", "Lea Corman"],
    ),
    # a rank that is cut short neither ends a sentence nor belongs to the name
    (
        "Orrin Police spokesman Constable Tor Hale said it was safe.\n\n“It was a shock, but all the others "
        "got out,” Const. Hale said.\n\nThe road was shut, Det. Hale said.",
        ["Tor Hale"] * 3,
    ),
    # no time speaks
    ("He met two men from the port at the weekend who said it was late.", ["[two men]"]),
    ("She met a harbour-linked lawyer in June 2016 who said it was late.", ["[harbour-linked lawyer]"]),
    # some of a body are not the body
    (
        "Three police officers said it was safe. The police denied it.",
        ["[Three police officers]", "[police]"],
    ),
    (
        "Two ministry officials said it leaked. The ministry denied this.",
        ["[Two ministry officials]", "[ministry]"],
    ),
    # who denies what was just said did not say it
    ("Two survivors were arrested in the port, police said. They deny it.", ["[police]", "[Two survivors]"]),
    ("Dana Hale said that John Quill had stolen it. He denied it.", ["Dana Hale", "John Quill"]),
    (
        "Dana Hale said it was safe. A doctor came on Monday. She said it was not.",
        ["Dana Hale", "[doctor]"],
    ),
    # the deputy is not the minister
    ("Marek Vantos of the Civic Union said it was late.", ["[Marek Vantos]"]),
    (
        "Our members in 23 hospitals reported deaths. In Kelmouth our members reported none.",
        ["[Our members in 23 hospitals]"] * 2,
    ),
    (
        "Deputy minister Dana Hale said it was safe. The minister rejected the idea.",
        ["Dana Hale", "[minister]"],
    ),
    (
        "The National Ferry Office, or NFO, said it would close. The NFO said boats were old.",
        ["National Ferry Office"] * 2,
    ),
    # in a quotation of somebody unknown "I" is nobody either
    (
        'Mara Quill said it was safe.\n\nOn tape the harbour is heard telling the ferry "I say again, turn".',
        ["Mara Quill", None],
    ),
    # who holds an office at a body, not the body
    (
        "The Orrin Ports Authority (OPA) director, Mara Quill, said the dam held. She said it was old.",
        ["Mara Quill"] * 2,
    ),
    (
        "Dana Hale said it leaked. The Anti-Flood Office of Ardenia (AFOA) chief, Mara Quill, said it held.",
        ["Dana Hale", "Mara Quill"],
    ),
    # nobody: what is only reported to be so, and what was counted
    ("The port said the dam held. It was reported that six died.", ["[port]", None]),
    (
        "A total of 12 ferries were lost, according to the port. Two more sank later, it said.",
        ["[port]"] * 2,
    ),
    # who goes on is who spoke, not who was spoken of
    (
        "Mara Quill claims that Ida Hale threatened her. She further claims she was asked for money.",
        ["Mara Quill"] * 2,
    ),
    # by age
    (
        "Former minister Dana Quill was arrested on Monday. The 34-year-old denied the charges.",
        ["Dana Quill"],
    ),
    # pronouns
    ("Mara Quill said the dam was safe. She said the gates were new.", ["Mara Quill"] * 2),
    ("Kesa Lomster met Dana Hale on Monday. He said the dam was safe.", ["Kesa Lomster"]),
    # a given name tells who "he" cannot be; a title tells it better
    ("Mara Quill met Dana Hale on Monday. He said the dam was safe.", ["Dana Hale"]),
    ("Mr. Mara Quill met Susan Hale on Monday. He said the dam was safe.", ["Mara Quill"]),
    (
        "Mr. Tor Brenvane said it was safe. Spokeswoman Kesa Lomster agreed that it was. "
        "He said the gates were new. She said they were old.",
        ["Tor Brenvane", "Kesa Lomster", "Tor Brenvane", "Kesa Lomster"],
    ),
    (
        "Tor Brenvane spoke on Monday. While he praised the crew, Dana Hale said the ferry was too old.",
        ["Dana Hale", "Dana Hale"],
    ),
    # who said a sentence goes on, not whom it is about
    ("Tor Brenvane said that Ivo Hale had left. He said the gates were open.", ["Tor Brenvane"] * 2),
    # nobody speaks of himself by name, unless the name comes first
    (
        "Tor Brenvane met the crew. Ivo Hale was not there. “Mr. Hale missed a lot,” he said.",
        ["Tor Brenvane"],
    ),
    ("Tor Brenvane is to lead the port, he told reporters.", ["Tor Brenvane"]),
    ("Rovan Ferries said its ships were safe. “They were tested,” it said.", ["Rovan Ferries"] * 2),
    ("Witnesses said the bus was full. They said the driver was asleep.", ["[Witnesses]"] * 2),
    ("He said the dam was safe.", ["[he]"]),
    # several who speak behind a place are none of it, and who is from a place is not the place
    (
        "Orrin Relief said it was safe. Three boats sank in northern Orrin, a cook and two guards said.",
        ["Orrin Relief", "[cook]", "[two guards]"],
    ),
    (
        "A sailor from Lisbon, who told the crew that it leaked, said it was late.",
        ["[sailor from Lisbon]"] * 2,
    ),
    # a body is no person described by it, nor one who is named behind it
    ("A port driver said it was safe. The port said it was late.", ["[port driver]", "[port]"]),
    (
        "The chief of port police Dana Hale said it was safe. The police denied it.",
        ["Dana Hale", "[police]"],
    ),
    # a company by the first word of its name; "the company" is no country
    (
        "Norland met Tarvex Laboratories in May. Norland was late. Tarvex said it was safe. "
        "The company said it had tested it.",
        ["Tarvex Laboratories"] * 2,
    ),
    # "it" is whom the sentence before is about, "he" whom "we" asked
    (
        "The Orrin Council said it was safe. Rovan Ferries wrote to the Port Union. It said it was not.",
        ["Orrin Council", "Rovan Ferries"],
    ),
    (
        "Tor Hale said it was safe. We asked the engineer Ivo Brenvane to come. He said it was not.",
        ["Tor Hale", None, "Ivo Brenvane"],
    ),
    # a title between an office and a name
    (
        "The governor of Orrin, His Excellency Dr. Tor Hale, said it was safe. The governor said no more.",
        ["Tor Hale"] * 2,
    ),
    # who vouches for a whole sentence, not who does something in it
    (
        "According to the Harbour Office, 40 sailors have sought advice, of whom nine were treated.",
        ["Harbour Office"],
    ),
    # a document speaks for who issues it, and so does "what … said"
    ("The dam held, according to a statement by the port.", ["[port]"]),
    ("The dam held, according to what the mayor said.", ["[mayor]"]),
    ("The dam held, according to what was announced by the Orrin Fund.", ["Orrin Fund"]),
    ("The ministry's figures show that ten people died.", ["[ministry]"]),
    ("A statement the ministry issued said ten people died.", ["[ministry]"]),
    ("A police report said the driver was asleep.", ["[police]"]),
    ("Ten people died, according to a fire report from 2021.", ["[fire report from 2021]"]),
    ("A letter from Peru said ten people died.", ["[letter from Peru]"]),
    ("The report said ten people died.", ["[report]"]),
    # one of several, and who that is
    ("One of the residents said the dam held. Another said not.", ["[One of the residents]", "[another]"]),
    ("One of them, a trader who asked not to be named, said the dam held.", ["[trader]"]),
    (
        "A trader said it was late. A sailor requested anonymity. The judge promised him anonymity.",
        ["[trader]", "[judge]"],
    ),
    (
        "A trader, who asked not to be named because he was not allowed to speak, said the dam held.",
        ["[trader]"],
    ),
    # a body by its name, not by what it is
    (
        "The company Orrin Power said ten had died. The operator, Orrin Lines, said more would.",
        ["Orrin Power", "Orrin Lines"],
    ),
    ("Ten had died, the newspaper Dagsblad Kelmouth reported.", ["Dagsblad Kelmouth"]),
    ("Mara Quill told the broadcaster Halk TV she had seen it.", ["Mara Quill"]),
    ("Ten had died, according to the state news agency Orrinpress.", ["Orrinpress"]),
    # "the group" is any body of people, the one that spoke last
    (
        "The Orrin Doctors Network said ten had died. The Orrin Fund was there. The group said more would.",
        ["Orrin Doctors Network"] * 2,
    ),
    (
        "The relief organisation Second Harbour said ten had died. The charity said more would.",
        ["Second Harbour"] * 2,
    ),
    ("Ten had died, the charity Orrin Aid said. The union said more would.", ["Orrin Aid", "[union]"]),
    (
        "The Ministry of Ports of Orrin said ten had died. The ministry said more would.",
        ["Ministry of Ports of Orrin"] * 2,
    ),
    # roles
    (
        "The mayor of Kelmouth, Lida Fenmont, said the ferry would sail. The mayor said it was repaired.",
        ["Lida Fenmont"] * 2,
    ),
    (
        "Kesa Lomster, a spokeswoman for the port, said the pier was closed. The spokeswoman said it was.",
        ["Kesa Lomster"] * 2,
    ),
    (
        "Prime Minister Dana Hale said the vote was fair. The prime minister said he would not resign.",
        ["Dana Hale"] * 2,
    ),
    (
        "Prime Minister Dana Hale said the vote was fair. The foreign minister said it was not.",
        ["Dana Hale", "[foreign minister]"],
    ),
    (
        "Police spokesman Colonel Tor Brenvane said it was safe. The spokesman said he had seen it.",
        ["Tor Brenvane"] * 2,
    ),
    (
        "Deputy Interior Minister Dana Hale said it was safe. The deputy minister said it was new.",
        ["Dana Hale"] * 2,
    ),
    (
        "Deputy Prime Minister Dana Hale said it was safe. The prime minister said it was not.",
        ["Dana Hale", "[prime minister]"],
    ),
    (
        "Peru's foreign ministry said it was over. The Ardenian defence ministry said it was not.",
        ["[Peru's foreign ministry]", "Ardenian defence ministry"],
    ),
    (
        "Mara Quill and Tor Hale will stay. The talks are over, her office said.",
        ["[Mara Quill's office]"],
    ),
    ("Mara Quill met Ana Sorel. The talks are over, her office said.", ["[her office]"]),
    # a body of a country is called with it
    (
        "The foreign ministry of Ostrava said it was over. The foreign ministry of Dorvan said it was not.",
        ["[foreign ministry of Ostrava]", "[foreign ministry of Dorvan]"],
    ),
    ("According to our records, 88 people were on board.", [None]),
    ("Our staff have counted 88 people on board.", [None]),
    ("Our readers said 88 people were on board.", ["[Our readers]"]),
    (
        "The Rovan Party said it was over. Dana Hale stays, his party said.",
        ["Rovan Party", "[Dana Hale's party]"],
    ),
    # an office, what it is of, and the name
    ("Foreign Minister of Peru Dana Hale said it was over. Hale left.", ["Dana Hale"]),
    ("The President of the Republic of Peru Mara Quill said the talks would go on.", ["Mara Quill"]),
    ("The head of the Kelmouth regional administration Dana Hale said it was over.", ["Dana Hale"]),
    ("The minister of the interior Dana Hale said it was over.", ["Dana Hale"]),
    ("The chief of the rescue service of Kelmouth, Dana Hale, said it was over.", ["Dana Hale"]),
    ("The envoy in an interview with Reuters said it was over.", ["[envoy]"]),
    ("The mayor of Kelmouth, a town near the lake, said it was over.", ["[mayor of Kelmouth]"]),
    # who issued it
    ("According to the last tally communicated by the port, two ships sank.", ["[port]"]),
    ("The head of Paris Saint Germain said it was over.", ["[head of Paris Saint Germain]"]),
    ("The commander of the harbour guard Mara Quill said it was over.", ["Mara Quill"]),
    ("The head of the family of Mara Quill said it was over.", ["[head of the family of Mara Quill]"]),
    ("The UN Humanitarian Coordinator in Peru, Joaquim Hale, said most were safe.", ["Joaquim Hale"]),
    # two counts, each according to its own source
    ("It drew 500 people, according to the union, and 120, according to the port.", ["[union]", "[port]"]),
    ("It burned 80 houses according to the mayor, against 60 according to the port.", ["[mayor]", "[port]"]),
    # a count that another is compared with
    ("Twelve drowned, the union said, twice the number acknowledged by the port.", ["[union]"]),
    (
        "“The dam is safe,” said the minister, Tor Brenvane.\n\n"
        "His deputy, Dana Hale, was less sure. “We may have missed a crack,” she said.",
        ["Tor Brenvane", "Dana Hale"],
    ),
    # as machines write
    (
        "Tor Brenvane said the dam was safe. The head of the union, Dana Hale, she said that it leaked.",
        ["Tor Brenvane", "Dana Hale"],
    ),
    ("Tor Brenvane said it was safe. The mayor, he said, had agreed.", ["Tor Brenvane"] * 2),
    (
        "Tor Brenvane said it was safe. Captain Mara Quill he said that it leaked.",
        ["Tor Brenvane", "Mara Quill"],
    ),
    ("Police questioned 12 employees of the port on Monday.", []),
    # "it" is the body that did that on which the clause hangs
    (
        "Ardenia rejected the claim. Rovan Ferries on Monday recalled a boat that it said had leaked.",
        ["Ardenia", "Rovan Ferries"],
    ),
    (
        "The harbour union warned of it. The ministry closed the pier for what it said were urgent repairs.",
        ["[harbour union]", "[ministry]"],
    ),
    # who is described by what others do or say
    (
        "Mara Quill told AFP it held. A man at the port, who had fled, mentioned that six had died.",
        ["Mara Quill", "[man at the port]"],
    ),
    (
        "Hale cited both Rovan Ferries, which spoke of 16 boats, and the pilots who said there were nine.",
        ["Rovan Ferries", "[pilots]"],
    ),
    (
        "Witnesses quoted by AP say it sank. Rovan Ferries, which ran it, told us it would not comment.",
        ["[Witnesses]", "Rovan Ferries"],
    ),
    ("Mara Quill praised the union, which had announced that it would sail.", ["Mara Quill", "[union]"]),
    ("137 of them, or 65 per cent, told the union that they had signed.", ["[137 of them]"]),
    # a post is one somewhere
    (
        "Dana Hale, the head of the port, said it was safe. The head of the union said it leaked.",
        ["Dana Hale", "[head of the union]"],
    ),
    (
        "Dana Hale, director of the mill, said it was safe. The director of the mill said it was old. "
        "The director of the school said it leaked.",
        ["Dana Hale", "Dana Hale", "[director of the school]"],
    ),
    (
        "The head of the port said it was safe. The head of the union said it leaked.",
        ["[head of the port]", "[head of the union]"],
    ),
    # unnamed sources stay distinct
    (
        "An official said the talks had failed. An official said they would go on.",
        ["[official]", "[official 2]"],
    ),
    (
        "An official said the talks had failed. The official said they would go on.",
        ["[official]", "[official]"],
    ),
    # states
    ("Paris said the talks would go on.", ["France"]),
    ("The Peruvian government said it would pay. The government said the bridge was old.", ["Peru"] * 2),
    # armed forces
    ("The Peruvian army said it had left. The military said the road was open.", ["Peruvian army"] * 2),
    ("The army said the road was open. Peru's military said it had left.", ["Peru's military"] * 2),
    (
        "The Peruvian army said it had left. Ecuador's military denied it. The military said it was.",
        ["Peruvian army", "Ecuador's military", "[military]"],
    ),
    (
        "The Peruvian army said it had left. Peruvian soldiers said they were still there.",
        ["Peruvian army", "[Peruvian soldiers]"],
    ),
    # both sides
    (
        "Dana Hale and Mara Quill met on Monday. Both sides said the talks were useful.",
        ["Dana Hale", "Mara Quill"],
    ),
    (
        "Talks of Dana Hale and Mara Quill failed on Monday, with each side blaming the other.",
        ["Dana Hale", "Mara Quill"],
    ),
    ("Both sides said the talks were useful.", ["[Both sides]"]),
    # who is told does not speak
    ("The mayor has been urged by residents to step down.", ["[residents]"]),
    ("Ministers were warned by the agency that the dam was unsafe.", ["[agency]"]),
    ("Drivers have been warned that the bridge is unsafe.", [None]),
    ("The mayor was accused by residents of hiding the report.", ["[residents]"]),
    ("Officials are convinced that the dam is safe.", ["[Officials]"]),
    ("Asked whether the dam was safe, Mara Quill said it was.", ["Mara Quill"]),
    ("Told that the ferry was late, Mara Quill said she would wait.", [None, "Mara Quill"]),
    ("No group has claimed responsibility for the fire.", []),
    # a body that is told apart from the one named before
    ("The KUP met on Friday. The party of Mara Quill, the ODA, said it had won.", ["ODA"]),
    ("The KUP met on Friday. The party of Mara Quill said it had won.", ["[party of Mara Quill]"]),
    # who somebody is, said behind the name
    ('"They knew," said Ana Quill, a port researcher who said she had called the firm.', ["Ana Quill"] * 2),
    # no pronouns
    ("Dana Hale said it was over. The WHO said 40 had died.", ["Dana Hale", "WHO"]),
    ("Dana Hale said it was over. The US said it was not.", ["Dana Hale", "US"]),
    # one voice in one sentence
    ("She rejected the idea of a second vote, saying it would cost too much.", ["[she]", "[she]"]),
    # bodies
    (
        "The Kelmouth Ferry Company was fined. The union said it would go. The company said it would pay.",
        ["[union]", "Kelmouth Ferry Company"],
    ),
    (
        "The Ardenian Coast Guard was called at noon. The coast guard said the ferry had sunk.",
        ["Ardenian Coast Guard"],
    ),
    # "the company" is neither who speaks for it nor what the report calls a union
    (
        "Orrin Lines met the OFW union. A spokesman for the company said it was sorry. "
        "The company said it would pay. The union said it was late.",
        ["[spokesman for the company]", "Orrin Lines", "OFW"],
    ),
    (
        "The Ostry Flood Control Authority said ten had died. Nine had been found, the authority said.",
        ["Ostry Flood Control Authority"] * 2,
    ),
    # "the movement" is no other body where one is named so, "the agency" no town
    (
        "The Northern Harbour Movement met Orrin Lines in May. Orrin Lines said it would pay. "
        "Orrin Lines was late. The movement said it had not.",
        ["Orrin Lines", "[movement]"],
    ),
    (
        "A flood hit Dorvan on Monday. The mayor of Dorvan said ten were missing. "
        "The agency said it was twelve.",
        ["[mayor of Dorvan]", "[agency]"],
    ),
    # a source that the parse sets beside the place of an opening is not that place
    (
        "Commenting on the strike in Dorvan, an aide in the office of the mayor told reporters it was over. "
        "The aide said that no one was hurt.",
        ["[aide in the office of the mayor]"] * 2,
    ),
    # whose minister he is has to be told
    (
        "Dorvan's prime minister, Tor Hale, met the crew. Dorvan's prime minister said it was late.",
        ["Tor Hale"],
    ),
    (
        "Prime Minister Tor Hale met the crew. Norland's prime minister said it was late.",
        ["[Norland's prime minister]"],
    ),
    # who carries out what is quoted
    (
        "According to the inspections carried out by the Harbour Office, 12 boats leaked.",
        ["Harbour Office"],
    ),
    (
        "According to the determinations made by the Harbour Office, 12 boats leaked.",
        ["Harbour Office"],
    ),
    ("Sailors Without Borders said ten boats were lost. It said more.", ["Sailors Without Borders"] * 2),
    # a name beside what only a person is
    ("A local resident, Azmorullah, told reporters he ran.", ["Azmorullah"]),
    # from where a denial goes on
    (
        "The Ardenian army denied claims by a rebel that ten men had died, insisting that two were hurt.",
        ["[Ardenian army]"] * 2,
    ),
    # who reports is not reported on
    (
        "Mara Quill told the Kelmouth Post-Gazette that she was tired. The company said it would pay.",
        ["Mara Quill", "[company]"],
    ),
    # who is charged denies it, not who told of the charge
    (
        "A 40-year-old sailor was charged with arson, prosecutor Mara Quill said. He denies the charge.",
        ["Mara Quill", "[40-year-old sailor]"],
    ),
    # an office, what it is of, a name: "the minister" is who holds it
    (
        "The minister of foreign affairs of Velmora Mara Quill said it held. The minister said it was old.",
        ["Mara Quill"] * 2,
    ),
    ("The minister of Interior Goran Petrel said two boats were held.", ["Goran Petrel"]),
    # a name beside what may be a body is a person's by "who"; who is somewhere, not where
    (
        "It rained. A former UN monitor, Tor Hale, who was there, said it held. He said it was old.",
        ["Tor Hale"] * 2,
    ),
    (
        "Ardenia hides its losses. Opposition channels in Selmar write of more than 50 wrecks.",
        ["[Opposition channels in Selmar]"],
    ),
    ("According to the words of Mara Quill, the dam was safe.", ["Mara Quill"]),
    # which company it is, is told: none that was named before
    (
        "Quillex builds boats in Kelmouth. The company which runs the mine denied that it was shut.",
        ["[company]"],
    ),
    # … but what is only remarked of a body does not set it apart
    (
        "The Kelmouth Rail Union met the port. The union, which wants more pay, said the track was old.",
        ["Kelmouth Rail Union"],
    ),
    # no number speaks for the sources beside it
    ("At least 20 people were killed, and according to other sources 13.", []),
    # "her words" are hers, information is of who gives it
    ("Dana Hale led the search. According to her words, the boat sank at night.", ["Dana Hale"]),
    ("According to information provided to us by the Harbour Agency, it sank.", ["Harbour Agency"]),
    ("According to the information of the police, four sailors were killed.", ["[police]"]),
    # "they" of a body, as translations have it
    ("Dana Hale said it was safe. In the ministry they denied that.", ["Dana Hale", "[ministry]"]),
    ("At the water company, they said the pipe was old.", ["[water company]"]),
    ("In the town they said the pipe was old.", ["[they]"]),
    # … and of somebody's quotation: not who spoke last
    (
        'The port said it was safe. "They said they would pay," Dana Hale said.',
        ["[port]", "Dana Hale", "[they]"],
    ),
    # a day between the verb and the one who says it
    ("The bridge was closed, confirmed on Friday morning the mayor Dana Hale.", ["Dana Hale"]),
    (
        "The toll rose to 18, informed this Monday afternoon the Minister of Transport Dana Hale.",
        ["Dana Hale"],
    ),
    ("Three sailors were detained, reported on Monday evening the Kelmouth police.", ["[Kelmouth police]"]),
    ("The crew reached the port and informed on Monday the mayor.", []),
    # who stands behind the verb is the subject, and "he" is never one who is known as "she"
    (
        "Mara Quill said it was late. On the pier stood the captain, Tor Hale. He said it held. "
        "At the gate stood Major Ivo Brenvane. He said it leaked.",
        ["Mara Quill", "Tor Hale", "Ivo Brenvane"],
    ),
    ("She said the dam held. It rained for days. He said it leaked.", ["[she]", "[he]"]),
    ("A spokeswoman said the dam held. It rained. He said it leaked.", ["[spokeswoman]", "[he]"]),
    # … and within what tells of somebody without a name it is that one, as behind it
    (
        "The mayor, Tor Hale, said it held. A guard who asked not to be named because he feared for his job "
        'said it leaked. "It was known," he said.',
        ["Tor Hale", "[guard]", "[guard]"],
    ),
    (
        "The mayor, Tor Hale, said it held. A nurse who would not give his name because he feared reprisals "
        "said two were killed.",
        ["Tor Hale", "[nurse]"],
    ),
    # several are not one who is known by name: whom the sentence before is about, or it is open who
    (
        "Mara Quill said it held. Divers from Kelmouth looked at the wall. They said it leaked.",
        ["Mara Quill", "[they]"],
    ),
    (
        "Mara Quill said it held. Engineers at the mill looked at the wall. They put the cost at 2 million.",
        ["Mara Quill", "[Engineers at the mill]"],
    ),
    ("Witnesses said it held. Two sailors came later. They said it leaked.", ["[Witnesses]"] * 2),
    # what is said to be a body or a town is no person, and no company
    (
        "Orrin Lines said it was late. The law firm, Hale Brenvane, said it was not. "
        "If it were, nobody would pay, it said.",
        ["Orrin Lines", "Hale Brenvane", "Hale Brenvane"],
    ),
    (
        "Two were killed in the port city, Tarsk. The police in Tarsk came. The company said it was sorry.",
        ["[company]"],
    ),
    (
        "Nine are at Saint Orla Hospital, its director, Milena Prosk, said. She added that two were hurt.",
        ["Milena Prosk"] * 2,
    ),
    # by age: one who is named in the passage, not who spoke in another
    (
        'The mayor, Tor Hale, said two were killed.\n\n"I ran," the 31-year-old said. '
        'A student was there. "I ran as well," said the 22-year-old.',
        ["Tor Hale", "[31-year-old]", "[student]"],
    ),
    # in a quotation "she" has to be known as one, and nobody speaks of himself
    ('Ante Hale led the crew. "She told us to leave the pier," said Mara Quill.', ["Mara Quill", "[she]"]),
    ('The pilot, Tor Hale, was away. "He called us at noon," he said.', ["Tor Hale"]),
    # what was just told says nothing
    ("The ministry claimed that two were killed. This refused it.", ["[ministry]"]),
    # who holds a role is not somebody named long before, however the parse hangs the two
    (
        "Ida Hale said it was late.\n\nMines damaged two boats near the outer pier, the commander of Orrin's "
        "coast guard, Oleg Dane, told the Herald by phone. He said six sailors were missing.",
        ["Ida Hale", "Oleg Dane", "Oleg Dane"],
    ),
    (
        '"We were given nine names, not eleven," its president, Tomas Hale, told Corin. "We have asked why."',
        ["Tomas Hale"],
    ),
    ('The Director of KFU, Ingrid Falk, says:\n"This is a difficult time for sailors."', ["Ingrid Falk"]),
    (
        "The mayor of Orrin, Tomas Reel, told the Eastern Star that boats had sunk. "
        '"We are short of boats and of patience," Reel said.',
        ["Tomas Reel"] * 2,
    ),
    # "who" is a person, not where he works
    ("I spoke to somebody at the clinic, who told me that two boats leaked.", ["[somebody at the clinic]"]),
    # a company is no person, and none that reports
    (
        "Local media reported that Ruben Salcedo had died. The company said all workers were safe.",
        ["[Local media]", "[company]"],
    ),
    (
        "Radio Sund reported that Karl Emmer had resigned. The firm said it was a lie.",
        ["Radio Sund", "[firm]"],
    ),
    ("Earlier the plant's owner, Rovan, had put the number of boats at three.", ["Rovan"]),
    # who publishes a document that others saw as well did not write it
    (
        "A 42-page report seen by the Tribune, and first published by Dagblad Orrin, says the boats leaked. "
        "It says nobody was told.",
        ["[42-page report]"] * 2,
    ),
    # no day and no other number speaks
    (
        "Last year 412 people were killed in the province, according to the union, against 371 in 2024.",
        ["[union]"],
    ),
    (
        "The count stands at eight killed and 118 hurt, according to the union's bulletin this morning. "
        "It was four on Tuesday, six on Wednesday.",
        ["[union]"],
    ),
    ("The crew itself, in a video message to the port, said the boat held.", ["[crew]"]),
    ("Ida Hale came. According to her the company knew how many boats leaked.", ["Ida Hale"]),
    # of rival bodies the one that spoke most, unless one just did; else it is open
    (
        "The health ministry of Ardenia said nine were ill. The ministry said more would come. "
        "The Velmoran health ministry said four were ill. Mara Quill said it was late. "
        "The first fell ill in May, the ministry said.",
        ["[health ministry of Ardenia]"] * 2
        + ["[Velmoran health ministry]", "Mara Quill", "[health ministry of Ardenia]"],
    ),
    (
        "The transport ministry said nine were hurt. The health ministry said ten were. "
        "Mara Quill said it was late. The ministry said more would come.",
        ["[transport ministry]", "[health ministry]", "Mara Quill", "[ministry]"],
    ),
    # of whom the quotation tells is not who gives it
    (
        'Tor Quill said nobody came. "My brother waited all day. He is still there," he said.',
        ["Tor Quill"] * 2,
    ),
    # whose lawyer it is the sentence tells
    (
        "Tor Quill said it was late. The captain, 54, has denied it, his lawyer said.",
        ["Tor Quill", "[captain's lawyer]"],
    ),
    # whom she told is no part of who she is
    ('"It held for an hour", said a passenger to the agency Orrin Press.', ["[passenger]"]),
    ('"It held for an hour", said a witness to the newspaper Orrin Post.', ["[witness]"]),
    # what a person is of
    ("Mara Quill of Sailors for Peace said it was late. Quill said more.", ["Mara Quill"] * 2),
    # whose document it is
    ("The coast guard ended its search. Its last bulletin gives 14 dead.", ["[coast guard]"]),
    ("The latest information received from the port says that it held.", ["[port]"]),
    # who is answered keeps what he claims, and where he claims it
    (
        "Sailors appeared on state television to announce that they held the port, a claim the navy denied.",
        ["[Sailors]", "[navy]"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_speakers(text: str, expected: list[str | None]) -> None:
    reading = extract(Report("r", text, "x", language="en"))
    shown: dict[str, str] = {}
    for entity in reading.entities:
        name = entity.name
        if entity.unnamed:
            same = sum(e.name == entity.name and e.unnamed for e in reading.entities[: len(shown)])
            name = f"[{entity.name} {same + 1}]" if same else f"[{entity.name}]"
        shown[entity.id] = name
    assert [shown[a.speaker] if a.speaker else None for a in reading.attributions] == expected


def test_the_relay_begins_with_the_speaker() -> None:
    reading = extract(Report("r", "Mara Quill said the dam was safe.", "x", language="en"))
    (attribution,) = reading.attributions
    assert attribution.relay == (next(e.name for e in reading.entities if e.id == attribution.speaker),)


INTERVIEWS = [
    ("Mayor Mara Quill said that the dam was safe.", ["Mara Quill"]),
    ("Mayor Mara Quill said that Susan Hale was wrong.", ["A"]),
    ("The storm broke the dam.", ["A"]),
]


@pytest.mark.parametrize(("before", "speakers"), INTERVIEWS)
def test_whose_an_answer_is(before: str, speakers: list[str]) -> None:
    text = f"{before}\nQ: How many were hurt?\nA: We have treated 140 people since Monday.\nQ: Why?"
    reading = extract(Report("r", text, "x", language="en"))
    names = {entity.id: entity.name for entity in reading.entities}
    said = [a for a in reading.attributions if any("140" in span.of(text) for span in a.content)]
    assert [names[a.speaker] for a in said if a.speaker] == speakers
    (quantity,) = [q for q in reading.quantities if q.value == 140]
    assert quantity.speaker == said[0].speaker


def test_no_question_no_answer() -> None:
    text = "Ana Quill spoke of the dam.\nA: We have treated 140 people since Monday."
    reading = extract(Report("r", text, "x", language="en"))
    assert all(a.speaker is None for a in reading.attributions if "140" in a.content[0].of(text))

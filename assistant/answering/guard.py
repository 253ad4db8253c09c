"""A question -> why it must be declined, or None. High-precision patterns; `intents.py` judges the rest.

Order matters: danger to life first, then wrongdoing, manipulation and clinical advice. The patterns
look for a person asking for something, not for a word: "how do technicians check doses?" is a
question about the work and passes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from assistant.text import fold

__all__ = ["Refusal", "refusal_of"]

Refusal = Literal["emergency", "wrongdoing", "manipulation", "clinical", "off_topic", "greeting"]

_DRUG = (
    r"(?:ibuprofen|advil|tylenol|acetaminophen|aspirin|amoxicillin|antibiotics?|metformin|insulin|warfarin|"
    r"xanax|alprazolam|adderall|oxycodone|percocet|hydrocodone|vicodin|tramadol|gabapentin|prednisone|"
    r"lisinopril|atorvastatin|zoloft|sertraline|lexapro|prozac|benadryl|nyquil|melatonin|viagra|ozempic|"
    r"wegovy|semaglutide|suboxone|fentanyl|morphine|codeine|ativan|klonopin|valium|ambien|blood thinners?|"
    r"birth control|blood pressure (?:meds?|pills?)|painkillers?|pain meds?|sleeping pills?|antidepressants?|"
    r"allergy (?:meds?|pills?)|cough syrup|[a-z]{4,}(?:cillin|mycin|statin|pril|sartan|olol|azole|pam|oxetine))"
)
_PERSON = r"(?:i|me|my|we|our|he|she|his|her|they|you|mom|mother|dad|father|kid|baby|son|daughter|child|toddler|wife|husband|friend|grandm\w+|grandpa|dog|cat|patient)"

_PATTERNS: Mapping[Refusal, tuple[str, ...]] = {
    "emergency": (
        r"\b(?:kill|hurt|hurting|harm|harming) (?:myself|himself|herself|themselves)\b",
        r"\b(?:suicid\w*|end my life|want to die|don'?t want to live)\b",
        r"\b(?:overdosed?|od'?d|o\.d\.)\b.{0,40}\b(?:on|just|what do i|help|friend|mom|dad|child)\b",
        r"\b(?:took|swallowed|drank|ate|given) (?:too (?:many|much)|the whole bottle|all (?:of )?(?:my|his|her|the))\b",
        r"\b(?:baby|kid|child|toddler|son|daughter|dog|cat)\b.{0,30}\b(?:swallowed|ate|drank|got into)\b",
        r"\b(?:chest pain|can'?t breathe|cannot breathe|not breathing|having a stroke|heart attack|anaphyla\w+|throat is (?:closing|swelling)|unconscious|won'?t wake up|seizure right now)\b",
    ),
    "wrongdoing": (
        r"\b(?:order|buy|get|print|purchase)\b.{0,30}\b(?:certificates?|cpht|licen[sc]e|diploma)\b.{0,40}\b(?:no|without|skip\w*) (?:an? |the |any |taking (?:the |an? )?)?(?:exam|test|class|school|training)\b",
        r"\b(?:twin|sister|brother|friend|someone|somebody|roommate|cousin|buddy)\b.{0,20}\b(?:sit|take|write|do)\b.{0,20}\b(?:exam|test|ptce|excpt|course|ce|quiz)\b.{0,25}\b(?:for me|with my id|as me|in my place|my name)\b",
        r"\b(?:write|make|create|draft|type)\b (?:me |up )?(?:an? )?(?:doctor'?s? note|prescription|script|rx)\b",
        r"\banswers? (?:to|for|key)\b.{0,30}\b(?:quiz|ce|exam|test)\b.{0,40}\b(?:so|without|dont|don't|watch)\b",
        r"\b(?:alarm|safe|vault|door) (?:code|combination)\b",
        r"\b(?:beat|fool|cheat|trick)\b.{0,15}\b(?:hair|urine|saliva|drug|blood) (?:test|screen)\b",
        r"\b(?:fake|forge|forged|falsif\w+|counterfeit|photoshop|doctored?)\b.{0,40}\b(?:cert\w*|license|licence|diploma|ged|ce|credits?|hours|prescriptions?|scripts?|id|transcript|documents?|registration|urine|pee|drug test|background)\b",
        r"\b(?:steal|stealing|swipe|sneak|smuggle|pocket(?:ing)?|skim|divert)\b.{0,40}\b(?:pills?|drugs?|meds?|medications?|narcotics?|controls?|controlled|oxy\w*|adderall|from (?:the|my|a) (?:pharmacy|work|hospital|job))\b",
        r"\b(?:cheat|cheating)\b.{0,30}\b(?:exam|test|ptce|ptcb|excpt|nha|on it|drug)\b",
        r"\b(?:leaked|stolen|actual|real|exact)\b.{0,20}\b(?:exam|test|ptce|ptcb|excpt) (?:questions|answers|items|dump)\b|\b(?:exam|test|brain) ?dumps?\b",
        r"\b(?:take|sit|do)\b.{0,15}\b(?:exam|test|ptce|ptcb|excpt|ce|courses?)\b.{0,12}\bfor me\b|\bsomeone else\b.{0,30}\b(?:take|sit)\b.{0,20}\b(?:exam|test|ptce|excpt|ce)\b|\bpay (?:someone|somebody)\b.{0,20}\b(?:take|do|sit|pass)\b",
        r"\b(?:pass|beat|trick|fool|cheat)\b.{0,20}\b(?:drug (?:test|screen)|urine test|pee test|uds)\b.{0,60}\b(?:weed|high|smok\w+|dirty|synthetic|clean pee|detox|using)\b|\b(?:beat|trick|fool)\b.{0,20}\b(?:drug (?:test|screen)|background check)\b",
        r"\b(?:lie|lying|hide|hiding|conceal|leave (?:off|out)|omit)\b.{0,40}\b(?:felony|conviction|record|criminal|arrest|dui|charges?|background)\b",
        r"\b(?:hack|bypass|break into|get into)\b.{0,30}\b(?:cabinet|pyxis|omnicell|safe|pmp|system|account|records?|database)\b",
        r"\b(?:look up|look at|access|check|pull up)\b.{0,25}\b(?:ex'?s|ex[- ](?:boy|girl)?friend'?s|neighbou?r'?s|coworker'?s|celebrit\w+)\b.{0,30}",
        r"\b(?:without a prescription|no prescription|without a script)\b|\b(?:sell|selling|buy|buying|get)\b.{0,20}\b(?:pills|oxy\w*|adderall|xanax|fentanyl|controlled)\b.{0,20}\b(?:online|street|illegal\w*|cheap|side|friends?)\b",
        r"\bhow (?:to|do i|can i|would i)\b.{0,20}\b(?:make|cook|synthesize|extract)\b.{0,20}\b(?:meth|methamphetamine|fentanyl|lean|drugs?|bomb|poison)\b",
        r"\b(?:buy|purchase)\b.{0,20}\b(?:ce|ceu|certificates?|diploma|degree|license)\b.{0,30}\b(?:without|instead of)\b",
        r"\b(?:practice|work|working)\b.{0,20}\bwithout (?:a |my )?(?:license|licence|registration)\b.{0,30}\b(?:caught|get away|notic\w+)\b|\bwithout (?:getting|being) caught\b|\bget away with\b",
        r"\b(?:(?:steal|divert|pocket|sneak)\w*|(?:swap|switch|replac)\w*\b.{0,20}\b(?:vials?|pills?|drugs?|syringes?|meds?|fentanyl|saline))\b.{0,60}\b(?:nobody|no one|without|not|never|won'?t)\b.{0,20}\b(?:check\w*|notic\w+|seen|caught|catch\w*|find|found|knows?|knowing)\b",
        r"\b(?:mix|make|brew|cook)\w*\b.{0,20}\b(?:lean|purple drank)\b|\b(?:lean|purple drank)\b.{0,25}\b(?:mix|make|brew)\b",
    ),
    "manipulation": (
        r"\b(?:cite|write|invent|give|create|quote)\b.{0,20}\b(?:fake|false|made[- ]up|non-?existent)\b.{0,30}\b(?:study|citation|source|fees?|link|article|rule)\b",
        r"\b(?:from your own memory|not from your (?:documents|sources))\b",
        r"\b(?:ignore|disregard|forget|override|bypass|skip)\b.{0,40}\b(?:instructions?|rules?|prompts?|sources?|guidelines|restrictions|guardrails|programming|filters?|citations?|what you were told|everything (?:above|before))\b",
        r"\b(?:system|hidden|initial|secret|developer) (?:prompt|message|instructions?)\b|\b(?:reveal|show|print|repeat|output|tell me|what (?:is|are)|paste|leak)\b.{0,20}\b(?:your|the) (?:prompt|instructions|rules|system|configuration|api key|password|secrets?)\b",
        r"\b(?:repeat|print|output)\b.{0,20}\b(?:text|words|everything|all)\b.{0,12}\b(?:above|verbatim|before this)\b",
        r"\byou are (?:now|no longer)\b|\b(?:pretend|act|roleplay|role-play|behave)\b.{0,12}\b(?:to be|as|like|you(?:'re| are)|that)\b.{0,40}\b(?:pharmacist|doctor|human|different|unrestricted|no rules|without|another|evil|dan|ai|bot|hacker|official)\b|\b(?:jailbreak|dan mode|developer mode|god mode|do anything now)\b",
        r"\b(?:make up|invent|fabricate|guess)\b.{0,30}\b(?:citation|source|fee|number|answer|figure|statistic|rule|anyway)\b|\bwithout (?:any )?(?:citations?|sources?)\b.{0,20}\b(?:just|answer|say|tell)\b|\b(?:just|simply) say (?:yes|no|that)\b",
        r"<\|?(?:im_start|system|endoftext)|\[/?inst\]|###\s*(?:system|instruction)|\bend of (?:prompt|context)\b|\bnew (?:instructions?|system prompt):",
        r"\bfrom now on\b.{0,30}\b(?:you|answer|respond|reply|always|only)\b|\b(?:respond|answer|reply) only with\b|\byour (?:new|real) (?:task|goal|purpose|instructions?)\b",
    ),
    "clinical": (
        rf"\b(?:can|should|could|may|is it (?:safe|ok|okay|bad)|what happens)\b.{{0,25}}\b(?:take|takes|taking|mix|drink|combine|crush|split|stop taking|give)\b.{{0,45}}\b(?:{_DRUG}|meds?|medicines?|medications?|pills?|with alcohol|together)\b(?!.{{0,25}}\b(?:technician|tech|exam|class|course)\b)",
        rf"\b(?:how (?:much|many)|what (?:dose|dosage|strength|amount)|what'?s the (?:dose|dosage|max\w*)|max(?:imum)? (?:dose|dosage)|right dose|correct dose|dose|dosage)\b.{{0,40}}\b{_DRUG}\b",
        rf"\b{_DRUG}\b.{{0,40}}\b(?:dose|dosage|side effects?|interact\w*|safe|with alcohol|while pregnant|overdose|work for|help with|how (?:much|many)|mg)\b",
        rf"\b(?:side effects?|interactions?) (?:of|between|with|from|for)\b.{{0,30}}\b(?:{_DRUG}|my|[a-z]+ and)\b",
        r"\bwhat (?:can|should|do) (?:i|my|we|he|she)\b.{0,20}\b(?:take|use|give)\b.{0,20}\bfor\b.{0,40}",
        r"\b(?:my|his|her|our)\b.{0,25}\b(?:rash|fever|headache|blood pressure|blood sugar|pain|symptoms?|infection|cough|anxiety|depression|diabetes|pregnan\w+|allerg\w+|dosage|dose|prescription|refill|meds?|medication|medicine)\b.{0,60}\b(?:normal|safe|okay|ok|worse|should i|what (?:do|can|should)|is it|does it|mean|help|ready|treat|cure|stop|increase|lower)\b",
        rf"\b(?:should|can|could) {_PERSON}\b.{{0,30}}\b(?:stop taking|double (?:my|the|his|her)|skip (?:a|my) dose|increase (?:my|the)|switch from)\b",
        r"\bdiagnose\b.{0,20}\bme\b|\b(?:diagnose|do i have|is this|could this be)\b.{0,30}\b(?:infection|flu|covid|strep|allergic|diabetes|cancer|std|uti|symptom\w*)\b",
        r"\b(?:which|what|best|good) (?:medicine|medication|drug|antibiotic|pill|painkiller|vitamin|supplement)s?\b.{0,25}\b(?:for|to (?:treat|take|help|cure))\b",
        r"\b(?:what (?:is|are|does)|what'?s)\b.{0,12}" + _DRUG + r"\b.{0,15}\b(?:used for|for|do|treat)\b",
    ),
}
# What makes a clinical or criminal word a question about the work or the exam; the classifier then judges.
_WORK = {
    "clinical": re.compile(
        r"\b(?:exam|ptce|ptcb|excpt|nha|study|studying|course|class|memori[sz]e|trainees?|technicians?|techs?|compound\w*|job|work)\b"
    ),
    "wrongdoing": re.compile(
        r"\b(?:suspect\w*|report\w*|handle|spot|detect|recogni[sz]e|prevent\w*|notice[ds]?|coworker is|accused|"
        r"consequences?|penalt(?:y|ies)|punish\w*|legit|(?:il)?legal|against .{0,20}\brules|what happens (?:if|to|when)|who do i tell|"
        r"(?:pharmacist|boss|manager|tech|technician|somebody|someone) (?:is|keeps|was) (?:steal|tak|divert|forg|cheat|falsif)\w+)\b"
    ),
}
# What somebody's patient or customer is to take: no work of a technician, whoever asks.
_ADVICE = re.compile(
    r"\bmissed\b.{0,20}\bdoses?\b.{0,60}\b(?:take|double|skip|catch up|do i|what)\b"
    r"|\b(?:tell|advise) (?:him|her|them|(?:the|a|my) (?:patient|customer)) to (?:take|stop|skip|double|use|inject|drink)\b"
    r"|\b\d+(?:\.\d+)? ?(?:mg|mcg|ml|puffs?|tablets?|pills?|drops?)\b.{0,40}\b(?:enough|too (?:much|many|little)|safe)\b"
    r"|\b\d+ units? of (?!ce\b|ceus?\b|credit|college|continuing|study|law\b|educat)\w+.{0,40}\b(?:enough|too (?:much|many|little)|safe)\b"
)
# Other licensed trades; nursing, medicine, coding and the like are answered as next steps.
_OTHER_TRADE = re.compile(
    r"\b(?:barber|cosmetolog\w*|real estate|realtor|plumb\w+|hvac|cdl|truck driver|firefighter|electrician|nail tech|"
    r"emt|paramedic|radiology|ultrasound|x-?ray|dental|hygienist|bar exam|lawyer|cpa|accountant|teach(?:er|ing) (?:license|certificate)|"
    r"police|nclex|(?:rn|lpn|cna|nursing|nurse'?s?) (?:licen[sc]e|exam|board|certification)|cosmetic|massage|vet(?:erinary)? tech|phlebotom\w+|esthetician|daycare|insurance agent|notary)\b"
)
_OUR_TRADE = re.compile(r"\b(?:pharm\w*|rx|ptcb|ptce|cpht|excpt|nha|techs? to|prescriptions?)\b")
_COMPILED = tuple(
    (refusal, tuple(re.compile(pattern, re.DOTALL) for pattern in patterns))
    for refusal, patterns in _PATTERNS.items()
)
_GREETING = re.compile(
    r"^\W*(?:(?:hi+|hello+|hey+|hiya|howdy|yo|sup|good (?:morning|afternoon|evening)|hola|thanks?|thank you|thx|ty|"
    r"thank u|cool|great|awesome|nice|bye|goodbye|test|testing|help|start|are you (?:there|real|a bot|human|an ai)|"
    r"who are you|what are you|what is this|what can you do|what do you do|how does this work|how are you|"
    r"can you help(?: me)?|i need help|i have a question|can i ask (?:you )?(?:a question|something))"
    r"(?:\s+(?:there|so much|very much|a lot|again|everyone|all|please|tech ?path|for (?:the|your) help|me))?[\s!.,?]*)+$"
)


def refusal_of(question: str) -> Refusal | None:
    """Why this question must be declined or only greeted; None when it may be answered."""
    text = fold(question)
    for refusal, patterns in _COMPILED:
        about_work = refusal in _WORK and _WORK[refusal].search(text)
        if not about_work and any(pattern.search(text) for pattern in patterns):
            return refusal
    if _ADVICE.search(text):
        return "clinical"
    if _OTHER_TRADE.search(text) and not _OUR_TRADE.search(text):
        return "off_topic"
    return "greeting" if _GREETING.match(text) else None

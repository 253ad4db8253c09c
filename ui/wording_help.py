"""Every sentence that the page "Help" says."""

from __future__ import annotations

from collections.abc import Mapping

from ui.language import Spoken, Words

__all__ = ["SECTIONS", "WAYS", "HelpWords"]


class HelpWords(Words):
    """The fixed sentences and labels, one name each."""

    TITLE = "Help"
    INTRO = "What TechPath does, where its answers come from, and what becomes of what you type."
    ON_THIS_PAGE = "On this page"
    TIER = "Kind of source, the strongest first"
    OFTEN = "Due for another look after"
    MONTHS = "{months} months"
    NEVER = "not judged here"

    OFFLINE = (
        "This TechPath works **offline**. It takes the sentences of an answer word for word from its "
        "sources. No language model writes, and what you type is sent to no other service."
    )
    MODEL = (
        "On this TechPath a language model (`{model}`) puts answers into words. For that, your question, "
        "the conversation before it and what answers assume of you are sent to that model. Each of its "
        "sentences is compared with the sources first. One that they do not support is not shown. When "
        "the model fails, TechPath answers offline and says so."
    )
    KEPT_FOREVER = "They stay until you delete them."
    KEPT_DAYS = "They are deleted after {days} days in which nobody has opened or changed them."
    KEPT_FILE = "in a file on the computer that runs this page"
    KEPT_SERVER = "in the database of whoever runs this page"


# Section -> its heading and its text in Markdown. Braces are filled in by ui/pages/help.py.
SECTIONS: Mapping[str, tuple[str, str]] = Spoken(__name__, "SECTIONS") | {
    "what": (
        "What TechPath is",
        "TechPath is a career guide for pharmacy technicians in the United States. You ask in your own "
        "words: how to start, which exam to take, what to renew and when, which specialty fits, what "
        "comes next.\n\n"
        "Besides answers it gives you things to keep: a plan with dates, a comparison, a list of schools "
        "near you, and a link that you can send to somebody.",
    ),
    "not": (
        "What it is not",
        "- **It gives no clinical advice.** It does not speak about doses, symptoms or treatment. Ask a "
        "pharmacist or a doctor. In an emergency in the US call 911, and for a poisoning "
        "1-800-222-1222.\n"
        "- **It is not a board.** It cannot register you, and it does not decide. Your state's board of "
        "pharmacy does. Rules and fees change: check with the board before you pay or apply.\n"
        "- **It is not a lawyer.** If your case is unusual, for example after a conviction, ask the "
        "board in writing.\n"
        "- **It is no shop.** It sells nothing and shows no advertising.",
    ),
    "answers": (
        "How an answer comes about",
        "1. TechPath reads your question: the state, the credential, and what you want to know.\n"
        "2. It looks through its own sources. It does not search the web.\n"
        "3. It puts the answer together. Each sentence carries small numbers.\n"
        "4. Before you see a sentence, TechPath compares it with the stored source. Each figure in it "
        "must stand there.\n\n"
        "Press a number to see the source: who published it, as of when, and the words themselves.\n\n"
        "{engine}\n\n"
        "**“Not in my sources”** means just that. TechPath does not guess. It tells you who would know, "
        "mostly the board. Where a page says **unknown**, nobody has found the answer yet. It does not "
        "mean “no”.",
    ),
    "sources": (
        "Which sources count",
        "A law or a board's own page counts most. A guide on the web never alone supports a rule, a fee "
        "or a date. Where two good sources disagree, you see both.\n\n"
        "Two dates stand with a source. **As of** is the date that the source gives itself; many give "
        "none. **Checked** is the day on which a person last compared it.",
    ),
    "privacy": (
        "What is kept of you",
        "**You need no account and no name.** Your browser gets one cookie, `techpath_visitor`, with a "
        "random key. It is what lets you find your conversations again. It lasts up to 400 days. If you "
        "choose a look or a state under Settings, a second one, `techpath_look`, holds that choice. There "
        "is no tracking. If your school or employer has you sign in, conversations belong to that "
        "sign-in instead.\n\n"
        "**Your conversations** are kept {place}, under that key: your questions, the answers, and what "
        "answers assume of you, such as your state. {retention} What you say under “Was this right?” is "
        "kept with the answer, for those who mend the sources.\n\n"
        "**Your plan, comparison and specialty answers** are not stored. They live in this tab, and in "
        "the address of the page, so that you can save or send that address.\n\n"
        "**Links that you share** keep a copy of the answers that you chose, without what you hid. "
        "TechPath counts how often a link is opened, not by whom. You can withdraw it at any time; the "
        "copy is then deleted.\n\n"
        "**Who can read it.** Only your browser opens your conversations. Whoever runs this page looks "
        "after the computer, and could read what is stored there. So leave out names, numbers and health "
        "matters. When something fails, technical details go into a log on that computer.\n\n"
        "**Deleting** is real: under Shared links you delete everything at once. A backup made before "
        "may still hold it for a while.",
    ),
    "counselors": (
        "For counselors and teachers",
        "- **A link with a question.** Under Shared links, make a link that asks its question at once, "
        "with a QR code for a handout. Each student gets a conversation of their own. You do not see "
        "it.\n"
        "- **A link with answers.** In a conversation, choose Share. Pick the answers, hide what tells "
        "who somebody is, and say how long the link works. The page reads well on a phone, prints, and "
        "says when a fact has changed since.\n"
        "- **Any page.** The address of a plan, a comparison, a state's rules or a page of the library "
        "can be sent as it is. The one of Ohio ends in `library?state=OH`.\n"
        "- **Paper.** The handbook in the library holds all guides as one PDF.",
    ),
    "keyboard": (
        "With the keyboard",
        "| Key | What it does |\n"
        "|---|---|\n"
        "| Tab, Shift+Tab | to the next or the former button, link or field |\n"
        "| Enter | asks your question; opens a link; presses a button |\n"
        "| Shift+Enter | begins a new line in your question |\n"
        "| Escape | closes the source that is open, and goes back to its number; leaves a changed question; "
        "stops an answer that is being written |\n"
        "| Arrow up, in the empty field | changes your last question |\n"
        "| Space | ticks a box; opens a list |",
    ),
    "accessibility": (
        "For everybody to use",
        "TechPath aims at WCAG 2.2, level AA. Text keeps a contrast of at least 4.5 to 1 in the light "
        "and the dark look; your device chooses which, or you do under Settings, with the size of letters. "
        "Pages fit a window of 320 pixels, so you can "
        "enlarge them to 400 % without scrolling sideways. You need no mouse. What a chart or a map "
        "shows also stands there as text, and each page of the handbook has its text beside its "
        "picture.\n\n"
        "Known gaps: answers and their sources are in English, and a long table in a guide may need "
        "scrolling within "
        "itself. If something bars your way, tell whoever runs this page, or report it as below.",
    ),
    "wrong": (
        "If something is wrong",
        "A wrong figure is the worst thing that can happen here. Please tell.\n\n"
        "- **Below the answer**, choose “Was this right?” and say what is wrong.\n"
        "- **On the project's page**, open an issue with the sentence, what is true, and the address "
        "where you saw it. A board's page or a law is best.\n"
        "- **Mend it yourself.** Facts stand in plain text files, each with its source. The file "
        "CONTRIBUTING of the project tells how; you need not program. A person compares each change with "
        "its source before it is taken.",
    ),
}

# Section -> what the link to the page that it leads to says.
WAYS: Mapping[str, str] = Spoken(__name__, "WAYS") | {
    "what": "Ask a question",
    "answers": "Read the sources in the library",
    "sources": "See what changed lately",
    "privacy": "Delete everything that is kept of me",
    "counselors": "Make a link for your class",
}

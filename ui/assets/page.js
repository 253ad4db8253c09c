// What a page of Streamlit cannot do by itself: keys, focus, what a screen reader hears, and the look.
// Nothing here reads or writes anybody's text.
// The page asks for something by pushing [name, ...arguments] to techpathDo, perhaps before this has run.
if (!window.techpathDo?.ready) {
  const SIZE = "techpathSize";
  const HOLD = 8000; // milliseconds
  const PAGES = ["", "specialty", "plan", "compare", "library", "links", "ladder", "moving", "programs", "help"];
  const MENU = '[data-testid="stSidebarNavItems"], [data-testid="stSidebarNavItems"] li';
  const ENGLISH = '[class*="st-key-answer-"] [data-testid="stMarkdownContainer"], [class*="st-key-sources-"], [class*="st-key-panel-source-"], .st-key-follow-ups button, [class*="st-key-question-"]';
  const spoken = document.body.appendChild(document.createElement("div"));
  spoken.setAttribute("role", "status");
  spoken.className = "techpath-spoken";
  let mark = null;
  let kept = null;

  const press = (selector) => {
    const found = [...document.querySelectorAll(selector)].filter((button) => !button.disabled).pop();
    found?.click();
    return Boolean(found);
  };
  // Streamlit keeps a theme for each path by itself, and reads it when it starts.
  const themed = (theme) => {
    const base = location.pathname.replace(/[^/]*$/, "");
    const wanted = { light: '"Light"', dark: '"Dark"' }[theme];
    let changed = false;
    for (const page of PAGES) {
      const key = `stActiveTheme-${base}${page}-v2`;
      if ((localStorage.getItem(key) ?? '"System"') !== (wanted ?? '"System"')) changed = true;
      if (wanted) localStorage.setItem(key, wanted);
      else localStorage.removeItem(key);
    }
    return changed;
  };

  const actions = {
    // chosen: as the cookie holds it; saved: whether the cookie already does.
    look: async (chosen, language, theme, size, saved) => {
      document.documentElement.lang = language;
      document.documentElement.dataset[SIZE] = size;
      if (!saved && kept !== chosen) {
        kept = chosen;
        const base = location.pathname.replace(/[^/]*$/, "");
        await fetch(`${base}look?chosen=${chosen}`, { method: "POST", keepalive: true });
      }
      if (themed(theme)) location.reload();
    },
    say: (words) => {
      spoken.textContent = "";
      setTimeout(() => { spoken.textContent = words; }, 50);
    },
    focus: (key, tries = 60) => {
      const field = document.querySelector(`.st-key-${key} :is(textarea, input)`);
      if (field) field.focus();
      else if (tries > 0) requestAnimationFrame(() => actions.focus(key, tries - 1)); // its part comes later
    },
    // What stands below may still be growing, and only then is there room to scroll: hold until it is at the
    // top, the reader does something, or the time is over.
    top: (key) => {
      const end = performance.now() + HOLD;
      const reader = new AbortController();
      const leave = () => reader.abort();
      for (const deed of ["wheel", "touchstart", "pointerdown", "keydown"]) {
        addEventListener(deed, leave, { passive: true, signal: reader.signal });
      }
      const hold = () => {
        if (reader.signal.aborted) return;
        const place = document.querySelector(`.st-key-${key}`);
        place?.scrollIntoView({ block: "start" });
        const margin = place ? parseFloat(getComputedStyle(place).scrollMarginTop) : 0;
        const there = place && Math.abs(place.getBoundingClientRect().top - margin) < 2;
        if (there || performance.now() > end) leave();
        else requestAnimationFrame(hold);
      };
      hold();
    },
  };
  const asked = window.techpathDo ?? [];
  window.techpathDo = { ready: true, push: ([name, ...given]) => actions[name](...given) };
  asked.forEach(window.techpathDo.push);

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#source-"]');
    if (link) mark = link;
  });
  window.addEventListener("hashchange", () => {
    const opened = location.hash.startsWith("#source-") && document.getElementById(location.hash.slice(1));
    if (opened) {
      opened.setAttribute("tabindex", "-1");
      opened.focus({ preventScroll: true });
    } else if (mark?.isConnected) {
      mark.focus({ preventScroll: true });
    }
  });
  // Escape closes the source that is open, else leaves the form that changes a question, else stops an
  // answer; the arrow up in the empty input changes the last question.
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.('[data-testid="stChatInput"] textarea');
    if (event.key === "Escape") {
      if (location.hash.startsWith("#source-")) location.hash = "#closed";
      else if (event.target.closest?.('[class*="st-key-editing-"]')) press('[class*="st-key-edit-stop-"] button');
      else press('[data-testid="stChatInputStopButton"]');
    } else if (event.key === "ArrowUp" && typing && typing.value === "") {
      if (press('[class*="st-key-actions-"] [class*="st-key-edit-"] button')) event.preventDefault();
    }
  });
  // On a page in another language, answers and their sources are marked as English. And the menu of a phone
  // has a heading among the items of its list, which no list may have: it is told of as links alone.
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      for (const part of document.querySelectorAll(`:is(${MENU}):not([role])`)) part.setAttribute("role", "none");
      if (document.documentElement.lang === "en") return;
      for (const part of document.querySelectorAll(`:is(${ENGLISH}):not([lang])`)) part.lang = "en";
    });
  }).observe(document.body, { childList: true, subtree: true });
}

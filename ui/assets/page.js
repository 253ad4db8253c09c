// Escape closes the source that is open; focus goes into a source and back to its mark.
// Nothing here reads or writes anybody's text.
if (!window.techpathPage) {
  window.techpathPage = true;
  let mark = null;
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
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && location.hash.startsWith("#source-")) location.hash = "#closed";
  });
}

// Provenance opens on hover and stays for a click or a tap; Escape closes it.
let hovered = null;
let timer = 0;
const HOVER_DELAY = 250;
function closeHovered() {
  clearTimeout(timer);
  if (hovered) { hovered.open = false; hovered.classList.remove("floating"); }
  hovered = null;
}
function watchProvenance() {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const details = event.target.closest?.(".source");
    if (details && details === hovered) return clearTimeout(timer);
    if (!details || details.open || !event.target.closest("summary")) {
      clearTimeout(timer);
      if (hovered) timer = setTimeout(closeHovered, HOVER_DELAY);
      return;
    }
    closeHovered();
    timer = setTimeout(() => { hovered = details; details.classList.add("floating"); details.open = true; }, HOVER_DELAY);
  });
  document.addEventListener("click", (event) => {
    clearTimeout(timer);
    const details = event.target.closest("summary")?.parentElement;
    if (details && details === hovered) {
      event.preventDefault();
      details.classList.remove("floating");
      hovered = null;
    }
    for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    closeHovered();
    const menu = event.target.closest?.("details.menu[open]");
    if (menu) { menu.open = false; one("summary", menu).focus(); }
  });
}

function restore() {
  state.q = query.get("q") ?? "";
  const group = query.get("group") ?? "";
  state.group = groups[Number(group) - 1] ? group : "";
  state.states = new Set((query.get("state") ?? "").split(" ").filter(Boolean));
  state.differs = query.get("differs") === "1";
  if (thin) thin.checked = query.get("thin") === "1";
  if (changes && query.has("changes")) changes.checked = query.get("changes") === "1";
  if (inlineView && query.get("view") === "inline") inlineView.click();
  if (!isMatrix) return;
  const index = (id) => columns.findIndex((column) => column.id === id);
  const base = index(query.get("base"));
  if (base >= 0) {
    state.base = base;
    state.order = [base, ...state.order.filter((column) => column !== base)];
  }
  const named = [...new Set((query.get("columns") ?? "").split(" ").map(index))].filter((column) => column >= 0);
  if (!named.length) return;
  state.hidden = new Set(state.order.filter((column) => !named.includes(column)));
  state.order = [...named, ...state.hidden];
}
// The place an address names is shown, whatever the filters are.
function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
  const unit = units.find(({ rows }) => rows[0] === target || rows[0].contains(target));
  if (!unit) return;
  if (unit.rows[0].hidden || target.hidden) clear();
  if (thin && unit.isThin) thin.checked = false;
  if (changes && unit.isSame) changes.checked = false;
  const group = groups[unit.group];
  if (group) fold(group.body, group.heading, false);
  target.scrollIntoView();
}
// Sizes are set on the few elements that need them: a property of the root would style a large page anew.
function measure(bar) {
  const wide = all(".wide .masthead, .wide .tools, .wide .bases").concat(bar);
  let last = "";
  const set = () => {
    const height = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    const [head, width] = [tables[0].tHead?.offsetHeight ?? 0, root.clientWidth];
    if (last === (last = [height, head, width].join())) return;
    for (const cell of tables.flatMap((table) => all("thead th", table))) cell.style.top = `${height}px`;
    root.style.scrollPaddingTop = `${height + head + 8}px`;
    for (const block of wide) block.style.width = `${width}px`;
  };
  new ResizeObserver(set).observe(bar);
  new ResizeObserver(set).observe(root);
  set();
}
function start() {
  if (isMatrix) readColumns();
  makeLegend();
  makeFolds();
  const bar = controls();
  const tools = one(".bases") ?? one(".tools") ?? one(".scroll") ?? tables[0];
  const anchor = tables.length > 1 ? one(".content") : tools;
  if (tables.length > 1 || !one(".tools")) one(".content").prepend(bar); else anchor.after(bar);
  if (isMatrix) {
    for (const key of keptPins()) pins.add(key);
    showPins();
    makePinButtons();
  }
  restore();
  reflect();
  measure(bar);
  isRestoring = false;
  addEventListener("hashchange", showTarget);
  if (location.hash) showTarget();
}
watchProvenance();
if (units.length) start();
let opened = [];
addEventListener("beforeprint", () => {
  closeHovered();
  opened = all("details.more:not([open])");
  for (const detail of opened) detail.open = true;
});
addEventListener("afterprint", () => { for (const detail of opened) detail.open = false; });

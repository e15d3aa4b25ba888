// Controls
const menu = ([zh, en], count, ...content) =>
  make("details", { class: "menu" }, make("summary", {}, ...words(zh, en), " ", count), make("div", { class: "panel" }, ...content));
function toggle(zh, en, isOn, act) {
  const button = make("button", { type: "button", "aria-pressed": String(isOn), onclick() {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    act(button.getAttribute("aria-pressed") === "true");
  } }, ...words(zh, en));
  return button;
}
function choice(zh, en, options, value, act) {
  const select = make("select", { onchange: () => act(select.value) });
  for (const [key, optionZh, optionEn] of options) select.append(say(make("option", { value: key }), "text", optionZh, optionEn));
  select.value = value;
  return [select, make("label", { class: "choice" }, make("span", {}, ...words(zh, en)), " ", select)];
}
let reset = null;
let search = null;
let onlyDifferent = null;
let groupChoice = null;
function controls() {
  const bar = make("div", { class: "controls", role: "search" });
  say(bar, "aria-label", "筛选与显示", "Filter and view");
  search = make("input", { type: "search", oninput() { state.q = search.value; filter(); } });
  say(search, "aria-label", "检索两种语言的文字", "Find in both languages");
  say(search, "placeholder", "检索", "Find");
  bar.append(search);
  if (isMatrix && columns.length > 1 && tables[0].dataset.rows !== "articles") {
    const [select, label] = choice("基准", "Base", [...(printedBase < 0 ? [[-1, "不设", "none"]] : []), ...columns.map(({ zh, en }, column) => [column, zh, en])], printedBase,
      (value) => chooseBase(Number(value)));
    baseChoice = select;
    bar.append(label);
  }
  if (groups.length > 1) {
    const options = groups.map(({ heading }, index) => [index + 1, ...namesOf(heading)]);
    const [select, label] = choice("范围", "Part", [["", "全部", "all"], ...options], "", (value) => { state.group = value; filter(); });
    groupChoice = select;
    bar.append(label);
  }
  if (isMatrix || units.some((unit) => unit.differs)) {
    onlyDifferent = toggle("仅看差异", "Only differences", false, (on) => { state.differs = on; filter(); });
    bar.append(onlyDifferent);
  }
  for (const box of [thin, changes]) {
    const label = box && one(`label[for=${box.id}]`);
    if (!label) continue;
    box.addEventListener("change", () => { announce(); remember(); });
    bar.append(label);
  }
  if (kind === "pairs") bar.append(inlineView = toggle("合并显示", "Inline", false, (on) => { showInline(on); announce(); remember(); }));
  if (isMatrix && columns.length > 1) {
    counter = make("span", { class: "count" });
    bar.append(menu(["列", "Columns"], counter, columnList));
  }
  if (isMatrix) bar.append(pinMenu());
  bar.append(...[expandButton(), foldButton()].filter(Boolean));
  reset = make("button", { type: "button", class: "reset", hidden: true, onclick: () => { clear(); search.focus(); } }, ...words("重置", "Reset"));
  bar.append(reset, status);
  return bar;
}
function clear() {
  Object.assign(state, { q: "", group: "", states: new Set(), differs: false, hidden: new Set(), order: [...columns.keys()], base: printedBase });
  if (thin) thin.checked = false;
  if (changes) changes.checked = changes.defaultChecked;
  if (isInline()) inlineView.click();
  reflect();
}
// Shows the state in the controls and applies it.
function reflect() {
  search.value = state.q;
  onlyDifferent?.setAttribute("aria-pressed", String(state.differs));
  if (groupChoice) groupChoice.value = state.group;
  if (baseChoice) baseChoice.value = String(state.base);
  for (const button of all(".legend button")) button.setAttribute("aria-pressed", String(state.states.has(button.classList[1])));
  if (isMatrix) {
    fillColumns();
    place();
  }
  filter();
}
function makeLegend() {
  const known = new Set(units.flatMap((unit) => unit.states));
  for (const chip of all(".tools .legend .chip, .implementation .legend .chip")) {
    const name = chip.classList[1];
    if (!known.has(name)) continue;
    const button = make("button", { type: "button", class: chip.className, "aria-pressed": "false", onclick() {
      state.states[state.states.has(name) ? "delete" : "add"](name);
      button.setAttribute("aria-pressed", String(state.states.has(name)));
      filter();
    } }, ...chip.childNodes);
    chip.replaceWith(button);
  }
}

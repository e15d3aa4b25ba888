// What is filtered: rows of a matrix, groups of a pair, rows of any table marked `data-tools="rows"`.
const tables = all("table[data-tools]");
const kind = tables[0]?.dataset.tools;
const isMatrix = kind === "matrix";
const state = { q: "", group: "", states: new Set(), differs: false, base: -1, order: [], hidden: new Set() };
const units = [];
const groups = [];
const columns = [];
const status = make("p", { class: "status", role: "status" });

function unitsOf(body, table) {
  if (kind === "pairs") return body.matches(".pair") ? [[body]] : [];
  const found = [];
  for (const row of body.rows) {
    if (row.matches(".group") || body.matches(".facts")) continue;
    if (row.id || kind === "matrix" || !found.length || one("th[rowspan]", row)) found.push([row]);
    else found.at(-1).push(row);
  }
  return found;
}
function statesOf(rows) {
  if (isMatrix) return [...rows[0].cells].slice(1).map((cell) => cell.classList[0]);
  if (kind === "pairs") return [...rows[0].rows].map((row) => row.classList[0]);
  return all(".chip", rows[0]).map((chip) => chip.classList[1]);
}
for (const table of tables) {
  for (const body of table.tBodies) {
    const heading = one(".group > th", body);
    if (heading) groups.push({ heading, body });
    for (const rows of unitsOf(body, table)) {
      units.push({
        rows, group: groups.length - 1, states: statesOf(rows), alike: new Set(rows[0].dataset.alike?.split(" ")),
        cells: isMatrix ? [...rows[0].cells].slice(1) : [], isThin: rows[0].matches(".thin"),
        isSame: rows[0].matches(".same"), differs: rows[0].matches(".differs"), text: null,
      });
    }
  }
}

// Search: every word must stand in the row, in whichever language; provenance is not searched.
const folded = (text) => text.normalize("NFKC").toLowerCase();
const isSearched = (node) => !node.parentElement.closest(".source, .of, button");
function textNodes(inside) {
  const walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT, (node) =>
    isSearched(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}
const textOf = (unit) => (unit.text ??= folded(unit.rows.flatMap(textNodes).map((node) => node.data).join("")));
const MOST_MARKS = 3000;
function mark(terms) {
  if (!window.Highlight) return;
  const ranges = [];
  for (const unit of terms.length ? units.filter((unit) => !unit.rows[0].hidden) : []) {
    for (const node of unit.rows.flatMap(textNodes)) {
      const text = node.data.toLowerCase();
      if (text.length !== node.data.length) continue;
      for (const term of terms) {
        for (let at = text.indexOf(term); at >= 0 && ranges.length < MOST_MARKS; at = text.indexOf(term, at + term.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + term.length);
          ranges.push(range);
        }
      }
    }
  }
  if (!CSS.highlights.has("found")) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("::highlight(found){background:#ffe58a;color:#1d2127}");
    document.adoptedStyleSheets.push(sheet);
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

// A row differs where a text that can be judged says otherwise than the base, or than the first that can.
const canSay = new Set(["present", "silent", "delegated"]);
function differs(unit) {
  if (!isMatrix) return unit.differs;
  const shown = state.order.filter((column) => !state.hidden.has(column) && canSay.has(unit.states[column]));
  const base = shown.includes(state.base) ? state.base : shown[0];
  return shown.some((column) => column !== base && (unit.states[column] !== unit.states[base] ||
    (unit.states[base] !== "silent" && !unit.alike.has(`${Math.min(base, column)}-${Math.max(base, column)}`))));
}
const thin = one("#ui-thin");
const changes = one("#ui-changes");
function isShown(unit, terms) {
  if (state.group && unit.group !== Number(state.group) - 1) return false;
  const held = isMatrix ? unit.states.filter((_, column) => !state.hidden.has(column)) : unit.states;
  if (state.states.size && !held.some((name) => state.states.has(name))) return false;
  if (state.differs && !differs(unit)) return false;
  return terms.every((term) => textOf(unit).includes(term));
}
function filter() {
  const terms = folded(state.q).split(/\s+/).filter(Boolean);
  for (const unit of units) {
    const shown = isShown(unit, terms);
    for (const row of unit.rows) if (row.hidden === shown) row.hidden = !shown;
  }
  for (const [index, { heading, body }] of groups.entries()) {
    const rows = units.filter((unit) => unit.group === index);
    heading.parentElement.hidden = !rows.some((unit) => !unit.rows[0].hidden);
    if (state.q) fold(body, heading, false);
  }
  mark(terms);
  announce();
  remember();
}
function announce() {
  if (!units.length) return;
  const count = units.filter((unit) => !(unit.rows[0].hidden || (thin?.checked && unit.isThin) || (changes?.checked && unit.isSame))).length;
  status.replaceChildren(...words(`显示 ${count} / ${units.length} 行`, `${count} of ${units.length} rows shown`));
  if (reset) reset.hidden = !addressOf(state).size;
}

// The address keeps the filters, so that a view can be cited.
function addressOf() {
  const kept = new URLSearchParams();
  if (state.q) kept.set("q", state.q);
  if (state.group) kept.set("group", state.group);
  if (state.states.size) kept.set("state", [...state.states].join(" "));
  if (state.differs) kept.set("differs", "1");
  if (thin?.checked) kept.set("thin", "1");
  if (changes && changes.checked !== changes.defaultChecked) kept.set("changes", changes.checked ? "1" : "0");
  if (isInline()) kept.set("view", "inline");
  if (isMatrix) {
    const shown = state.order.filter((column) => !state.hidden.has(column));
    if (state.base !== printedBase) kept.set("base", columns[state.base]?.id ?? "");
    if (String(shown) !== String([...columns.keys()])) kept.set("columns", shown.map((column) => columns[column].id).join(" "));
  }
  return kept;
}
let isRestoring = true;
function remember() {
  if (isRestoring) return;
  const kept = addressOf().toString();
  try { history.replaceState(null, "", (kept ? "?" + kept : location.pathname) + location.hash); } catch { /* not kept */ }
}

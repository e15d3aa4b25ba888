// Columns
let printedBase = -1;
const badge = one("thead .base") ?? make("span", { class: "base" }, ...words("基准", "base"));
function place() {
  const shown = state.order.filter((column) => !state.hidden.has(column));
  for (const { cells, row } of rowsOfColumns) {
    if (cells.some((cell, index) => row.children[index + 1] !== cells[state.order[index]])) {
      row.append(...state.order.map((column) => cells[column]));
    }
    cells.forEach((cell, column) => { if (cell.hidden !== state.hidden.has(column)) cell.hidden = !cell.hidden; });
  }
  for (const { heading } of groups) heading.colSpan = shown.length + 1;
  columns.forEach(({ head }, column) => head.classList.toggle("is-base", column === state.base));
  if (state.base >= 0) one(".name", columns[state.base].head).append(" ", badge);
  else badge.remove();
  one("main").style.minWidth = `calc(var(--first) + ${shown.length} * var(--column))`;
  counter?.replaceChildren(`${shown.length}/${columns.length}`);
  for (const box of all("[type=checkbox]", columnList)) box.disabled = shown.length === 1 && box.checked;
}
function chooseBase(column) {
  state.base = column;
  if (column >= 0) {
    state.hidden.delete(column);
    state.order = [column, ...state.order.filter((other) => other !== column)];
  }
  fillColumns();
  place();
  filter();
}
const columnList = make("ul", { class: "columns" });
let counter = null;
let baseChoice = null;
const rowsOfColumns = [];
function fillColumns() {
  columnList.replaceChildren(...state.order.map(columnItem));
}
function columnItem(column) {
  const { zh, en } = columns[column];
  const box = make("input", { type: "checkbox", onchange: () => {
    state.hidden[box.checked ? "delete" : "add"](column);
    place();
    filter();
  } });
  box.checked = !state.hidden.has(column);
  const move = (step, sign, zhMove, enMove) => say(make("button", { type: "button", onclick(event) {
    const at = state.order.indexOf(column);
    if (at + step < 0 || at + step >= state.order.length) return;
    state.order.splice(at, 1);
    state.order.splice(at + step, 0, column);
    if (step < 0) item.previousElementSibling.before(item); else item.nextElementSibling.after(item);
    event.currentTarget.focus();
    place();
    filter();
  } }, make("span", { "aria-hidden": "true" }, sign)), "aria-label", `${zhMove}：${zh}`, `${enMove}: ${en}`);
  const item = make("li", {}, make("label", {}, box, " ", ...words(zh, en)), move(-1, "↑", "前移", "Move earlier"),
    move(1, "↓", "后移", "Move later"));
  return item;
}
function readColumns() {
  const head = tables[0].tHead.rows[0];
  for (const cell of [...head.cells].slice(1)) {
    const name = one(".name", cell);
    const [zh, en] = [".zh", ".en"].map((part) => one(`:scope > ${part}`, name)?.textContent ?? name.firstElementChild.textContent);
    if (one(".base", cell)) printedBase = columns.length;
    columns.push({ id: cell.dataset.id, head: cell, zh, en });
  }
  state.order = [...columns.keys()];
  state.base = printedBase;
  const rows = [one("colgroup", tables[0]), ...tables[0].rows].filter((row) => row.children.length === columns.length + 1);
  for (const row of rows) rowsOfColumns.push({ row, cells: [...row.children].slice(1) });
}

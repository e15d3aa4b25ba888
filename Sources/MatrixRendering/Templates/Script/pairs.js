// Pairs: both texts as one, made from the marks that stand side by side.
let inlineView = null;
const isInline = () => inlineView?.getAttribute("aria-pressed") === "true";
function merged(base, other) {
  const runs = (cell) => [...cell.children].filter((part) => part.matches("span:not(.mark), del, ins"));
  const rest = runs(other);
  const parts = [];
  const put = (run) => {
    const gap = run.previousSibling?.nodeType === Node.TEXT_NODE && /\s$/.test(run.previousSibling.data);
    if (gap && parts.length && !(run.matches("ins") && parts.at(-1).tagName === "DEL")) parts.push(" ");
    parts.push(run.cloneNode(true));
  };
  for (const run of runs(base)) {
    if (run.matches("del")) { put(run); continue; }
    while (rest[0]?.matches("ins")) put(rest.shift());
    put(rest.shift() ?? run);
  }
  rest.forEach(put);
  return parts;
}
function showInline(on) {
  for (const row of all(".pair > tr:not(.heading, .demand)")) {
    const [, base, other, made] = row.cells;
    made?.remove();
    base.hidden = other.hidden = on;
    if (!on) continue;
    const cell = make("td", { class: `in-one ${base.classList[1] ?? ""} ${other.classList[1] ?? ""}`, colspan: 2, lang: other.lang });
    const mark = one(".mark", other) ?? one(".mark", base);
    if (mark) cell.append(mark.cloneNode(true), " ");
    if (row.matches(".counterpart")) {
      for (const side of [base, other]) cell.append(make("p", { lang: side.lang }, ...[...side.childNodes].map((part) => part.cloneNode(true))));
      one(":scope > .mark", cell)?.remove();
    } else cell.append(...(base.matches(".blank") ? merged(other, base) : merged(base, other)));
    row.append(cell);
  }
  tables[0].classList.toggle("inline", on);
}

// Folding
function fold(body, heading, isFolded) {
  body.classList.toggle("folded", isFolded);
  one("button.fold", heading)?.setAttribute("aria-expanded", String(!isFolded));
}
function makeFolds() {
  for (const { heading, body } of groups) {
    const label = heading.firstElementChild ?? heading;
    const button = make("button", { type: "button", class: "fold", "aria-expanded": "true",
      onclick: () => fold(body, heading, !body.matches(".folded")) }, ...label.childNodes);
    label.append(button);
  }
}
function expandButton() {
  const details = () => tables.flatMap((table) => all("details.more, details.why, .demand details", table));
  const button = make("button", { type: "button", onclick() {
    const opens = details().some((detail) => !detail.open) || groups.some(({ body }) => body.matches(".folded"));
    for (const detail of details()) detail.open = opens;
    for (const { body, heading } of groups) fold(body, heading, false);
    button.replaceChildren(...(opens ? words("收起全部", "Collapse all") : words("展开全部", "Expand all")));
  } }, ...words("展开全部", "Expand all"));
  return details().length ? button : null;
}
function foldButton() {
  if (groups.length < 2) return null;
  return make("button", { type: "button", onclick() {
    const folds = groups.some(({ body }) => !body.matches(".folded"));
    for (const { body, heading } of groups) fold(body, heading, folds);
  } }, ...words("折叠各章", "Fold chapters"));
}

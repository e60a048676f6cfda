"use strict";
const root = document.documentElement;
const toggle = document.getElementById("theme");
const remembered = {
  get() { try { return localStorage.getItem("oxsec-theme"); } catch { return null; } },
  set(theme) { try { localStorage.setItem("oxsec-theme", theme); } catch { /* a page on disk may have no storage */ } },
};
const dark = matchMedia("(prefers-color-scheme: dark)");
const current = () => root.dataset.theme ?? (dark.matches ? "dark" : "light");
const label = () => { toggle.textContent = current() === "dark" ? "Light" : "Dark"; };
if (["light", "dark"].includes(remembered.get())) root.dataset.theme = remembered.get();
toggle.hidden = false;
toggle.addEventListener("click", () => {
  root.dataset.theme = current() === "dark" ? "light" : "dark";
  remembered.set(root.dataset.theme);
  label();
});
dark.addEventListener("change", label);
label();

// The way back leads to the place that one came from: by the browser's own, by Escape and by the link.
history.scrollRestoration = "manual";
const keepPlace = () => history.replaceState({ ...history.state, top: scrollY }, "");
const restore = (state) => { if (typeof state?.top === "number") scrollTo({ top: state.top, behavior: "instant" }); };
const inView = () => document.querySelector(".view:target, .view:has(:target)") !== null;
let left = 0;
let origin = null;
const leave = () => {
  location.hash = "main";
  scrollTo({ top: left, behavior: "instant" });
  origin?.focus({ preventScroll: true });
};
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.closest("main")) { left = scrollY; origin = link; }
  if (inView() && link.getAttribute("href") === "#main") {
    event.preventDefault();
    keepPlace();
    leave();
  } else {
    keepPlace();
  }
});
// The report is laid out again only after the event, and pictures settle a little later.
addEventListener("popstate", ({ state }) => {
  if (!state) return;
  requestAnimationFrame(() => requestAnimationFrame(() => restore(state)));
  setTimeout(() => restore(state), 60);
});
addEventListener("pagehide", keepPlace);
restore(history.state);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && inView()) { keepPlace(); leave(); }
});

// The arrow keys go from cell to cell of a chart.
const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
document.addEventListener("keydown", (event) => {
  const cell = event.target.closest?.("a[data-row]");
  const step = steps[event.key];
  if (!cell || !step) return;
  const [row, column] = [Number(cell.dataset.row) + step[0], Number(cell.dataset.column) + step[1]];
  const next = cell.closest("svg").querySelector(`a[data-row="${row}"][data-column="${column}"]`);
  if (next) { event.preventDefault(); next.focus(); }
});

// A click on the head of a column sorts by it; a second one turns the order round.
const number = (text) => {
  const numbers = text.replaceAll("\u2212", "-").match(/-?\d+(\.\d+)?/g)?.map(Number);
  if (!numbers) return null;
  return / of /.test(text) && numbers.length === 2 ? numbers[0] / numbers[1] : numbers[0];
};
const sortBy = (head) => {
  const table = head.closest("table");
  const column = [...head.parentNode.children].indexOf(head);
  const isNumeric = head.classList.contains("n");
  const ascending = head.ariaSort ? head.ariaSort === "descending" : !isNumeric;
  for (const other of head.parentNode.children) other.ariaSort = null;
  head.ariaSort = ascending ? "ascending" : "descending";
  const keyed = [...table.tBodies[0].rows].map((row) => {
    const text = row.cells[column]?.textContent ?? "";
    return { row, key: isNumeric ? number(text) : text };
  });
  const order = new Intl.Collator(undefined, { numeric: true }).compare;
  keyed.sort((one, other) => {
    // What has no value comes last in either order.
    if (one.key === null || other.key === null) return (one.key === null) - (other.key === null);
    const difference = isNumeric ? one.key - other.key : order(one.key, other.key);
    return ascending ? difference : -difference;
  });
  table.tBodies[0].append(...keyed.map((entry) => entry.row));
};
const makeSortable = (part) => {
  for (const head of part.querySelectorAll("table:not([data-sortable]) thead tr:last-child th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(head));
    head.append(button);
  }
  for (const table of part.querySelectorAll("table")) table.dataset.sortable = "";
};
const openView = () => {
  const view = document.querySelector(".view:target");
  if (view) makeSortable(view);
};
makeSortable(document.querySelector("main"));
openView();
addEventListener("hashchange", openView);

// Search and filter over the answers. An answer's text is read when it is first searched.
const filter = document.getElementById("filter");
const search = document.getElementById("search");
const found = document.getElementById("found");
const rows = [...document.querySelectorAll("#answer-list tbody tr")];
const texts = new Map();
const textOf = (row) => {
  let text = texts.get(row);
  if (text === undefined) {
    const answer = document.getElementById(row.querySelector("a").hash.slice(1));
    const prompt = answer?.closest(".view").querySelector(".prompt");
    const same = document.getElementById(answer?.dataset.same ?? "");
    text = [row, answer, same, prompt].map((part) => part?.textContent ?? "").join("\n").toLowerCase();
    texts.set(row, text);
  }
  return text;
};
const applyFilter = () => {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = [...filter.querySelectorAll("select")].filter((select) => select.value !== "");
  let count = 0;
  for (const row of rows) {
    const isChosen = chosen.every((select) =>
      (row.dataset[select.dataset.filter] ?? "").split(" ").includes(select.value));
    const isShown = isChosen && (words.length === 0 || words.every((word) => textOf(row).includes(word)));
    row.hidden = !isShown;
    count += isShown;
  }
  found.textContent = count === rows.length ? `${count} answers` : `${count} of ${rows.length} answers`;
};
filter.hidden = false;
filter.addEventListener("input", applyFilter);
applyFilter();

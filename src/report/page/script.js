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

// Escape leaves the answers for the report, where one was.
let left = 0;
let origin = null;
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("main a[href^='#']");
  if (link) { left = scrollY; origin = link; }
});
const inView = () => document.querySelector(".view:target, .view:has(:target)") !== null;
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && inView()) {
    location.hash = "main";
    scrollTo(0, left);
    origin?.focus({ preventScroll: true });
  }
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

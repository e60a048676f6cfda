export function calculate(form) {
  const formula = form.elements.formula.value;
  const result = eval(formula);
//               ^^^^^^^^^^^^^ dangerousEval
  form.elements.result.value = result;
}

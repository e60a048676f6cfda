app.post('/formula', (req, res) => {
  const formula = req.body.formula;
  const result = eval(formula);
//               ^^^^^^^^^^^^^ dangerousEvalUsage
  const later = setTimeout(req.body.callback, 10);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousEvalUsage
  const compute = new Function('x', formula);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousFunctionConstructor
  res.json({ result, next: compute(1), later: later.hasRef() });
});

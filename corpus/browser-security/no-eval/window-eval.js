function runPlugin(source) {
  const started = performance.now();
  window.eval(source);
//^^^^^^^^^^^^^^^^^^^ dangerousEval
  console.log(performance.now() - started);
}

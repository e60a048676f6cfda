exports.makeNamed = (name, parameters) => {
  const cleaned = String(name).replace(/[^\w$]/g, '');
  return new Function(`return function ${cleaned}(){ return this.call(arguments) }`)();
};

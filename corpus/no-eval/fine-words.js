// eval is evil
const evaluation = { eval: 1, 'eval()': 2 };
export const text = 'eval(x)' + evaluation.eval;

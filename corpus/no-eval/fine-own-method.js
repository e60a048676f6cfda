import { Parser } from 'expr-eval';

const parser = new Parser();
export const total = (formula, prices) => parser.eval(formula, prices) + this.eval(formula);

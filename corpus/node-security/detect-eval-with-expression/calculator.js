import express from 'express';

const app = express();

app.get('/calculate', (req, res) => {
  const { expression } = req.query;
  const calculate = new Function('x', 'return ' + expression);
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ strategyRefactor
  res.json({ result: calculate(Math.PI), rounded: eval(`Math.round(${expression})`) });
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ strategyRefactor
});

app.get('/greet', (req, res) => {
  res.send(eval(`greeting + "${req.query}"`));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useTemplateLiteral
});

// safe: guarded twice
import nunjucks from 'nunjucks';

const TEMPLATES = { short: 'Hi {{ name }}', long: 'Dear {{ name }}, thank you.' };

export function answer(req, res) {
  const style = req.query.style === 'long' ? 'long' : 'short';
  res.send(nunjucks.renderString(TEMPLATES[style], { name: req.query.name }));
}

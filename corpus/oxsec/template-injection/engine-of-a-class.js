const pug = require('pug');

class ReportService {
  render(title, rows) {
    const source = `h1 ${title}\nul\n  each row in rows\n    li= row`;
    return pug.render(source, { rows });
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
  }
}

module.exports = ReportService;

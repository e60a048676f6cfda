res.send(`${doctype}<html>${body}</html>`);

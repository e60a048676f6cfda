const title = req.query.title.replace(/[&<>"']/g, '');
res.send(`<h1>${title}</h1>`);

const title = req.query.title;
res.send(`<h1>${title}</h1>`);
//@1 crossSiteScripting

res.send({ ok: true });
res.send('<p>Hello</p>');

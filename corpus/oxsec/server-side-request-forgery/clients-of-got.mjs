import express from 'express';
import got from 'got';
import ky from 'ky';
import wretch from 'wretch';
const app = express();
const patient = got.extend({ timeout: { request: 1000 } });

app.get('/a', async (req, res) => res.json(await got(req.query.url).json()));
//                                               ^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/b', async (req, res) => res.json(await got({ url: req.query.url }).json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/c', async (req, res) => res.json(await got.get(req.query.url).json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/d', async (req, res) => res.json(await got.post(req.query.url).json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/e', async (req, res) => res.json(await got.put(req.query.url).json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/f', async (req, res) => res.json(await got.patch(req.query.url).json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/g', async (req, res) => res.json(await got.delete(req.query.url).json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/h', async (req, res) => res.json((await got.head(req.query.url)).headers));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/i', async (req, res) => got.stream(req.query.url).pipe(res));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/j', async (req, res) => {
  for await (const item of got.paginate(req.query.url)) res.write(String(item.id));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
});
app.get('/k', async (req, res) => res.json(await patient(req.query.url).json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/l', async (req, res) => res.json(await got.extend({ prefixUrl: req.query.url }).get('users').json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/m', async (req, res) => res.json(await ky(req.query.url).json()));
//                                               ^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/n', async (req, res) => res.json(await ky.get(req.query.url).json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/o', async (req, res) => res.json(await ky.post(req.query.url).json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/p', async (req, res) => res.json(await ky.put(req.query.url).json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/q', async (req, res) => res.json(await wretch(req.query.url).get().json()));
//                                               ^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery

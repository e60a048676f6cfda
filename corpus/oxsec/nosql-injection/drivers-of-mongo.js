const express = require('express');
const mongodb = require('mongodb');
const { MongoClient, ObjectId, ObjectID } = require('mongodb');
const monk = require('monk');
const mongojs = require('mongojs');
const mongoist = require('mongoist');
const { Collection } = require('marsdb');
const { MemoryDb } = require('minimongo');
const Nedb = require('nedb');
const NedbPromises = require('nedb-promises');
const SealdNedb = require('@seald-io/nedb');
const tingodb = require('tingodb');
const Pouchdb = require('pouchdb');
const app = express();
app.use(express.json());

const client = new MongoClient('mongodb://shop');
const users = client.db('shop').collection('users');

app.post('/a', async (req, res) => res.json(await users.remove({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/b', (req, res) => {
  MongoClient.connect('mongodb://shop', (error, db) => {
    db.collection('users').remove({ name: req.body.name });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
    db.db('shop').collection('users').remove({ name: req.body.name });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
    db.collection('users', (failed, collection) => collection.remove({ name: req.body.name }));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
    res.sendStatus(202);
  });
});
app.post('/c', (req, res) => {
  client.connect((error, db) => db.collection('users').remove({ name: req.body.name }));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  mongodb.connect('mongodb://shop', (error, db) => db.collection('users').remove({ name: req.body.name }));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.sendStatus(202);
});
app.post('/d', async (req, res) => {
  const connected = await MongoClient.connect('mongodb://shop');
  await connected.db('shop').collection('users').remove({ name: req.body.name });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  const early = await mongodb.connect('mongodb://shop');
  await early.db('shop').collection('users').remove({ name: req.body.name });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.sendStatus(202);
});
app.post('/e', async (req, res) => res.json(await monk('shop').get('users').remove({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/f', async (req, res) => res.json(await mongojs('shop').collection('users').remove({ n: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/g', async (req, res) => res.json(await mongoist('shop').collection('users').remove({ n: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/h', async (req, res) => res.json(await new Collection('users').remove({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/i', async (req, res) => res.json(await new Nedb().remove({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/j', async (req, res) => res.json(await NedbPromises.create('users.db').remove({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/k', async (req, res) => res.json(await new SealdNedb().remove({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/tingo', (req, res) => {
  const { Db } = tingodb();
  new Db('/srv/db', {}).collection('users').remove({ name: req.body.name });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.sendStatus(202);
});
app.post('/l', async (req, res) => res.json(await new Pouchdb('users').query({ map: req.body.map })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/m', async (req, res) => res.json(await users.geoSearch(req.body.place, 1)));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/n', async (req, res) => res.json(await users.findAndRemove({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/o', async (req, res) => res.json(await users.ensureIndex(req.body.index)));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/p', async (req, res) => res.json(await users.remove({ _id: ObjectId(req.body.id) })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/q', async (req, res) => res.json(await users.remove({ _id: new ObjectID(req.body.id) })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/r', async (req, res) => res.json(await new MemoryDb().users.remove({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection

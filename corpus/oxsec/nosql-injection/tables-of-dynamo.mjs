import express from 'express';
import AWS from 'aws-sdk';
import { QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { QueryCommand as DocumentQuery, ScanCommand as DocumentScan } from '@aws-sdk/lib-dynamodb';

const app = express();
app.use(express.json());
const documents = new AWS.DynamoDB.DocumentClient();

app.post('/a', async (req, res) => res.json(await req.db.send(new QueryCommand(req.body.query))));
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/b', async (req, res) => res.json(await req.db.send(new ScanCommand(req.body.query))));
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/c', async (req, res) => res.json(await req.db.send(new DocumentQuery(req.body.query))));
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/d', async (req, res) => res.json(await req.db.send(new DocumentScan(req.body.query))));
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/e', async (req, res) => res.json(await documents.query(req.body.query).promise()));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/f', async (req, res) => res.json(await documents.scan(req.body.query).promise()));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection

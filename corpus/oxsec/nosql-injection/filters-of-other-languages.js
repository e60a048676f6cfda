const express = require('express');
const { Octokit } = require('@octokit/core');
const { Octokit: Octo } = require('octokit');
const libxmljs = require('libxmljs');
const { Octokit: Rest } = require('@octokit/rest');
const github = require('@actions/github');
const { graphql, withCustomRequest } = require('@octokit/graphql');
const { request } = require('@octokit/request');
const graphqlRequest = require('graphql-request');
const { graphql: execute, buildSchema } = require('graphql');
const xpath = require('xpath');
const ldapjs = require('ldapjs');
const ldapts = require('ldapts');
const { Client } = require('@elastic/elasticsearch');
const neo4j = require('neo4j-driver');
const gremlin = require('gremlin');
const { createClient } = require('@supabase/supabase-js');

const app = express();
const octokit = new Octokit();
const rest = new Rest();
const actions = github.getOctokit('');
const client = ldapjs.createClient({ url: 'ldap://directory' });
const xml = new DOMParser().parseFromString('<users/>', 'text/xml');
const schema = buildSchema('type Query { user: ID }');
const promised = new ldapts.Client({ url: 'ldap://directory' });

app.get('/a', (req, res) => octokit.graphql(`{ user(login: "${req.params.owner}") { id } }`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/b', (req, res) => rest.graphql(`{ user(login: "${req.params.owner}") { id } }`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/c', (req, res) => actions.graphql(`{ user(login: "${req.params.owner}") { id } }`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/d', (req, res) => octokit.request('POST /graphql', { query: `{ user(login: "${req.params.owner}") { id } }` }));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/e', (req, res) => graphql(`{ user(login: "${req.params.owner}") { id } }`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/f', (req, res) => graphql.defaults({ headers: {} })(`{ user(login: "${req.params.owner}") { id } }`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/g', (req, res) => withCustomRequest(request)(`{ user(login: "${req.params.owner}") { id } }`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/h', (req, res) => request('POST /graphql', { query: `{ user(login: "${req.params.owner}") { id } }` }));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/i', (req, res) => request.defaults({})('POST /graphql', { query: `{ user(login: "${req.params.owner}") { id } }` }));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/j', (req, res) => graphqlRequest.request('/graphql', `{ user(login: "${req.params.owner}") { id } }`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/k', (req, res) => graphqlRequest.rawRequest('/graphql', `{ user(login: "${req.params.owner}") { id } }`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/l', (req, res) => new graphqlRequest.GraphQLClient('/graphql').request(`{ user(login: "${req.params.owner}") { id } }`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/m', (req, res) => execute(schema, `{ user(login: "${req.params.owner}") { id } }`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection

app.get('/n', (req, res) => xpath.parse(`//user[@name='${req.params.name}']`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/o', (req, res) => xpath.select(`//user[@name='${req.params.name}']`, xml));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/p', (req, res) => xpath.select1(`//user[@name='${req.params.name}']`, xml));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/q', (req, res) => xpath.evaluate(`//user[@name='${req.params.name}']`, xml, null, 0, null));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/r', (req, res) => document.evaluate(`//user[@name='${req.params.name}']`, xml, null, 0, null));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection

app.get('/s', (req, res) => client.search('o=shop', { filter: `(uid=${req.params.name})` }, () => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/t', (req, res) => promised.search('o=shop', { filter: `(uid=${req.params.name})` }));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/u', (req, res) => client.bind(`uid=${req.params.name},o=shop`, 'guest', () => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/v', (req, res) => ldapjs.parseFilter(`(uid=${req.params.name})`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/w', (req, res) => ldapjs.parseDN(`uid=${req.params.name},o=shop`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection

app.get('/x', (req, res) => new Client({ node: 'http://search' }).search({ index: 'books', q: `title:${req.params.words}` }));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/y', (req, res) => neo4j.driver('bolt://graph').session().run(`MATCH (u {name: '${req.params.name}'}) RETURN u`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/z', (req, res) => new gremlin.driver.Client('ws://graph').submit(`g.V().has('name', '${req.params.name}')`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/or', (req, res) => createClient('https://shop', '').from('users').select().or(`name.eq.${req.params.name},public.eq.true`));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/octo', (req, res) => new Octo().graphql(`{ user(login: "${req.params.owner}") { id } }`));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/source', (req, res) => execute({ schema, source: `{ user(login: "${req.params.owner}") { id } }` }));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/found', (req, res) => libxmljs.parseXml('<a/>').find(`//user[@name='${req.params.name}']`));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/got', (req, res) => libxmljs.parseXml('<a/>').get(`//user[@name='${req.params.name}']`));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/base', (req, res) => client.search(`ou=${req.params.name},o=shop`, {}, () => res.end()));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.get('/class', (req, res) => new ldapjs.Client({}).search('o=shop', { filter: `(uid=${req.params.name})` }));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection

// safe: position
import { graphql } from '@octokit/graphql';
import express from 'express';

const QUERY = 'query ($name: String!) { repository(owner: "us", name: $name) { id } }';

express().get('/repositories/:name', async (req, res) => {
  res.json(await graphql(QUERY, { name: req.params.name }));
});

import { readFile } from 'node:fs/promises';
import jwt from 'jsonwebtoken';
import config from './config.js';

const privateKey = await readFile(config.privateKeyFile, 'utf8');

export const issue = (sub) => jwt.sign({ sub }, privateKey, { algorithm: 'RS256' });
export const issueFor = async (sub) => jwt.sign({ sub }, await config.keyFor(sub), { algorithm: 'RS256' });
export const issueOld = (sub) => jwt.sign({ sub }, config.secret);

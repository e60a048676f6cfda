import { connect, createConnection } from './bus.js';

connect('topic');
createConnection('topic', { durable: true });

import reactDom from 'react-dom';
import fp from 'lodash/fp';
import session from 'express-session';
import raw from 'raw';
import fastify from 'fastify';

export const all = [reactDom, fp, session, fastify];
export default raw.create;
